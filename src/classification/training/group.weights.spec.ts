import { fairLoss, groupWeights } from './group.weights.js';

const groups = [
  { loss: 0.2, weight: 90 },
  { loss: 0.8, weight: 10 },
];

describe('weights of groups', () => {
  it('are 1 for the average risk', () => {
    expect(groupWeights(groups, { alpha: 0, beta: 5 })).toEqual([1, 1]);
    expect(fairLoss(groups, { alpha: 0, beta: 5 })).toBeCloseTo(0.9 * 0.2 + 0.1 * 0.8, 12);
  });

  it('let groups count alike whatever their size, where beta is 0', () => {
    const weights = groupWeights(groups, { alpha: 1, beta: 0 });
    expect(weights[0]! * 90).toBeCloseTo(50, 9);
    expect(weights[1]! * 10).toBeCloseTo(50, 9);
    expect(fairLoss(groups, { alpha: 1, beta: 0 })).toBeCloseTo(0.5, 12);
  });

  it('come to the worst group alone as beta grows', () => {
    const weights = groupWeights(groups, { alpha: 1, beta: 1_000 });
    expect(weights[0]).toBeCloseTo(0, 9);
    expect(weights[1]).toBeCloseTo(10, 9);
    expect(fairLoss(groups, { alpha: 1, beta: 1_000 })).toBeCloseTo(0.8, 12);
  });

  it('follow the softmax in between, and average 1 over all examples', () => {
    const weights = groupWeights(groups, { alpha: 0.5, beta: 2 });
    const worst = Math.exp(2 * 0.8) / (Math.exp(2 * 0.2) + Math.exp(2 * 0.8));
    expect(weights[1]).toBeCloseTo(0.5 + 0.5 * worst * 10, 9);
    expect((weights[0]! * 90 + weights[1]! * 10) / 100).toBeCloseTo(1, 9);
  });

  it('pass over a group without examples', () => {
    expect(groupWeights([{ loss: 0, weight: 0 }, ...groups], { alpha: 1, beta: 0 })[0]).toBe(1);
  });
});
