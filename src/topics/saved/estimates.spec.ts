import statistics from 'jstat';
import { inSteps } from '../small.groups.js';
import { type JudgedStratum, qualityOf, shareInSteps } from './estimates.js';

const { jStat } = statistics;

const stratum = (size: number, about: number, judged: number, found = true): JudgedStratum => ({
  size,
  about,
  judged,
  found,
});

/** Of sums in floating point. */
const ROUNDING = 1e-12;

describe('the quality of a topic, from a sample', () => {
  it('weighs each stratum by its size, not by how many of it were judged', () => {
    const { precision, recall } = qualityOf([
      stratum(900, 9, 10),
      stratum(100, 1, 10),
      stratum(300, 1, 10, false),
    ]);
    expect(precision?.value).toBeCloseTo(0.82, 10);
    expect(recall?.value).toBeCloseTo(820 / 850, 10);
  });

  it('has the interval of Jeffreys where there is one stratum', () => {
    const { precision } = qualityOf([stratum(50, 8, 10)]);
    expect(precision?.value).toBe(0.8);
    expect(precision?.low).toBeCloseTo(jStat.beta.inv(0.025, 8.5, 2.5), 1);
    expect(precision?.high).toBeCloseTo(jStat.beta.inv(0.975, 8.5, 2.5), 1);
  });

  it('is unsure where little was judged, also of what was always right', () => {
    const few = qualityOf([stratum(100, 3, 3)]).precision!;
    const many = qualityOf([stratum(100, 60, 60)]).precision!;
    expect([few.value, few.high]).toEqual([1, 1]);
    expect(few.low).toBeLessThan(0.6);
    expect(many.low).toBeGreaterThan(0.93);
  });

  it('says nothing of what was not judged', () => {
    expect(qualityOf([stratum(10, 0, 0), stratum(10, 5, 5)])).toEqual({ precision: null, recall: null });
    const found = qualityOf([stratum(10, 5, 5), stratum(10, 0, 0, false)]);
    expect([found.precision?.value, found.recall]).toEqual([1, null]);
    expect(qualityOf([stratum(10, 0, 5), stratum(10, 0, 5, false)]).recall).toBeNull();
    expect(qualityOf([])).toEqual({ precision: null, recall: null });
  });

  it('asks for no judgement of an empty stratum', () => {
    expect(qualityOf([stratum(10, 4, 8), stratum(0, 0, 0)]).precision?.value).toBe(0.5);
  });

  it('says the same of the same sample', () => {
    const sample = [stratum(40, 5, 9), stratum(70, 2, 9, false)];
    expect(qualityOf(sample)).toEqual(qualityOf(sample));
  });
});

describe('a share of counts in steps', () => {
  it('has an interval around the exact share, whatever the steps hide', () => {
    const exact = (part: number, whole: number) => shareInSteps(part, whole, 1);
    for (const step of [2, 5])
      for (let whole = step; whole <= 40; whole++)
        for (let part = step; part <= whole; part++) {
          const { low, high } = shareInSteps(inSteps(part, step)!, inSteps(whole, step)!, step);
          const unhidden = exact(part, whole);
          expect(low).toBeLessThanOrEqual(unhidden.low + ROUNDING);
          expect(high).toBeGreaterThanOrEqual(unhidden.high - ROUNDING);
        }
  });

  it('is Wilson’s where nothing is hidden', () => {
    // 7 of 20, by the formula on paper with z = 1.959964.
    const { value, low, high } = shareInSteps(7, 20, 1);
    expect(value).toBe(0.35);
    expect(low).toBeCloseTo(0.1812, 4);
    expect(high).toBeCloseTo(0.5671, 4);
  });
});
