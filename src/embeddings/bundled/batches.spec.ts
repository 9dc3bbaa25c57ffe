import { batchesBySize, shorten } from './batches.js';

describe('batches', () => {
  it('hold every text once, in order, and end with the text that fills them', () => {
    expect(batchesBySize(['aaa', 'a', 'aaaa', 'aa', 'b'], 4)).toEqual([[0, 1], [2], [3, 4]]);
    expect(batchesBySize(['a'.repeat(9), 'b'], 4)).toEqual([[0], [1]]);
    expect(batchesBySize([], 4)).toEqual([]);
  });
});

describe('shortening', () => {
  it('leaves a text within the limit alone', () => {
    expect(shorten('as it is', 8)).toBe('as it is');
  });

  it('cuts between words where it can', () => {
    expect(shorten('one two three', 10)).toBe('one two');
    expect(shorten('a'.repeat(20), 10)).toBe('a'.repeat(10));
  });

  it('never leaves half an emoji', () => {
    expect(shorten('aaa😀😀', 4)).toBe('aaa');
  });
});
