import { fitCommonScale, NO_SCALE, onCommonScale } from './common.scale.js';
import { logOdds } from './logistic.js';

const point = (score: number, positives: number, negatives: number) => ({
  odds: logOdds(score),
  floor: logOdds(score),
  positives,
  negatives,
});

describe('the common scale of untrained scores', () => {
  const scale = fitCommonScale(
    new Map([
      ['right', [point(0.2, 5, 95), point(0.8, 80, 20)]],
      ['rash', [point(0.2, 1, 99), point(0.8, 20, 80)]],
      ['unused', [point(0.2, 0, 100), point(0.8, 0, 100)]],
    ]),
  );

  it('says how often scores are right, and lowers a label that is found rashly', () => {
    expect(onCommonScale(scale, 'right', 0.8)).toBeGreaterThan(0.6);
    expect(onCommonScale(scale, 'rash', 0.8)).toBeLessThan(0.4);
  });

  it('makes no own of a label that nobody gave', () => {
    expect(scale.shifts['unused']).toBe(0);
  });

  it('keeps the order of scores, so that a label holds exactly where it held', () => {
    const scores = [0, 0.1, 0.419, 0.42, 0.5, 0.9, 0.99];
    const mapped = scores.map((score) => onCommonScale(scale, 'rash', score));
    expect(mapped).toEqual(mapped.toSorted((a, b) => a - b));
    expect(new Set(mapped.slice(1)).size).toBe(scores.length - 1);
  });

  it('leaves scores alone where they mislead', () => {
    expect(fitCommonScale(new Map([['a', [point(0.2, 90, 10), point(0.8, 10, 90)]]]))).toEqual(NO_SCALE);
    expect(onCommonScale(NO_SCALE, 'a', 0.3)).toBeCloseTo(0.3, 9);
  });
});
