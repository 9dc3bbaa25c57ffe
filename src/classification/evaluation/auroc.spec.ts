import { auroc, placements } from './auroc.js';

const scores = (...values: number[]) => Float32Array.from(values);

describe('the area under the ROC curve', () => {
  // 0.8 is above 0.6, 0.4 and 0.2: 3. 0.4 is below 0.6, equals 0.4 and is above 0.2: 0 + 1/2 + 1.
  it('is the share of pairs in the right order, equals counted half', () => {
    expect(auroc(scores(0.4, 0.8), scores(0.6, 0.2, 0.4))).toBeCloseTo((3 + 1.5) / 6, 12);
  });

  it.each([
    ['all in order', [0.9, 0.8], [0.1], 1],
    ['none in order', [0.1], [0.9], 0],
    ['all equal', [0.5, 0.5], [0.5, 0.5, 0.5], 0.5],
    ['nothing with the label', [], [0.5], null],
    ['nothing without it', [0.5], [], null],
  ])('with %s', (_, positive, negative, area) =>
    expect(auroc(scores(...positive), scores(...negative))).toBe(area),
  );

  it('is the mean of the placements of either class', () => {
    expect([...placements(scores(0.8, 0.4), scores(0.2, 0.4, 0.6).toSorted())]).toEqual([1, 0.5]);
    expect([...placements(scores(0.6, 0.2, 0.4), scores(0.4, 0.8))]).toEqual([0.5, 0, 0.25]);
  });
});
