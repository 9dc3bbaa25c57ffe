import { seededRandom } from '../classification/training/random.js';
import { inSteps } from './small.groups.js';
import { growthRates } from './theme.growth.js';

const all = { week: 100, before: 400 };

describe('whether themes grow', () => {
  it('is the exact binomial test where one theme is asked about and nothing is hidden', () => {
    // P(X >= 4), X binomial of 5 tries at 0.2: 5 · 0.2⁴ · 0.8 + 0.2⁵.
    expect(growthRates([{ week: 4, before: 1 }], all, 1)[0]).toBeCloseTo(5 * 0.2 ** 4 * 0.8 + 0.2 ** 5, 12);
    expect(growthRates([{ week: 0, before: 30 }], all, 1)).toEqual([1]);
  });

  it('takes all themes together, as Benjamini and Hochberg do', () => {
    const counts = [
      { week: 4, before: 1 },
      { week: 9, before: 2 },
      { week: 5, before: 20 },
      { week: 6, before: 8 },
    ];
    const single = counts.map((count) => growthRates([count], all, 1)[0]!);
    const ranked = single.toSorted((a, b) => a - b);
    const expected = single.map((value) =>
      Math.min(...ranked.slice(ranked.indexOf(value)).map((p) => (p * 4) / (ranked.indexOf(p) + 1)), 1),
    );
    growthRates(counts, all, 1).forEach((rate, index) => expect(rate).toBeCloseTo(expected[index]!, 12));
  });

  it('asks whether the share has grown, not the number', () => {
    const theme = [{ week: 40, before: 80 }];
    expect(growthRates(theme, all, 1)[0]).toBeLessThan(0.001);
    expect(growthRates(theme, { week: 300, before: 400 }, 1)[0]).toBeGreaterThan(0.5);
  });

  it('says nothing that the counts in steps do not, and never more than they bear', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 300; round++) {
      const theme = { week: Math.floor(random() * 30), before: Math.floor(random() * 60) };
      const [rate] = growthRates([theme], all, 5);
      const told = { week: inSteps(theme.week, 5) ?? 0, before: inSteps(theme.before, 5) ?? 0 };
      expect(rate).toBe(growthRates([told], all, 5)[0]);
      expect(rate).toBeGreaterThanOrEqual(growthRates([theme], all, 1)[0]! - 1e-12);
    }
  });

  it('is unknown where too few wrote at all', () => {
    expect(growthRates([{ week: 3, before: 0 }], { week: 4, before: 100 }, 5)).toEqual([null]);
    expect(growthRates([], all, 5)).toEqual([]);
  });

  it('calls few themes grown where none has', () => {
    const random = seededRandom(11);
    const drawn = (mean: number) =>
      Array.from({ length: 200 }, () => random() < mean / 200).filter(Boolean).length;
    let families = 0;
    for (let round = 0; round < 200; round++) {
      const themes = Array.from({ length: 20 }, () => ({ week: drawn(10), before: drawn(40) }));
      if (growthRates(themes, all, 1).some((rate) => rate! <= 0.05)) families += 1;
    }
    expect(families / 200).toBeLessThanOrEqual(0.08);
  });
});
