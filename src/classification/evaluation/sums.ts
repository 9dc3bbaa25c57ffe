import type { Label } from '../../taxonomy/taxonomy.types.js';
import { placements } from './auroc.js';
import { type Bin, BINS, binOf } from './calibration.js';
import type { LabelRecords } from './records.js';
import { type SiblingPair, siblingPairs } from './siblings.js';

/** Places of what is summed once for all labels. */
const JUDGED = 0;
const TAGGED = 1;
const TOP_1 = 2;
const TOP_3 = 3;
const EXACT = 4;
const WHOLE_GIVEN = 5;
const WHOLE_FOUND = 6;
const WHOLE_BOTH = 7;
const GENERAL = 8;

/** Places of what is summed for each label, after them. */
const GIVEN = 0;
const FOUND = 1;
const BOTH = 2;
const ABOVE_NEGATIVES = 3;
const BELOW_POSITIVES = 4;
const SQUARES = 5;
const BIN_COUNT = 6;
const BIN_SCORE = BIN_COUNT + BINS;
const BIN_RIGHT = BIN_SCORE + BINS;
const PER_LABEL = BIN_RIGHT + BINS;

/** Places of what is summed for each pair of siblings, after the labels. */
const GIVEN_WITHOUT = 0;
const INSTEAD = 1;
const PER_PAIR = 2;

/** Which sum stands where, for a taxonomy's labels. */
export class SumLayout {
  readonly length: number;
  /** For each label the places of the labels above it. */
  readonly ancestors: readonly (readonly number[])[];

  /** @param pairs the siblings whose confusion is summed */
  constructor(
    readonly labels: readonly Label[],
    readonly pairs: readonly SiblingPair[] = siblingPairs(labels),
  ) {
    const indexOf = new Map(labels.map(({ id }, index) => [id, index]));
    this.length = GENERAL + labels.length * PER_LABEL + pairs.length * PER_PAIR;
    this.ancestors = labels.map(({ id }) =>
      labels.flatMap((label) => (id.startsWith(`${label.id}.`) ? [indexOf.get(label.id)!] : [])),
    );
  }

  label(label: number): number {
    return GENERAL + label * PER_LABEL;
  }

  pair(pair: number): number {
    return GENERAL + this.labels.length * PER_LABEL + pair * PER_PAIR;
  }
}

/** Sums over conversations, from which every figure follows. NaN stands where there is nothing to divide by. */
export class Sums {
  readonly judged: number;
  readonly tagged: number;
  readonly top1: number;
  readonly top3: number;
  readonly exact: number;
  /** Pairs of conversation and label, the labels above each one added (Kiritchenko et al. 2006). */
  readonly whole: { given: number; found: number; both: number };

  constructor(
    private readonly layout: SumLayout,
    private readonly values: Float64Array,
    private readonly areas: Float64Array,
  ) {
    this.judged = values[JUDGED]!;
    this.tagged = values[TAGGED]!;
    this.top1 = values[TOP_1]!;
    this.top3 = values[TOP_3]!;
    this.exact = values[EXACT]!;
    this.whole = { given: values[WHOLE_GIVEN]!, found: values[WHOLE_FOUND]!, both: values[WHOLE_BOTH]! };
  }

  /** Conversations that were given these labels, in which they were found, and both, each label for itself. */
  counts(labels: readonly number[]): { given: number; found: number; both: number } {
    const sum = { given: 0, found: 0, both: 0 };
    for (const label of labels) {
      const at = this.layout.label(label);
      sum.given += this.values[at + GIVEN]!;
      sum.found += this.values[at + FOUND]!;
      sum.both += this.values[at + BOTH]!;
    }
    return sum;
  }

  /**
   * The area under the ROC curve. In a resample it is taken to the first order, from the placement values of all
   * conversations, as DeLong et al. (1988) take its variance: ranks need not be made anew.
   */
  auroc(label: number): number {
    const at = this.layout.label(label);
    const positives = this.values[at + GIVEN]!;
    const negatives = this.judged - positives;
    const area = this.areas[label]!;
    const moved =
      this.values[at + ABOVE_NEGATIVES]! / positives + this.values[at + BELOW_POSITIVES]! / negatives - area;
    return Math.min(1, Math.max(0, moved));
  }

  /** The mean squared distance of the scores of these labels from what people said. */
  brier(labels: readonly number[]): number {
    let sum = 0;
    for (const label of labels) sum += this.values[this.layout.label(label) + SQUARES]!;
    return sum / (this.judged * labels.length);
  }

  /** The scores of these labels, in bins. */
  bins(labels: readonly number[]): Bin[] {
    return Array.from({ length: BINS }, (_, bin) => {
      const sum: Bin = { count: 0, score: 0, right: 0 };
      for (const label of labels) {
        const at = this.layout.label(label) + bin;
        sum.count += this.values[at + BIN_COUNT]!;
        sum.score += this.values[at + BIN_SCORE]!;
        sum.right += this.values[at + BIN_RIGHT]!;
      }
      return sum;
    });
  }

