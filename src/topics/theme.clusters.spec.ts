import { clusterPhrases, type WeighedPhrase } from './theme.clusters.js';

/** A phrase at an angle, in degrees, of the plane. */
const at = (phrase: string, degrees: number, texters = 1): WeighedPhrase => ({
  id: degrees,
  phrase,
  texters,
  vector: Float32Array.from([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]),
});
const namesOf = (phrases: readonly WeighedPhrase[], alike: number) =>
  clusterPhrases(phrases, alike).map(({ members }) => members.map(({ phrase }) => phrase));

describe('clusterPhrases', () => {
  it('joins what is alike and keeps the rest apart, the most central phrase first', () => {
    const phrases = [at('left', 0), at('middle', 9), at('right', 20), at('far', 120)];
    expect(new Set(namesOf(phrases, 0.9))).toEqual(new Set([['middle', 'left', 'right'], ['far']]));
  });

  it('does not chain: the ends of a long row are not joined through what lies between', () => {
    const row = Array.from({ length: 10 }, (_, index) => at(`p${index}`, index * 18));
    expect(namesOf(row, 0.9).length).toBeGreaterThan(2);
  });

  it('does not depend on the order of the phrases', () => {
    const phrases = [at('a', 0, 3), at('b', 25), at('c', 50, 2), at('d', 90), at('e', 100)];
    expect(namesOf(phrases.toReversed(), 0.8)).toEqual(namesOf(phrases, 0.8));
  });

  it('has nothing to say of nothing', () => {
    expect(clusterPhrases([], 0.5)).toEqual([]);
  });
});
