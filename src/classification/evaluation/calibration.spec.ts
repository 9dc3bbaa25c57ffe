import { binned, binOf, brierScore, calibrationError } from './calibration.js';

describe('calibration', () => {
  it('puts a score in the bin whose lower bound it has reached, and 1 in the last', () => {
    expect([0, 0.05, 0.25, 0.5, 0.99, 1].map(binOf)).toEqual([0, 0, 2, 5, 9, 9]);
  });

  // Bin 0.1 to 0.2: scores 0.125 + 0.1875 = 0.3125, one right: 0.6875 apart. Last bin: 0.875… is in 0.8 to 0.9, right: 0.125.
  it('sums how far the scores of each bin are from what is right', () => {
    const bins = binned([0.125, 0.1875, 0.875], [false, true, true]);
    expect(calibrationError(bins)).toBeCloseTo((0.6875 + 0.125) / 3, 12);
  });

  it('is 0 where scores mean what they say: of four at 0.25, one is right', () => {
    expect(calibrationError(binned([0.25, 0.25, 0.25, 0.25], [true, false, false, false]))).toBe(0);
  });

  it('squares the distances for the Brier score', () => {
    expect(brierScore([0.5, 1, 0.25], [true, true, false])).toBeCloseTo((0.25 + 0 + 0.0625) / 3, 12);
  });

  it('is null without scores', () => {
    expect([calibrationError(binned([], [])), brierScore([], [])]).toEqual([null, null]);
  });
});
