import { sigmoid } from './logistic.js';
import type { OddsPoint } from './odds.histogram.js';

/** Examples at the same log-odds. */
export interface Examples {
  odds: number;
  /** Added to slope * odds + intercept, for these alone. */
  shift: number;
  /** How many they are. */
  weight: number;
  /** How many of them are to be positive; need not be whole. */
  positives: number;
}

/** The examples of a point as they were counted. */
export function counted({ odds, positives, negatives }: OddsPoint, shift = 0): Examples {
  return { odds, shift, weight: positives + negatives, positives };
}

/**
 * A step of Newton's method on the log loss of sigmoid(slope * odds + intercept + shift).
 * @param ridge added to the curvature, so that it has an inverse
 * @returns what to take from slope and intercept
 */
export function newtonStep(
  examples: Iterable<Examples>,
  slope: number,
  intercept: number,
  ridge: number,
): { slope: number; intercept: number } {
  let [ga, gb, haa, hab, hbb] = [0, 0, ridge, 0, ridge];
  for (const { odds, shift, weight, positives } of examples) {
    const p = sigmoid(slope * odds + intercept + shift);
    const [off, curve] = [weight * p - positives, weight * p * (1 - p)];
    ga += off * odds;
    gb += off;
    haa += curve * odds * odds;
    hab += curve * odds;
    hbb += curve;
  }
  const determinant = haa * hbb - hab * hab;
  return { slope: (hbb * ga - hab * gb) / determinant, intercept: (haa * gb - hab * ga) / determinant };
}
