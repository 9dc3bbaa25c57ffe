import { Products } from '../embeddings/onnx/products.js';
import { type Matrix, pack, rowsOf } from '../embeddings/vectors.js';
import { fitRidge } from './ridge.js';

/** On a plateau of the leave-one-out accuracy over the exemplars, which is flat from 1 to 10. */
const LAMBDA = 3;

/** So many of a group's exemplars, the nearest, say how like an utterance is to the group. */
const NEAREST = 8;

/** Weight of the regression beside the mean likeness to the nearest exemplars; flat from 0.3 to 0.6. */
const REGRESSION = 0.6;

/** Raise it when the numbers that `fitExemplars` gives change: it is part of the key they are pinned under. */
export const EXEMPLAR_MODEL_VERSION = '4';

/** So many exemplars are compared with all at a time, which bounds memory. */
const BATCH = 64;

/** The exemplars of several groups as numbers. */
export interface Exemplars {
  /** One row for each exemplar, group after group; likeness is the dot product of rows. */
  vectors: Matrix;
  /** The regression reads so many numbers of each row, from its start. */
  regressed: number;
  /** How many exemplars each group has. */
  sizes: readonly number[];
}

/** What fitting yields, as plain numbers: the regression's weights, group by group, its biases, the temperature. */
export type FittedNumbers = Float32Array;

/** How many numbers fitting yields. */
export function fittedSize({ regressed, sizes }: Exemplars): number {
  return sizes.length * (regressed + 1) + 1;
}

/** Fits the regression and the temperature; costs seconds for thousands of exemplars, which is why its result is pinned. */
export async function fitExemplars(exemplars: Exemplars): Promise<FittedNumbers> {
  const { vectors, regressed, sizes } = exemplars;
  const groupOf = sizes.flatMap((size, group) => new Array<number>(size).fill(group));
  const rows = rowsOf(vectors);
  const inputs = pack(rows.map((row) => row.subarray(0, regressed)));
  const { weights, biases, leftOut } = await fitRidge(inputs, groupOf, sizes.length, LAMBDA);
  const fitted = new Float32Array(fittedSize(exemplars));
  fitted.set(weights);
  fitted.set(biases, weights.length);
  const products = await Products.of(vectors);
  const scores: Float32Array[] = [];
  for (let from = 0; from < rows.length; from += BATCH)
    for (const likeness of await products.with(rows.slice(from, from + BATCH))) {
      const row = scores.length;
      likeness[row] = -Infinity;
      scores.push(combine(sizes, likeness, leftOut[row]!));
    }
  fitted[fitted.length - 1] = likeliestTemperature(scores, groupOf);
  return fitted;
}

/** Tells how likely a vector is to belong to each of several groups of exemplars. */
export class ExemplarModel {
  private constructor(
    private readonly likeness: Products,
    private readonly regression: Products,
    private readonly regressed: number,
    private readonly sizes: readonly number[],
    private readonly biases: Float32Array,
    private readonly temperature: number,
  ) {}

  /** @param fitted what `fitExemplars` gave for the same exemplars */
  static async of({ vectors, regressed, sizes }: Exemplars, fitted: FittedNumbers): Promise<ExemplarModel> {
    const weights = fitted.subarray(0, sizes.length * regressed);
    const biases = fitted.subarray(weights.length, -1);
    const regression = await Products.of({ data: weights, rows: sizes.length, dimensions: regressed });
    return new ExemplarModel(
      await Products.of(vectors),
      regression,
      regressed,
      sizes,
      biases,
      fitted.at(-1)!,
    );
  }

  /** For each vector the probability of each group; they sum to 1. */
  async probabilities(vectors: readonly Float32Array[]): Promise<Float32Array[]> {
    const likenesses = await this.likeness.with(vectors);
    const regressions = await this.regression.with(
      vectors.map((vector) => vector.subarray(0, this.regressed)),
    );
    return likenesses.map((likeness, index) => {
      const regression = regressions[index]!.map((value, group) => value + this.biases[group]!);
      return softmax(combine(this.sizes, likeness, regression), this.temperature);
    });
  }
}

/** The score of each group, of how like its nearest exemplars are and of the regression. */
function combine(
  sizes: readonly number[],
  likeness: Float32Array,
  regression: ArrayLike<number>,
): Float32Array {
  let end = 0;
  return Float32Array.from(sizes, (size, group) => {
    end += size;
    return meanOfHighest(likeness.subarray(end - size, end)) + REGRESSION * regression[group]!;
  });
}

/** Keeps the highest in order while it passes over the values, for sorting them all takes five times as long. */
function meanOfHighest(likeness: Float32Array): number {
  const highest: number[] = [];
  for (const value of likeness) {
    if (value === -Infinity || (highest.length === NEAREST && value <= highest[NEAREST - 1]!)) continue;
    let place = Math.min(highest.length, NEAREST - 1);
    while (place > 0 && highest[place - 1]! < value) {
      highest[place] = highest[place - 1]!;
      place--;
    }
    highest[place] = value;
  }
  return highest.reduce((sum, value) => sum + value, 0) / Math.max(1, highest.length);
}

/** Exponentials of the scores over the temperature, scaled to sum to 1. */
function softmax(scores: Float32Array, temperature: number): Float32Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The temperature under which the scores make the true groups likeliest. */
function likeliestTemperature(scores: readonly Float32Array[], groupOf: readonly number[]): number {
  const loss = (temperature: number) =>
    scores.reduce((sum, row, i) => sum - Math.log(softmax(row, temperature)[groupOf[i]!]! + 1e-9), 0);
  const candidates = Array.from({ length: 20 }, (_, step) => 0.02 * 1.15 ** step);
  const losses = candidates.map(loss);
  return candidates[losses.indexOf(Math.min(...losses))]!;
}
