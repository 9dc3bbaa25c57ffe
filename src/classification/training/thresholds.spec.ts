import type { OddsPoint } from './odds.histogram.js';
import { thresholdForF1, thresholdForRecall, thresholdOfRisk } from './thresholds.js';

const calibration = { method: 'platt', slope: 1, intercept: 0 } as const;
const sigmoid = (odds: number) => 1 / (1 + Math.exp(-odds));
/** Ten positives: 1, 4 and 5 from low to high. */
const points: OddsPoint[] = [
  { odds: -2, floor: -2.1, positives: 1, negatives: 80 },
  { odds: 0, floor: -0.1, positives: 4, negatives: 4 },
  { odds: 2, floor: 1.9, positives: 5, negatives: 1 },
];

describe('thresholds', () => {
  it('are the highest that reach the wanted recall', () => {
    const at = (wanted: number) => thresholdForRecall(points, calibration, wanted);
    expect(at(0.5)).toEqual({ value: sigmoid(1.9), rule: 'recall', reached: 0.5, positives: 10 });
    expect(at(0.51)).toMatchObject({ value: sigmoid(-0.1), reached: 0.9 });
    expect(at(0.95)).toMatchObject({ value: sigmoid(-2.1), reached: 1 });
  });

  it('find something even where no recall is wanted', () => {
    expect(thresholdForRecall(points, calibration, 0).reached).toBe(0.5);
  });

  it('of a risk label are the taxonomy’s where a recall would rest on a few', () => {
    const few = thresholdOfRisk(points, calibration, 0.95, 0.4);
    expect(few).toEqual({ value: 0.4, rule: 'taxonomy', reached: 0.9, positives: 10 });
    const enough = points.map((point) => ({ ...point, positives: 2 * point.positives }));
    expect(thresholdOfRisk(enough, calibration, 0.95, 0.4)).toEqual(
      thresholdForRecall(enough, calibration, 0.95),
    );
  });

  it('have the best F1 by hand: 10/16, 18/24 and 20/105', () => {
    expect(thresholdForF1(points, calibration)).toEqual({
      value: sigmoid(-0.1),
      rule: 'f1',
      reached: 18 / 24,
      positives: 10,
    });
  });
});
