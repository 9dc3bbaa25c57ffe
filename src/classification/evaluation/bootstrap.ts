import { seededRandom, shuffled } from '../training/random.js';

/** An interval's lower and upper end. */
export type Interval = readonly [number, number];

/** How intervals are made. The same seed gives the same ones. */
export interface Bootstrap {
  resamples: number;
  seed: number;
}

export const DEFAULT_BOOTSTRAP: Bootstrap = { resamples: 1000, seed: 20_260 };

/** Two-sided, 95 %. */
const TAIL = 0.025;

/** A figure must exist in so large a share of the resamples: about what a figure resting on three texters does. */
const FEWEST_DEFINED = 0.95;

/**
 * More texters than this are joined at random into so many blocks, which are resampled in their place (random
 * groups, Wolter 2007, chapter 2). That adds some 3 % of chance to the width of an interval, 1 / √(2 · 500), less than
 * a thousand resamples do by themselves.
 */
export const MOST_BLOCKS = 500;

/** Puts every texter into a block, alone where there are few enough: all conversations of one are drawn together. */
export function blocksOf(texters: number, seed: number): { count: number; blockOf: Uint16Array } {
  const count = Math.min(texters, MOST_BLOCKS);
  const blockOf = new Uint16Array(texters);
  const order = shuffled(Array.from(blockOf.keys()), seededRandom(seed));
  order.forEach((texter, place) => (blockOf[texter] = place % count));
  return { count, blockOf };
}

/**
 * How often each block is drawn, resample by resample (Efron 1979). The array is the same one each time: read it
 * before the next.
 */
export function* draws(blocks: number, { resamples, seed }: Bootstrap): Generator<Uint16Array> {
  const random = seededRandom(seed);
  const times = new Uint16Array(blocks);
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let draw = 0; draw < blocks; draw++) times[Math.floor(random() * blocks)]!++;
    yield times;
  }
}

/**
 * The percentile interval (Efron and Tibshirani 1993, chapter 13).
 * @param values a figure in each resample; NaN where it did not exist
 * @returns null where it rests on too few texters to say
 */
export function percentileInterval(values: Float64Array): Interval | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0 || sorted.length < FEWEST_DEFINED * values.length) return null;
  return [quantile(sorted, TAIL), quantile(sorted, 1 - TAIL)];
}

/** Between the two nearest values, in proportion (type 7 of Hyndman and Fan 1996). */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
}
