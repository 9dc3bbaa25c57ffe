import { makeLabel } from '../../../test/support/small-taxonomy.js';
import { seededRandom } from '../training/random.js';
import { auroc } from './auroc.js';
import { blocksOf, draws, type Interval, MOST_BLOCKS, percentileInterval } from './bootstrap.js';
import { evaluateRecords } from './evaluate.records.js';
import { LabelRecords } from './records.js';

const bootstrap = { resamples: 1000, seed: 7 };
const width = (interval: Interval | null | undefined) => (interval ? interval[1] - interval[0] : NaN);

/** Conversations with the label, in three of four of which it was found, so many of each texter alike. */
function recalls(texters: number, conversationsEach: number) {
  const records = new LabelRecords([makeLabel('grief')]);
  const score = { id: 'grief', score: 0.5, evidence: [] };
  for (let texter = 0; texter < texters; texter++)
    for (let i = 0; i < conversationsEach; i++)
      records.add({ scores: [score], labels: texter % 4 === 0 ? [] : [score] }, ['grief'], `t${texter}`);
  return evaluateRecords(records, bootstrap, 5).micro;
}

describe('percentileInterval', () => {
  it('leaves 2.5 % out at either end', () => {
    expect(percentileInterval(Float64Array.from({ length: 1001 }, (_, i) => 1000 - i))).toEqual([25, 975]);
  });

  it('is null where the figure is missing in more than one of twenty resamples', () => {
    const missing = (count: number) => Float64Array.from({ length: 100 }, (_, i) => (i < count ? NaN : 1));
    expect([percentileInterval(missing(5)), percentileInterval(missing(6))]).toEqual([[1, 1], null]);
  });
});

describe('resampling', () => {
  it('draws as many blocks as there are, the same ones for the same seed', () => {
    const drawn = (seed: number) => [...draws(9, { resamples: 3, seed })].map((times) => [...times]);
    const copies = [...draws(9, { resamples: 3, seed: 1 })].length;
    const first = draws(9, { resamples: 1, seed: 1 }).next().value as Uint16Array;
    expect(copies).toBe(3);
    expect(first.reduce((sum, times) => sum + times, 0)).toBe(9);
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
  });

  it('joins texters into blocks of one size where there are many', () => {
    const { count, blockOf } = blocksOf(2 * MOST_BLOCKS, 1);
    const sizes = new Array<number>(count).fill(0);
    for (const block of blockOf) sizes[block]!++;
    expect([count, Math.min(...sizes), Math.max(...sizes)]).toEqual([MOST_BLOCKS, 2, 2]);
    expect(blocksOf(3, 1).count).toBe(3);
  });

  // The standard error of a share is √(p(1 − p)/n) = √(0.75 · 0.25 / n).
  it.each([400, 8 * MOST_BLOCKS])('gives a share of %i texters the width that theory does', (texters) => {
    const { recall, intervals } = recalls(texters, 1);
    expect(recall).toBe(0.75);
    expect(width(intervals.recall) / (2 * 1.96 * Math.sqrt((0.75 * 0.25) / texters))).toBeCloseTo(1, 0.7);
  });

  it('takes no more from four equal conversations of a texter than from one', () => {
    expect(recalls(400, 4).intervals.recall).toEqual(recalls(400, 1).intervals.recall);
  });
});

describe('the interval of an AUROC', () => {
  it('is near the one from ranks made anew in each resample', () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 150 }, (_, i) => ({
      given: i % 3 === 0,
      score: Math.fround(random() * (i % 3 === 0 ? 1 : 0.8)),
    }));
    const records = new LabelRecords([makeLabel('grief'), makeLabel('bully')]);
    rows.forEach(({ given, score }, i) =>
      records.add(
        { scores: [{ id: 'grief', score, evidence: [] }], labels: [] },
        given ? ['grief'] : [],
        `${i}`,
      ),
    );
    const [figures] = evaluateRecords(records, bootstrap, 5).labels;
    const of = (some: typeof rows, is: boolean) =>
      Float32Array.from(
        some.filter(({ given }) => given === is),
        ({ score }) => score,
      );
    const areaOf = (some: typeof rows) => auroc(of(some, true), of(some, false)) ?? NaN;
    const anew = percentileInterval(
      Float64Array.from({ length: 1000 }, () =>
        areaOf(rows.map(() => rows[Math.floor(random() * rows.length)]!)),
      ),
    );
    const found = figures?.intervals.auroc;
    expect(figures?.auroc).toBeCloseTo(areaOf(rows), 12);
    expect(Math.abs((found?.[0] ?? NaN) - (anew?.[0] ?? NaN))).toBeLessThan(0.015);
    expect(Math.abs((found?.[1] ?? NaN) - (anew?.[1] ?? NaN))).toBeLessThan(0.015);
  });
});
