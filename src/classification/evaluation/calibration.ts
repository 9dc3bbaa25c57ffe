/** Bins of equal width from 0 to 1; each holds its lower bound, the last one also 1. */
export const BINS = 10;

/** What a bin of scores holds: how many, the sum of the scores, and how many of them were right. */
export interface Bin {
  count: number;
  score: number;
  right: number;
}

/** @param score in 0..1 */
export function binOf(score: number): number {
  return Math.min(BINS - 1, Math.floor(score * BINS));
}

/** Scores and whether each was right, in bins. */
export function binned(scores: ArrayLike<number>, right: ArrayLike<boolean>): Bin[] {
  const bins = Array.from({ length: BINS }, (): Bin => ({ count: 0, score: 0, right: 0 }));
  for (let i = 0; i < scores.length; i++) {
    const bin = bins[binOf(scores[i]!)]!;
    bin.count++;
    bin.score += scores[i]!;
    if (right[i]) bin.right++;
  }
  return bins;
}

/**
 * Expected calibration error: how far the mean score of a bin is from the share that was right, as the mean over
 * all scores (Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017).
 * @returns 0 for probabilities that mean what they say, at most 1; null without scores
 */
export function calibrationError(bins: readonly Bin[]): number | null {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const away = bins.reduce((sum, bin) => sum + Math.abs(bin.score - bin.right), 0);
  return count === 0 ? null : away / count;
}

/**
 * The mean squared distance of the scores from what was right, 1 or 0 (Brier 1950).
 * @returns null without scores
 */
export function brierScore(scores: ArrayLike<number>, right: ArrayLike<boolean>): number | null {
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += (scores[i]! - Number(right[i])) ** 2;
  return scores.length === 0 ? null : sum / scores.length;
}
