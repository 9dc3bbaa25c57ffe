import { type Bootstrap, draws, type Interval, percentileInterval } from './bootstrap.js';
import type { Cell } from './figures.js';
import { type BlockSums, type SumLayout, Sums } from './sums.js';

/** A figure with its interval. */
export interface Measured {
  /** Null where there is nothing to divide by. */
  value: number | null;
  /** 95 %; null where it rests on too few texters. */
  interval: Interval | null;
}

/** Figures of some conversations: as they are, and in each resample. */
export interface Replicated {
  values: number[];
  /** By cell, then by resample. */
  replicates: Float64Array[];
}

/** Reads cells off the sums, and off those of each resample. */
export function replicate(
  { blocks, total, areas }: BlockSums,
  layout: SumLayout,
  cells: readonly Cell[],
  bootstrap: Bootstrap,
): Replicated {
  const whole = new Sums(layout, total, areas);
  const replicates = cells.map(() => new Float64Array(bootstrap.resamples));
  const drawn = new Float64Array(layout.length);
  let resample = 0;
  for (const times of draws(blocks.length, bootstrap)) {
    drawn.fill(0);
    blocks.forEach((block, index) => {
      if (block && times[index]! > 0) addTimes(drawn, block, times[index]!);
    });
    const sums = new Sums(layout, drawn, areas);
    cells.forEach((cell, index) => (replicates[index]![resample] = cell.read(sums)));
    resample++;
  }
  return { values: cells.map((cell) => cell.read(whole)), replicates };
}

/** One cell's figure, with its interval. */
export function measured({ values, replicates }: Replicated, cell: number): Measured {
  return asMeasured(values[cell]!, replicates[cell]!);
}

export function asMeasured(value: number, replicates: Float64Array): Measured {
  if (Number.isNaN(value)) return { value: null, interval: null };
  return { value, interval: percentileInterval(replicates) };
}

function addTimes(drawn: Float64Array, block: Float64Array, times: number): void {
  for (let place = 0; place < drawn.length; place++) drawn[place]! += times * block[place]!;
}
