import { byNearness, nearness, phraseWeight, rarity, shares } from './similarity.js';

describe('nearness', () => {
  it('is the cosine where no stem is shared, and never below 0', () => {
    expect(nearness(0.4, ['grief'], ['loss'])).toEqual({ similarity: 0.4, meaning: 0.4, wording: 0 });
    expect(nearness(-0.2, ['grief'], ['loss']).similarity).toBe(0);
  });

  it('grows with shared stems and stays within 1', () => {
    const shared = nearness(0.4, ['sick', 'mother'], ['sick', 'father']);
    expect(shared).toMatchObject({ meaning: 0.4, wording: 0.5 });
    expect(shared.similarity).toBeGreaterThan(0.4);
    expect(nearness(1, ['sick'], ['sick'])).toEqual({ similarity: 1, meaning: 1, wording: 1 });
  });
});

describe('rarity', () => {
  it('falls from 1 for what nobody brought to 0 for what everybody did', () => {
    expect([rarity(0, 100), rarity(100, 100)]).toEqual([1, 0]);
    expect(rarity(3, 100)).toBeGreaterThan(rarity(30, 100));
  });

  it('is 1 in an empty archive', () => expect(rarity(0, 0)).toBe(1));
});

describe('phraseWeight', () => {
  it('is halved at most by how common the phrase is', () => {
    expect([phraseWeight(1, 1), phraseWeight(1, 0), phraseWeight(0, 1)]).toEqual([1, 0.5, 0]);
  });
});

describe('shares', () => {
  it('sum to 1, and are none where every stem is everywhere', () => {
    const scaled = shares([
      { stem: 'a', weight: 1 },
      { stem: 'b', weight: 3 },
    ]);
    expect(scaled.map(({ weight }) => weight)).toEqual([0.25, 0.75]);
    expect(shares([{ stem: 'a', weight: 0 }])).toEqual([]);
  });
});

describe('byNearness', () => {
  it('puts the nearest first and equals in the order of their phrases', () => {
    const phrase = (name: string, value: number) => ({
      vocabularyId: 1,
      phrase: name,
      inTaxonomy: false,
      similarity: value,
    });
    const sorted = [phrase('b', 0.5), phrase('a', 0.5), phrase('c', 0.9)].toSorted(byNearness);
    expect(sorted.map(({ phrase: name }) => name)).toEqual(['c', 'a', 'b']);
  });
});
