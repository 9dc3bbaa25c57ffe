import { z } from 'zod';
import { sigmoid } from './logistic.js';
import { counted, newtonStep } from './newton.js';
import type { OddsPoint } from './odds.histogram.js';

/** From log-odds to a probability: a curve of two parameters, or steps joined by straight lines. */
export const calibrationSchema = z.discriminatedUnion('method', [
  z.object({ method: z.literal('platt'), slope: z.number().positive(), intercept: z.number() }),
  z.object({
    method: z.literal('isotonic'),
    odds: z.array(z.number()).min(1),
    probabilities: z.array(z.number()),
  }),
]);
export type Calibration = z.output<typeof calibrationSchema>;

/** Platt's: probability = sigmoid(slope * log-odds + intercept). */
export interface Curve {
  slope: number;
  intercept: number;
}

/** From so many positives on, steps of any shape are truer than Platt's curve (Niculescu-Mizil and Caruana 2005). */
const ENOUGH_FOR_STEPS = 1_000;

const NEWTON_STEPS = 100;
const RIDGE = 1e-12;
const NEAR = 1e-10;

/** Up to so many positives a label's own slope is mostly chance, and would upset how labels rank beside each other. */
const FEW = 100;

/**
 * Fits a calibration to log-odds and what people said.
 * @param shared the curve of a label of few positives, with the slope that all labels share
 * @returns null where higher odds do not go with the label: the head has learnt nothing of it
 */
export function calibrate(points: readonly OddsPoint[], shared: Curve): Calibration | null {
  const platt = fitPlatt(points);
  if (platt.slope <= 0) return null;
  const positives = points.reduce((sum, point) => sum + point.positives, 0);
  if (positives <= FEW) return { method: 'platt', ...shared };
  return positives < ENOUGH_FOR_STEPS
    ? { method: 'platt', ...platt }
    : { method: 'isotonic', ...fitIsotonic(points) };
}

/** The probability that a calibration gives to log-odds. */
export function probabilityOf(calibration: Calibration, odds: number): number {
  if (calibration.method === 'platt') return sigmoid(calibration.slope * odds + calibration.intercept);
  const { odds: places, probabilities } = calibration;
  const next = places.findIndex((place) => place >= odds);
  if (next === 0) return probabilities[0]!;
  if (next < 0) return probabilities.at(-1)!;
  const [left, right] = [places[next - 1]!, places[next]!];
  const share = (odds - left) / (right - left);
  return probabilities[next - 1]! * (1 - share) + probabilities[next]! * share;
}

/**
 * Platt scaling: sigmoid(slope * odds + intercept) with the least log loss, against targets a little short of 1
 * and 0 (Platt 1999), by Newton's method with halved steps (Lin, Lin and Weng 2007).
 */
export function fitPlatt(points: readonly OddsPoint[]): Curve {
  const positives = points.reduce((sum, point) => sum + point.positives, 0);
  const negatives = points.reduce((sum, point) => sum + point.negatives, 0);
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  const examples = points.map((point) => ({
    ...counted(point),
    positives: point.positives * high + point.negatives * low,
  }));
  const loss = (a: number, b: number) =>
    examples.reduce((sum, { odds, weight, positives: wanted }) => {
      const f = a * odds + b;
      return sum + weight * (Math.max(0, f) + Math.log1p(Math.exp(-Math.abs(f)))) - wanted * f;
    }, 0);
  let slope = 0;
  let intercept = Math.log((positives + 1) / (negatives + 1));
  let best = loss(slope, intercept);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const whole = newtonStep(examples, slope, intercept, RIDGE);
    let part = 1;
    const lossAfter = () => loss(slope - part * whole.slope, intercept - part * whole.intercept);
    while (part > NEAR && lossAfter() > best) part /= 2;
    const after = lossAfter();
    if (part <= NEAR || best - after < NEAR) break;
    slope -= part * whole.slope;
    intercept -= part * whole.intercept;
    best = after;
  }
  return { slope, intercept };
}

/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955): the steps that never fall and are nearest
 * to what people said. Each is kept as its middle and its share of positives, with half an example of either kind
 * added at the ends so that nothing is certain.
 */
export function fitIsotonic(points: readonly OddsPoint[]): { odds: number[]; probabilities: number[] } {
  const blocks: { sum: number; positives: number; weight: number }[] = [];
  for (const { odds, positives, negatives } of points) {
    const weight = positives + negatives;
    let block = { sum: odds * weight, positives, weight };
    for (let last = blocks.at(-1); last && share(last) >= share(block); last = blocks.at(-1)) {
      blocks.pop();
      block = {
        sum: last.sum + block.sum,
        positives: last.positives + block.positives,
        weight: last.weight + block.weight,
      };
    }
    blocks.push(block);
  }
  const bounded = (block: (typeof blocks)[number]) => {
    const short = 0.5 / (block.weight + 1);
    return Math.max(short, Math.min(1 - short, share(block)));
  };
  const ends = blocks.map(bounded);
  // The bounds of a small step may overtake its neighbour's.
  const probabilities = ends.map((_, index) => Math.max(...ends.slice(0, index + 1)));
  return { odds: blocks.map(({ sum, weight }) => sum / weight), probabilities };
}

const share = ({ positives, weight }: { positives: number; weight: number }) => positives / weight;
