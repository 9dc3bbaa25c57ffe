import { dot } from '../../embeddings/vectors.js';
import { seededRandom, shuffled } from './random.js';

/** The log-odds of a label: weights · features + bias. */
export interface LogisticModel {
  weights: Float32Array;
  bias: number;
}

/** Strength of the L2 penalty on the weights, as a share of the mean loss. */
const L2 = 1e-3;
const RATE = 0.3;

/** Steps over single examples, whatever their number: small sets are seen more often. */
const STEPS = 60_000;
const FEWEST_PASSES = 3;
const MOST_PASSES = 150;

export function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The probability that a model gives to features. */
export function predict({ weights, bias }: LogisticModel, features: Float32Array): number {
  return sigmoid(dot(weights, features) + bias);
}

/**
 * Logistic regression with an L2 penalty, by stochastic gradients with AdaGrad steps (Duchi et al. 2011).
 * Positive and negative examples weigh the same in total, within limits, so that a rare label is not
 * simply denied. The same seed gives the same model.
 */
export function fitLogistic(
  inputs: readonly Float32Array[],
  positive: readonly boolean[],
  seed: number,
): LogisticModel {
  const size = inputs[0]!.length;
  const model = { weights: new Float32Array(size), bias: 0 };
  const squares = new Float32Array(size).fill(1e-6);
  let biasSquares = 1e-6;
  const positives = positive.filter(Boolean).length;
  const balance = Math.min(10, (inputs.length - positives) / Math.max(1, positives));
  const passes = Math.min(MOST_PASSES, Math.max(FEWEST_PASSES, Math.ceil(STEPS / inputs.length)));
  const random = seededRandom(seed);
  const order = inputs.map((_, index) => index);
  for (let pass = 0; pass < passes; pass++)
    for (const index of shuffled(order, random)) {
      const input = inputs[index]!;
      const target = positive[index] ? 1 : 0;
      const slope = (predict(model, input) - target) * (target ? Math.sqrt(balance) : 1);
      for (let i = 0; i < size; i++) {
        const gradient = slope * input[i]! + L2 * model.weights[i]!;
        squares[i]! += gradient * gradient;
        model.weights[i]! -= (RATE * gradient) / Math.sqrt(squares[i]!);
      }
      biasSquares += slope * slope;
      model.bias -= (RATE * slope) / Math.sqrt(biasSquares);
    }
  return model;
}
