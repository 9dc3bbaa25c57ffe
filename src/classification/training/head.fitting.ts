import type { Label } from '../../taxonomy/taxonomy.types.js';
import { calibrate } from './calibration.js';
import type { Census } from './census.js';
import { type CommonScale, fitCommonScale } from './common.scale.js';
import type { Fairness } from './group.weights.js';
import type { HeadModel, StoredHead, TrainedLabel } from './head.js';
import type { Lessons } from './lesson.js';
import { LogisticHead, logOdds } from './logistic.js';
import { OddsHistogram } from './odds.histogram.js';
import { fitRounds, oddsOf } from './rounds.js';
import { partOf } from './split.js';
import { thresholdForF1, thresholdOfRisk } from './thresholds.js';

/** A label needs so many conversations to be trained, outside the test, and in so many of the five folds. */
export const FEWEST_POSITIVES = 8;
const FEWEST_FOLDS = 3;

export interface HeadFittingOptions {
  seed: number;
  fairness: Fairness;
  /** The share of conversations with a risk label in which its threshold is to find it. */
  riskRecall: number;
  passes?: number | undefined;
  onPass?: (() => void) | undefined;
}

/** A head before it is measured. */
export type FittedHead = HeadModel & Pick<StoredHead, 'untrained' | 'passes'>;

/** Which labels there is enough of to train, and what the others lack. */
export function trainable(
  labels: readonly Label[],
  census: Census,
): { places: number[]; untrained: StoredHead['untrained'] } {
  const { rows, positives } = census.among((part) => part !== 'test');
  const untrained: StoredHead['untrained'] = {};
  const places = labels.flatMap(({ id }, place) => {
    const given = positives[place]!;
    if (given >= FEWEST_POSITIVES && given < rows && census.foldsWith(place) >= FEWEST_FOLDS) return [place];
    untrained[id] = { positives: given, needed: Math.max(1, FEWEST_POSITIVES - given) };
    return [];
  });
  return { places, untrained };
}

/**
 * Fits, calibrates and finds thresholds. The head is the mean of the rounds'; what it is calibrated on are the
 * log-odds that each round gave to the fold that it had not seen.
 */
export async function fitHead(
  lessons: Lessons,
  census: Census,
  labels: readonly Label[],
  { seed, fairness, riskRecall, passes, onPass }: HeadFittingOptions,
): Promise<FittedHead> {
  const { places, untrained } = trainable(labels, census);
  const odds = places.map(() => new OddsHistogram());
  const heads: LogisticHead[] = [];
  const passed: number[] = [];
  for await (const round of fitRounds(lessons, census, places, { seed, fairness, passes }, onPass)) {
    for await (const lesson of lessons.pass(round.calibrates))
      places.forEach((place, index) =>
        odds[index]!.add(oddsOf(round.head, index, place, lesson), lesson.gold[place] === 1),
      );
    heads.push(round.head);
    passed.push(round.passes);
  }
  const mean = LogisticHead.mean(heads);
  const shared = fitCommonScale(
    new Map(places.map((place, index) => [labels[place]!.id, odds[index]!.points()])),
  );
  const { positives } = census.among((part) => part !== 'test');
  const inTest = census.among((part) => part === 'test').positives;
  const trained: Record<string, TrainedLabel> = {};
  places.forEach((place, index) => {
    const { id, risk, threshold } = labels[place]!;
    const points = odds[index]!.points();
    const calibration = calibrate(points, {
      slope: shared.slope,
      intercept: shared.intercept + (shared.shifts[id] ?? 0),
    });
    if (!calibration) {
      untrained[id] = { positives: positives[place]!, needed: 1 };
      return;
    }
    trained[id] = {
      positives: positives[place]!,
      testPositives: inTest[place]!,
      scale: mean.scales[index]!,
      bias: mean.biases[index]!,
      weights: Array.from(mean.weightsOf(index), (weight) => Number(weight.toPrecision(5))),
      calibration,
      threshold: risk
        ? thresholdOfRisk(points, calibration, riskRecall, threshold)
        : thresholdForF1(points, calibration),
    };
  });
  const common = await commonScaleOf(lessons, labels, seed);
  return { labels: trained, untrained, common, features: census.features, passes: passed };
}

/** The scale of untrained scores, from all that is not held out. */
async function commonScaleOf(lessons: Lessons, labels: readonly Label[], seed: number): Promise<CommonScale> {
  const odds = labels.map(() => new OddsHistogram());
  for await (const { scores, gold } of lessons.pass((texter) => partOf(texter, seed) !== 'test'))
    scores.forEach((score, place) => odds[place]!.add(logOdds(score), gold[place] === 1));
  return fitCommonScale(new Map(labels.map(({ id }, place) => [id, odds[place]!.points()])));
}