  /** Conversations that were given the one label and not the other, and in how many the other was found in its place. */
  confusion(pair: number): { given: number; instead: number } {
    const at = this.layout.pair(pair);
    return { given: this.values[at + GIVEN_WITHOUT]!, instead: this.values[at + INSTEAD]! };
  }
}

/** Sums block by block: what a resample adds up. */
export interface BlockSums {
  /** By block; absent where none of its texters is among the conversations. */
  blocks: readonly (Float64Array | undefined)[];
  /** Over all of them. */
  total: Float64Array;
  /** By label: the area under the ROC curve. */
  areas: Float64Array;
}

/**
 * Adds up conversations.
 * @param members which conversations, by number
 * @param blockOf the block of each texter
 */
export function blockSums(
  records: LabelRecords,
  layout: SumLayout,
  members: Uint32Array,
  { count, blockOf }: { count: number; blockOf: Uint16Array },
): BlockSums {
  const blocks = new Array<Float64Array | undefined>(count).fill(undefined);
  const blockFor = (record: number) =>
    (blocks[blockOf[records.texter(record)]!] ??= new Float64Array(layout.length));
  for (const record of members) addRecord(blockFor(record), records, layout, record);
  const areas = Float64Array.from(layout.labels, (_, label) =>
    addPlacements(blockFor, records, layout, members, label),
  );
  const total = new Float64Array(layout.length);
  for (const block of blocks) if (block) block.forEach((value, place) => (total[place]! += value));
  return { blocks, total, areas };
}

function addRecord(sums: Float64Array, records: LabelRecords, layout: SumLayout, record: number): void {
  const { tagged, top1, top3 } = records.hits(record);
  const given = new Set<number>();
  const found = new Set<number>();
  sums[JUDGED]!++;
  sums[TAGGED]! += Number(tagged);
  sums[TOP_1]! += Number(top1);
  sums[TOP_3]! += Number(top3);
  for (let label = 0; label < layout.labels.length; label++) {
    const at = layout.label(label);
    const score = records.score(record, label);
    const isGiven = records.isGiven(record, label);
    const isFound = records.isFound(record, label);
    if (isGiven) given.add(label);
    if (isFound) found.add(label);
    sums[at + GIVEN]! += Number(isGiven);
    sums[at + FOUND]! += Number(isFound);
    sums[at + BOTH]! += Number(isGiven && isFound);
    sums[at + SQUARES]! += (score - Number(isGiven)) ** 2;
    const bin = at + binOf(score);
    sums[bin + BIN_COUNT]!++;
    sums[bin + BIN_SCORE]! += score;
    sums[bin + BIN_RIGHT]! += Number(isGiven);
  }
  layout.pairs.forEach((pair, index) => {
    if (!given.has(pair.given) || given.has(pair.found)) return;
    const at = layout.pair(index);
    sums[at + GIVEN_WITHOUT]!++;
    sums[at + INSTEAD]! += Number(found.has(pair.found) && !found.has(pair.given));
  });
  for (const label of [...given]) for (const above of layout.ancestors[label]!) given.add(above);
  for (const label of [...found]) for (const above of layout.ancestors[label]!) found.add(above);
  const both = [...given].filter((label) => found.has(label)).length;
  sums[WHOLE_GIVEN]! += given.size;
  sums[WHOLE_FOUND]! += found.size;
  sums[WHOLE_BOTH]! += both;
  sums[EXACT]! += Number(both === given.size && both === found.size);
}

/** @returns the area under the ROC curve, NaN where every conversation has the label, or none */
function addPlacements(
  blockFor: (record: number) => Float64Array,
  records: LabelRecords,
  layout: SumLayout,
  members: Uint32Array,
  label: number,
): number {
  const positive = members.filter((record) => records.isGiven(record, label));
  const negative = members.filter((record) => !records.isGiven(record, label));
  if (positive.length === 0 || negative.length === 0) return NaN;
  const scoresOf = (some: Uint32Array) => Float32Array.from(some, (record) => records.score(record, label));
  const positiveScores = scoresOf(positive);
  const negativeScores = scoresOf(negative);
  const above = placements(positiveScores, negativeScores.toSorted());
  const below = placements(negativeScores, positiveScores.toSorted());
  const at = layout.label(label);
  positive.forEach((record, index) => (blockFor(record)[at + ABOVE_NEGATIVES]! += above[index]!));
  negative.forEach((record, index) => (blockFor(record)[at + BELOW_POSITIVES]! += 1 - below[index]!));
  return above.reduce((sum, share) => sum + share, 0) / above.length;
}
