import { batchesByLength, shorten } from './batches.js';

describe('batches', () => {
  it('hold every text once and put texts of like length together', () => {
    expect(batchesByLength(['aaa', 'a', 'aaaa', 'aa', 'b'], 2)).toEqual([[2, 0], [3, 1], [4]]);
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
