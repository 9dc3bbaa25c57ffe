import { dot, type Matrix } from '../embeddings/vectors.js';
import { fitRidge, type LinearScorer } from './ridge.js';

/** On a plateau of the leave-one-out accuracy over the exemplars, which is flat from 0.3 to 3. */
const LAMBDA = 1;

/**
 * A ridge regression on the vectors of groups of exemplars, and a softmax over its scores. Over the exemplars
 * themselves, each left out in turn, it names the right label more often than the likeness to the nearest
 * exemplars does.
 */
export class ExemplarModel {
  private constructor(
    private readonly scorer: LinearScorer,
    private readonly temperature: number,
  ) {}

  /**
   * @param vectors one row for each exemplar, group after group
   * @param groups the exemplars of each label; the last group is talk about no concern
   */
  static fit(vectors: Matrix, groups: readonly (readonly string[])[]): ExemplarModel {
    const groupOf = groups.flatMap((texts, index) => texts.map(() => index));
    const { scorer, leftOut } = fitRidge(vectors, groupOf, groups.length, LAMBDA);
    return new ExemplarModel(scorer, likeliestTemperature(leftOut, groupOf));
  }

  /** The probability of each group but the last. */
  probabilities(vector: Float32Array): Float32Array {
    const { data, dimensions } = this.scorer.weights;
    const scores = this.scorer.biases.map(
      (bias, row) => bias + dot(data.subarray(row * dimensions, (row + 1) * dimensions), vector),
    );
    return softmax(scores, this.temperature).slice(0, -1);
  }
}

/** Exponentials of the scores over the temperature, scaled to sum to 1. */
function softmax(scores: ArrayLike<number>, temperature: number): Float32Array {
  const highest = Math.max(...Array.from(scores));
  const powers = Float32Array.from(scores, (score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The temperature under which the left-out scores make the true groups likeliest. */
function likeliestTemperature(scores: readonly ArrayLike<number>[], groupOf: readonly number[]): number {
  const loss = (temperature: number) =>
    scores.reduce((sum, row, i) => sum - Math.log(softmax(row, temperature)[groupOf[i]!]! + 1e-9), 0);
  const candidates = Array.from({ length: 20 }, (_, step) => 0.03 * 1.15 ** step);
  return candidates.reduce((best, candidate) => (loss(candidate) < loss(best) ? candidate : best));
}
