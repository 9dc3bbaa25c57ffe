import { calibrate, fitIsotonic, fitPlatt, probabilityOf } from './calibration.js';
import { OddsHistogram, type OddsPoint } from './odds.histogram.js';

const point = (odds: number, positives: number, negatives: number): OddsPoint => ({
  odds,
  floor: odds,
  positives,
  negatives,
});

describe('calibration', () => {
  it('fits Platt’s curve as by hand: two places, targets 5/6 and 1/6', () => {
    // At 1: (3 * 5/6 + 1 * 1/6) / 4 = 2/3, whose log-odds are ln 2; at -1 the contrary.
    const { slope, intercept } = fitPlatt([point(-1, 1, 3), point(1, 3, 1)]);
    expect(slope).toBeCloseTo(Math.LN2, 6);
    expect(intercept).toBeCloseTo(0, 6);
  });

  it('fits Platt’s curve to uneven numbers as by hand', () => {
    // 2 positives, 6 negatives: targets 3/4 and 1/8. At 0: (0.75 + 3 * 0.125) / 4; at 2: the same with 3 negatives.
    const { slope, intercept } = fitPlatt([point(0, 0, 4), point(2, 2, 2)]);
    const logit = (p: number) => Math.log(p / (1 - p));
    expect(intercept).toBeCloseTo(logit(0.125), 6);
    expect(slope).toBeCloseTo((logit((2 * 0.75 + 2 * 0.125) / 4) - logit(0.125)) / 2, 6);
  });

  it('stays finite where odds part the label perfectly', () => {
    const { slope, intercept } = fitPlatt([point(-3, 0, 50), point(3, 10, 0)]);
    expect(Number.isFinite(slope) && Number.isFinite(intercept)).toBe(true);
    expect(1 / (1 + Math.exp(-(slope * 3 + intercept)))).toBeCloseTo(11 / 12, 3);
  });

  it('pools violators into steps that never fall', () => {
    const { odds, probabilities } = fitIsotonic([
      point(1, 0, 9),
      point(2, 4, 5),
      point(3, 1, 8),
      point(4, 9, 0),
    ]);
    expect(odds).toEqual([1, 2.5, 4]);
    expect(probabilities).toEqual([0.05, 5 / 18, 0.95]);
  });

  it('joins the steps by straight lines, and goes on level beyond them', () => {
    const steps = { method: 'isotonic', odds: [0, 2], probabilities: [0.2, 0.6] } as const;
    const at = (odds: number) =>
      probabilityOf({ ...steps, odds: [...steps.odds], probabilities: [...steps.probabilities] }, odds);
    expect([-Infinity, 0, 1, 2, 9].map(at)).toEqual([0.2, 0.2, 0.4, 0.6, 0.6]);
  });

  it('takes steps where positives are many, a curve where they are few, and nothing from odds that mislead', () => {
    const shared = { slope: 0.7, intercept: -1 };
    expect(calibrate([point(-1, 10, 900), point(1, 990, 100)], shared)?.method).toBe('isotonic');
    const own = fitPlatt([point(-1, 10, 90), point(1, 91, 10)]);
    expect(calibrate([point(-1, 10, 90), point(1, 91, 10)], shared)).toEqual({ method: 'platt', ...own });
    expect(calibrate([point(-1, 9, 1), point(1, 1, 9)], shared)).toBeNull();
  });

  it('takes the curve that all labels share up to a hundred positives', () => {
    const shared = { slope: 0.7, intercept: -1 };
    expect(calibrate([point(-1, 10, 90), point(1, 90, 10)], shared)).toEqual({ method: 'platt', ...shared });
  });

  it('counts odds in bins without losing their mean, whatever their size', () => {
    const histogram = new OddsHistogram();
    for (const [odds, given] of [
      [0.5, true],
      [0.501, false],
      [-99, false],
      [99, true],
    ] as const)
      histogram.add(odds, given);
    const points = histogram.points();
    expect(points).toHaveLength(3);
    expect(points[0]).toEqual({ odds: -16, floor: -Infinity, positives: 0, negatives: 1 });
    expect(points[1]).toMatchObject({ floor: 0.5, positives: 1, negatives: 1 });
    expect(points[1]!.odds).toBeCloseTo(0.5005, 6);
  });
});
