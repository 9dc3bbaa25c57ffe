import { FOLDS, partOf, roundOf } from './split.js';

const texters = Array.from({ length: 10_000 }, (_, index) => index * 27_111_777_111 + index);

describe('the split by texter', () => {
  it('holds out a fifth and parts the others into folds alike', () => {
    const counts = new Map<unknown, number>();
    for (const texter of texters) {
      const part = partOf(texter, 7);
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
    expect(counts.get('test')! / texters.length).toBeCloseTo(0.2, 1);
    for (let fold = 0; fold < FOLDS; fold++) expect(counts.get(fold)! / texters.length).toBeCloseTo(0.16, 1);
  });

  it('is the same for a texter and a seed, and another for another seed', () => {
    const parts = (seed: number) => texters.slice(0, 100).map((texter) => partOf(texter, seed));
    expect(parts(1)).toEqual(parts(1));
    expect(parts(1)).not.toEqual(parts(2));
  });

  it('gives each fold one use a round, each use once over the rounds, and the test none', () => {
    const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
    for (const round of folds) {
      const part = roundOf(round);
      const uses = folds.map((fold) =>
        [part.fits(fold), part.stops(fold), part.calibrates(fold)].filter(Boolean),
      );
      expect(uses.map(({ length }) => length)).toEqual(folds.map(() => 1));
      expect([part.fits('test'), part.stops('test'), part.calibrates('test')]).toEqual([false, false, false]);
    }
    expect(folds.map((round) => folds.findIndex(roundOf(round).calibrates))).toEqual(folds);
  });
});
