import { Products } from '../embeddings/onnx/products.js';
import type { Matrix } from '../embeddings/vectors.js';
import { fitRidge, innerProducts } from './ridge.js';

/** On a plateau of the leave-one-out accuracy over the exemplars, which is flat from 1 to 10. */
const LAMBDA = 3;

/** So many of a group's exemplars, the nearest, say how like an utterance is to the group. */
const NEAREST = 8;

/**
 * Weight of the regression beside the mean likeness to the nearest exemplars. Over the exemplars themselves,
 * each left out in turn, likeness alone names the right label of 39 in 59 of 100, the regression in 60, both
 * together in 61; on longer texts by other people likeness is the better of the two.
 */
const REGRESSION = 0.3;

/** Raise it when the numbers that `fitExemplars` gives change: it is part of the key they are pinned under. */
export const EXEMPLAR_MODEL_VERSION = '2';

/** What fitting yields, as plain numbers: the regression's weights, group by group, its biases, the temperature. */
export type FittedNumbers = Float32Array;

/** How many numbers fitting yields. */
export function fittedSize(dimensions: number, groups: number): number {
  return groups * (dimensions + 1) + 1;
}

/**
 * Fits the regression and the temperature; costs some seconds for 1,800 exemplars, which is why its result is pinned.
 * @param vectors one row for each exemplar, group after group
 * @param sizes how many exemplars each group has
 */
export function fitExemplars(vectors: Matrix, sizes: readonly number[]): FittedNumbers {
  const groupOf = sizes.flatMap((size, group) => new Array<number>(size).fill(group));
  const products = innerProducts(vectors);
  const { weights, biases, leftOut } = fitRidge(vectors, groupOf, sizes.length, LAMBDA);
  const fitted = new Float32Array(fittedSize(vectors.dimensions, sizes.length));
  fitted.set(weights);
  fitted.set(biases, weights.length);
  const scores = leftOut.map((regression, row) => {
    const likeness = Float32Array.from(products.subarray(row * vectors.rows, (row + 1) * vectors.rows));
    likeness[row] = -Infinity;
    return combine(sizes, likeness, regression);
  });
  fitted[fitted.length - 1] = likeliestTemperature(scores, groupOf);
  return fitted;
}

/** Tells how likely a vector is to belong to each of several groups of exemplars. */
export class ExemplarModel {
  private constructor(
    private readonly products: Products,
    private readonly sizes: readonly number[],
    private readonly biases: Float32Array,
    private readonly temperature: number,
  ) {}

  /** @param fitted what `fitExemplars` gave for the same vectors and sizes */
  static async of(vectors: Matrix, sizes: readonly number[], fitted: FittedNumbers): Promise<ExemplarModel> {
    const { data, rows, dimensions } = vectors;
    const weights = fitted.subarray(0, sizes.length * dimensions);
    const both = new Float32Array(data.length + weights.length);
    both.set(data);
    both.set(weights, data.length);
    const products = await Products.of({ data: both, rows: rows + sizes.length, dimensions });
    return new ExemplarModel(products, sizes, fitted.subarray(weights.length, -1), fitted.at(-1)!);
  }

  /** For each vector the probability of each group; they sum to 1. */
  async probabilities(vectors: readonly Float32Array[]): Promise<Float32Array[]> {
    return (await this.products.with(vectors)).map((all) => {
      const likeness = all.subarray(0, -this.sizes.length);
      const regression = all.slice(-this.sizes.length).map((value, group) => value + this.biases[group]!);
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

function meanOfHighest(likeness: Float32Array): number {
  const highest = likeness.toSorted().subarray(-NEAREST).filter(Number.isFinite);
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
