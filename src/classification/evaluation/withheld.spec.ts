import { listed, mayTell, withheld } from './withheld.js';

const K = 5;

describe('withheld', () => {
  it.each([
    ['nothing where all are large', [5, 9, 30], [false, false, false]],
    ['the next smallest beside a single small one', [3, 9, 30], [true, true, false]],
    ['two small ones alone, where they are enough together', [3, 2, 9, 30], [true, true, false, false]],
    ['a third beside two that are not', [1, 2, 9, 30], [true, true, true, false]],
    ['all of two where one is small', [3, 30], [true, true]],
    ['an empty one alone: nobody can be told from it', [0, 9], [true, false]],
    ['everything where all are small', [1, 1], [true, true]],
  ])('hides %s', (_, sizes, hidden) => expect(withheld(sizes, K)).toEqual(hidden));

  it('leaves a difference of at least the smallest group, whatever the sizes', () => {
    for (let a = 0; a < 12; a++)
      for (let b = 0; b < 12; b++)
        for (let c = 0; c < 12; c++) {
          const sizes = [a, b, c];
          const hidden = withheld(sizes, K);
          const left = sizes.reduce((sum, size, i) => sum + (hidden[i] ? size : 0), 0);
          expect(left === 0 || left >= K || hidden.every(Boolean)).toBe(true);
        }
  });

  it('hides what was hidden before', () => {
    expect(withheld([9, 9, 9], K, [true, false, false])).toEqual([true, false, false]);
  });
});

describe('mayTell', () => {
  const sizes = { given: [9, 2, 6], found: [9, 9, 9], not: [9, 9, 1] };
  const none = [false, false, false];

  it('holds a figure to those it is a share of', () => {
    expect(mayTell('judged', sizes, K, none)).toEqual([true, true, true]);
    expect(mayTell('found', sizes, K, none)).toEqual([true, true, true]);
    expect(mayTell('given', sizes, K, none)).toEqual([true, false, false]);
    expect(mayTell('givenAndNot', sizes, K, none)).toEqual([false, false, false]);
  });
});

describe('listed', () => {
  it('names twenty of many', () => {
    expect(listed(['mixed, a and b', 'c'])).toBe('mixed, a and b; c');
    expect(listed(Array.from({ length: 25 }, () => 'x'))).toMatch(/; and 5 more$/);
  });
});
