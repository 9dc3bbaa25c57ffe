import { z } from 'zod';
import { logOdds, sigmoid } from './logistic.js';
import { counted, newtonStep } from './newton.js';
import type { OddsPoint } from './odds.histogram.js';

/**
 * What untrained scores have meant in an organisation's data: probability = sigmoid(slope * log-odds of the score
 * + intercept + shift of the label).
 */
export const commonScaleSchema = z.object({
  slope: z.number().positive(),
  intercept: z.number(),
  shifts: z.record(z.string(), z.number()),
});
export type CommonScale = z.output<typeof commonScaleSchema>;

/** Leaves scores as they are. */
export const NO_SCALE: CommonScale = { slope: 1, intercept: 0, shifts: {} };

const STEPS = 200;
const NEAR = 1e-9;

/**
 * Fits one scale to the untrained scores of all labels, so that a label left untrained stands where it should
 * beside those that were trained. A label's own shift is drawn to 0 as by one standard deviation of 1 (a logistic
 * model with random intercepts, its mode by Newton's method); a label that nobody gave gets none, since the
 * organisation may not use it.
 * @param labels the log-odds of each label's untrained scores
 * @returns `NO_SCALE` where higher scores do not go with labels
 */
export function fitCommonScale(labels: ReadonlyMap<string, readonly OddsPoint[]>): CommonScale {
  const entries = [...labels].map(([id, points]) => ({
    id,
    points,
    given: points.some(({ positives }) => positives > 0),
    shift: 0,
  }));
  let [slope, intercept] = [1, 0];
  for (let step = 0; step < STEPS; step++) {
    let moved = 0;
    for (const entry of entries) {
      if (!entry.given) continue;
      let [gradient, curve] = [entry.shift, 1];
      for (const { odds, positives, negatives } of entry.points) {
        const p = sigmoid(slope * odds + intercept + entry.shift);
        gradient += (positives + negatives) * p - positives;
        curve += (positives + negatives) * p * (1 - p);
      }
      entry.shift -= gradient / curve;
      moved = Math.max(moved, Math.abs(gradient / curve));
    }
    const examples = entries.flatMap(({ points, shift }) => points.map((point) => counted(point, shift)));
    const by = newtonStep(examples, slope, intercept, NEAR);
    slope -= by.slope;
    intercept -= by.intercept;
    if (Math.max(moved, Math.abs(by.slope), Math.abs(by.intercept)) < NEAR) break;
  }
  if (!(slope > 0) || !Number.isFinite(intercept)) return NO_SCALE;
  return { slope, intercept, shifts: Object.fromEntries(entries.map(({ id, shift }) => [id, shift])) };
}

/** An untrained score on the common scale. Higher scores stay higher. */
export function onCommonScale({ slope, intercept, shifts }: CommonScale, id: string, score: number): number {
  return sigmoid(slope * logOdds(score) + intercept + (shifts[id] ?? 0));
}
