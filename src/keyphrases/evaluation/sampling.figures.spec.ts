import { samplingFigures } from './sampling.figures.js';

const conversation = (texter: string, gold: number, first: number, any: number) => ({
  texter,
  gold,
  first,
  any,
});

describe('samplingFigures', () => {
  it('counts each gold keyphrase once, and tells lacking from ranking badly', () => {
    const { gold, accuracyAt1, passAtK, rankedBadly, lacking } = samplingFigures([
      conversation('a', 4, 1, 3),
      conversation('b', 1, 1, 1),
    ]);
    expect(gold).toBe(5);
    expect(accuracyAt1.value).toBeCloseTo(2 / 5, 12);
    expect(passAtK.value).toBeCloseTo(4 / 5, 12);
    expect(rankedBadly.value).toBeCloseTo(2 / 5, 12);
    expect(lacking.value).toBeCloseTo(1 / 5, 12);
  });

  it('draws the conversations of one texter together', () => {
    const apart = Array.from({ length: 40 }, (_, n) => conversation(`t${n}`, 1, n % 2, 1));
    const together = apart.map((each, n) => ({ ...each, texter: `t${n % 2}` }));
    const width = ({ accuracyAt1: { interval } }: ReturnType<typeof samplingFigures>) =>
      interval ? interval[1] - interval[0] : 0;
    expect(width(samplingFigures(apart))).toBeLessThan(0.4);
    expect(width(samplingFigures(together))).toBe(1);
  });

  it('says nothing of nothing', () => {
    expect(samplingFigures([])).toMatchObject({
      gold: 0,
      accuracyAt1: { value: null, interval: null },
      lacking: { value: null, interval: null },
    });
  });
});
