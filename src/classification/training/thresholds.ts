import { type Calibration, probabilityOf } from './calibration.js';
import type { OddsPoint } from './odds.histogram.js';

/** A threshold with what it rests on. */
export interface ChosenThreshold {
  /** The probability from which the label holds. */
  value: number;
  rule: 'recall' | 'f1' | 'taxonomy';
  /** What it reaches on the conversations that it was chosen on. */
  reached: number;
  /** How many of them have the label. */
  positives: number;
}

/**
 * So many conversations with a label are needed to choose a threshold for a recall: the lowest of a few is mostly
 * chance, and everything above it would hold.
 */
const ENOUGH = 20;

/**
 * The threshold of a risk label: for the wanted recall where there are enough positives to choose by, else the
 * taxonomy's. (What the untrained engine finds of a risk label holds either way.)
 */
export function thresholdOfRisk(
  points: readonly OddsPoint[],
  calibration: Calibration,
  wanted: number,
  taxonomy: number,
): ChosenThreshold {
  const positives = points.reduce((sum, point) => sum + point.positives, 0);
  if (positives >= ENOUGH) return thresholdForRecall(points, calibration, wanted);
  const above = points.filter((point) => valueAt(point, calibration) >= taxonomy);
  const found = above.reduce((sum, point) => sum + point.positives, 0);
  return { value: taxonomy, rule: 'taxonomy', reached: found / Math.max(1, positives), positives };
}

/** The highest threshold at which so large a share of the positives is found. */
export function thresholdForRecall(
  points: readonly OddsPoint[],
  calibration: Calibration,
  wanted: number,
): ChosenThreshold {
  const positives = points.reduce((sum, point) => sum + point.positives, 0);
  let found = 0;
  for (const point of points.toReversed()) {
    found += point.positives;
    if (point.positives > 0 && found >= wanted * positives)
      return { value: valueAt(point, calibration), rule: 'recall', reached: found / positives, positives };
  }
  throw new RangeError('no positives to choose a threshold by');
}

/** The threshold with the best F1; of equals the lower, which misses less. */
export function thresholdForF1(points: readonly OddsPoint[], calibration: Calibration): ChosenThreshold {
  const positives = points.reduce((sum, point) => sum + point.positives, 0);
  let [found, all] = [0, 0];
  let best: ChosenThreshold = { value: 1, rule: 'f1', reached: 0, positives };
  for (const point of points.toReversed()) {
    found += point.positives;
    all += point.positives + point.negatives;
    const reached = (2 * found) / (all + positives);
    if (reached >= best.reached)
      best = { value: valueAt(point, calibration), rule: 'f1', reached, positives };
  }
  return best;
}

/** The probability at a point's lower end, so that all that fell into it are at or above the threshold. */
function valueAt({ floor }: OddsPoint, calibration: Calibration): number {
  return probabilityOf(calibration, floor);
}
