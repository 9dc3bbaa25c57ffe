import type { Census } from './census.js';
import { fairLoss, type Fairness, type GroupLoss, groupWeights } from './group.weights.js';
import type { Lesson, Lessons } from './lesson.js';
import { LogisticFit, type LogisticHead, logOdds, lossOf } from './logistic.js';
import { seededRandom } from './random.js';
import { FOLDS, partOf, roundOf } from './split.js';

const BATCH = 16;
/** Passes of a round: at most so many, and fewer where they are long, so that a round sees so many lessons at most. */
const MOST_PASSES = 60;
const FEWEST_PASSES = 3;
const MOST_SEEN = 2_000_000;

/** Fitting stops after so many passes without a gain: eight where they are short, two where they are long. */
const MOST_PATIENCE = 8;
const LEAST_PATIENCE = 2;
const LONG_PASS = 20_000;

/** A gain smaller than this is none. */
const GAIN = 1e-4;

export interface FitOptions {
  seed: number;
  fairness: Fairness;
  /** The most passes over the data in one round. */
  passes?: number | undefined;
}

/** What a round has fitted. */
export interface Round {
  head: LogisticHead;
  /** Passes after which it was best. */
  passes: number;
  /** Whether a texter's lessons are those to calibrate on. */
  calibrates: (texter: number) => boolean;
}

/**
 * Fits all labels at once, one against the rest, in five rounds of cross-fitting: each leaves one fold of texters
 * to calibrate on and one to stop by. The passes that are best on the latter are kept (early stopping, Prechelt
 * 1998). The same lessons and seed give the same rounds.
 * @param labels places in the taxonomy of the labels to fit
 * @param onPass called after each pass
 */
export async function* fitRounds(
  lessons: Lessons,
  census: Census,
  labels: readonly number[],
  { seed, fairness, passes }: FitOptions,
  onPass?: () => void,
): AsyncGenerator<Round> {
  for (let round = 0; round < FOLDS; round++) {
    const part = roundOf(round);
    const within = (wanted: (typeof part)['fits']) => (texter: number) => wanted(partOf(texter, seed));
    const { rows, positives } = census.among(part.fits);
    const weights = new ExampleWeights(labels, rows, positives, census.groups);
    const fit = new LogisticFit(labels.length, census.features, rows);
    const random = seededRandom(seed + round);
    const patience = Math.min(MOST_PATIENCE, Math.max(LEAST_PATIENCE, Math.ceil(LONG_PASS / rows)));
    const stopLoss = () => meanLoss(lessons, within(part.stops), fit.head, weights, fairness);
    const most = passes ?? Math.min(MOST_PASSES, Math.max(FEWEST_PASSES, Math.ceil(MOST_SEEN / rows)));
    let best = { head: fit.head.copy(), passes: 0, loss: await stopLoss() };
    for (let pass = 1; pass <= most && pass - best.passes <= patience; pass++) {
      const losses = weights.tally();
      for await (const lesson of lessons.pass(within(part.fits), random)) {
        labels.forEach((label, index) => {
          const given = lesson.gold[label] === 1;
          const weight = weights.of(index, given, lesson.group);
          const loss = fit.add(index, lesson, logOdds(lesson.scores[label]!), given, weight);
          losses.add(index, given, lesson.group, loss);
        });
        fit.next(BATCH);
      }
      fit.step();
      weights.turnTo(losses, fairness);
      const loss = await stopLoss();
      if (loss < best.loss - GAIN) best = { head: fit.head.copy(), passes: pass, loss };
      onPass?.();
    }
    yield { head: best.head, passes: best.passes, calibrates: within(part.calibrates) };
  }
}

/** The loss that fitting makes small, on other lessons: over labels the mean of each one's fair loss. */
async function meanLoss(
  lessons: Lessons,
  wanted: (texter: number) => boolean,
  head: LogisticHead,
  weights: ExampleWeights,
  fairness: Fairness,
): Promise<number> {
  const losses = weights.tally();
  for await (const lesson of lessons.pass(wanted))
    weights.labels.forEach((label, index) => {
      const given = lesson.gold[label] === 1;
      losses.add(index, given, lesson.group, lossOf(oddsOf(head, index, label, lesson), given));
    });
  const each = weights.labels.map((_, index) => fairLoss(losses.of(index), fairness)).filter(Number.isFinite);
  return each.reduce((sum, loss) => sum + loss, 0) / Math.max(1, each.length);
}

/** A head's log-odds of one label for a lesson. */
export function oddsOf(head: LogisticHead, index: number, label: number, lesson: Lesson): number {
  return head.odds(index, logOdds(lesson.scores[label]!), lesson.features);
}

/**
 * What an example counts for: given and not given weigh the same in total for each label, so that a rare one is
 * not simply denied, and groups as fairness has it.
 */
class ExampleWeights {
  private readonly balance: readonly (readonly [without: number, given: number])[];
  private readonly byGroup: number[][];

  /** @param positives for each label of the taxonomy, how many of the rows have it */
  constructor(
    readonly labels: readonly number[],
    rows: number,
    positives: ArrayLike<number>,
    private readonly groups: (group: number) => number,
  ) {
    this.balance = labels.map((label) => {
      const given = Math.max(1, positives[label]!);
      return [rows / (2 * Math.max(1, rows - given)), rows / (2 * given)];
    });
    this.byGroup = labels.map(() => []);
  }

  of(index: number, given: boolean, group: number): number {
    return this.balance[index]![given ? 1 : 0] * (this.byGroup[index]![this.groups(group)] ?? 1);
  }

  /** An empty count of each label's losses by group, balanced but not weighted by group. */
  tally(): LossTally {
    return new LossTally(this.balance, this.groups);
  }

  /** Weighs groups by their losses in the last pass. */
  turnTo(losses: LossTally, fairness: Fairness): void {
    if (fairness.alpha > 0)
      this.labels.forEach((_, index) => (this.byGroup[index] = groupWeights(losses.of(index), fairness)));
  }
}

class LossTally {
  private readonly sums: { loss: number; weight: number }[][];

  constructor(
    private readonly balance: readonly (readonly [number, number])[],
    private readonly groups: (group: number) => number,
  ) {
    this.sums = balance.map(() => []);
  }

  add(index: number, given: boolean, group: number, loss: number): void {
    const weight = this.balance[index]![given ? 1 : 0];
    const sum = (this.sums[index]![this.groups(group)] ??= { loss: 0, weight: 0 });
    sum.loss += weight * loss;
    sum.weight += weight;
  }

  of(index: number): GroupLoss[] {
    return Array.from(this.sums[index]!, (sum) =>
      sum ? { loss: sum.loss / sum.weight, weight: sum.weight } : { loss: 0, weight: 0 },
    );
  }
}
