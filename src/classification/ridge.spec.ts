import { dot, normalise, pack } from '../embeddings/vectors.js';
import { fitRidge } from './ridge.js';

const points = [
  [1, 0.1, 0],
  [0.9, 0.3, 0.1],
  [0.1, 1, 0],
  [0, 0.8, 0.3],
  [0.2, 0.1, 1],
  [0, 0.2, 0.9],
].map((point) => normalise(Float32Array.from(point)));
const classes = [0, 0, 1, 1, 2, 2];

const fit = (training: readonly number[]) => {
  const inputs = pack(training.map((i) => points[i]!));
  return fitRidge(
    inputs,
    training.map((i) => classes[i]!),
    3,
    0.5,
  );
};
const scoresOf = async (training: readonly number[], input: Float32Array) => {
  const { weights, biases } = await fit(training);
  return [0, 1, 2].map((row) => dot(weights.subarray(3 * row, 3 * row + 3), input) + biases[row]!);
};

describe('ridge regression', () => {
  it('scores each point highest in its own class', async () => {
    for (const [i, point] of points.entries()) {
      const scores = await scoresOf([0, 1, 2, 3, 4, 5], point);
      expect(scores.indexOf(Math.max(...scores))).toBe(classes[i]);
    }
  });

  it('gives exactly the scores of a fit that had not seen the point', async () => {
    const { leftOut } = await fit([0, 1, 2, 3, 4, 5]);
    for (const [i, point] of points.entries()) {
      const without = await scoresOf(
        [0, 1, 2, 3, 4, 5].filter((other) => other !== i),
        point,
      );
      without.forEach((value, label) => expect(leftOut[i]![label]).toBeCloseTo(value, 4));
    }
  });
});
