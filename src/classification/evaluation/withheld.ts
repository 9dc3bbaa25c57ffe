import { BINS, binOf } from './calibration.js';
import type { Basis, Cell } from './figures.js';
import type { LabelRecords } from './records.js';
import type { SiblingPair } from './siblings.js';

/** People type their answers, so that there can be many groups of one. */
const MOST_NAMED = 20;

/** Distinct texters behind some labels, by group. */
export interface Sizes {
  /** Who were given one of them. */
  given: number[];
  /** In whose conversations one of them was found. */
  found: number[];
  /** Who have a conversation that was given none of them. */
  not: number[];
}

/**
 * Which groups' figures are withheld: those of too few texters, and of the others the smallest, until those withheld
 * are together enough. Whoever takes the figures that are told from those of the whole is left with the ones withheld
 * together, and so with no small group.
 * @param sizes distinct texters, each counted in one group only
 * @param already groups that are withheld whatever their size
 */
export function withheld(sizes: readonly number[], minimum: number, already?: readonly boolean[]): boolean[] {
  const hidden = sizes.map((size, group) => size < minimum || (already?.[group] ?? false));
  let together = sizes.reduce((sum, size, group) => sum + (hidden[group] ? size : 0), 0);
  const bySize = [...sizes.keys()].filter((group) => !hidden[group]).sort((a, b) => sizes[a]! - sizes[b]!);
  for (const group of bySize) {
    if (together === 0 || together >= minimum) break;
    hidden[group] = true;
    together += sizes[group]!;
  }
  return hidden;
}

/** Names in words, of very many only the first ones. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/** Whether a figure may be told of each group, by what it is a share of. */
export function mayTell(basis: Basis, sizes: Sizes, minimum: number, groups: readonly boolean[]): boolean[] {
  const bases: Record<Basis, readonly (readonly number[])[]> = {
    judged: [],
    given: [sizes.given],
    found: [sizes.found],
    givenAndFound: [sizes.given, sizes.found],
    givenAndNot: [sizes.given, sizes.not],
  };
  const masks = [groups, ...bases[basis].map((each) => withheld(each, minimum, groups))];
  return groups.map((_, group) => masks.every((mask) => !mask[group]));
}

/** Distinct texters of each group; one whose conversations are in several counts in that of the first. */
export function groupSizes(
  records: LabelRecords,
  groupOf: (record: number) => number,
  groups: number,
): number[] {
  const count = firstSeen(records, groupOf, groups);
  for (let record = 0; record < records.size; record++) count.see(record);
  return count.sizes;
}

/** Distinct texters behind a cell's labels, by group, each counted in one group only. */
export function sizesOf(
  { labels }: Pick<Cell, 'labels'>,
  records: LabelRecords,
  groupOf: (record: number) => number = () => 0,
  groups = 1,
): Sizes {
  const [given, found, not] = [0, 1, 2].map(() => firstSeen(records, groupOf, groups)) as [
    Count,
    Count,
    Count,
  ];
  for (let record = 0; record < records.size; record++) {
    if (labels.some((label) => records.isGiven(record, label))) given.see(record);
    else not.see(record);
    if (labels.some((label) => records.isFound(record, label))) found.see(record);
  }
  return { given: given.sizes, found: found.sizes, not: not.sizes };
}

/** Distinct texters behind each bin of some labels' scores. */
export function textersByBin(records: LabelRecords, labels: readonly number[]): number[] {
  const bins = Array.from({ length: BINS }, () => firstSeen(records, () => 0, 1));
  for (let record = 0; record < records.size; record++)
    for (const label of labels) bins[binOf(records.score(record, label))]!.see(record);
  return bins.map(({ sizes }) => sizes[0]!);
}

/** Distinct texters who were given the one label and not the other in some conversation. */
export function textersGivenWithout(records: LabelRecords, { given, found }: SiblingPair): number {
  const count = firstSeen(records, () => 0, 1);
  for (let record = 0; record < records.size; record++)
    if (records.isGiven(record, given) && !records.isGiven(record, found)) count.see(record);
  return count.sizes[0]!;
}

interface Count {
  sizes: number[];
  see: (record: number) => void;
}

function firstSeen(records: LabelRecords, groupOf: (record: number) => number, groups: number): Count {
  const seen = new Uint8Array(records.texters);
  const sizes = new Array<number>(groups).fill(0);
  const see = (record: number) => {
    const texter = records.texter(record);
    if (seen[texter] === 1) return;
    seen[texter] = 1;
    sizes[groupOf(record)]!++;
  };
  return { sizes, see };
}
