import { countWords, sentencesOf } from './sentences.js';

const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('end at marks and line breaks, without the space around them', () => {
    expect(split(' i cant sleep.  its been weeks!! \n help ')).toEqual([
      'i cant sleep.',
      'its been weeks!!',
      'help',
    ]);
  });

  it('do not end within a word, a number or dots', () => {
    expect(split('i make 14.50 an hour at e.g.the mall')).toHaveLength(1);
  });

  it.each([
    ['i told Ms. [NAME_1] abt it. she was nice', 2],
    ['Mme. Tremblay a rien dit. M. Roy non plus.', 2],
    ['i see Dr. Lee and Mrs. Ray. mr. [NAME_2] left.', 2],
    ['he hates me. [NAME_1] told me so.', 2],
    ['is it me? no. 2 of them hate me.', 3],
    ['she said no. i cried', 2],
    ['talk to dr. he is nice', 2],
  ])('do not end after a title: %s', (text, count) => expect(split(text)).toHaveLength(count));

  it('that are too long are cut where clauses meet', () => {
    const clause = 'my mom works nights and i take care of my brothers every day after school';
    const parts = split(`${clause}, ${clause}, ${clause}`);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(countWords(part)).toBeLessThanOrEqual(32);
    expect(parts.join(' ').replace(/\s+/g, ' ')).toBe(`${clause}, ${clause}, ${clause}`);
  });

  it('of a text of 4,000 characters without a mark are all found', () => {
    const text = 'word '.repeat(800).trim();
    expect(split(text).join(' ')).toBe(text);
    expect(split('a'.repeat(4000))).toEqual(['a'.repeat(4000)]);
  });

  it('of a blank text are none', () => {
    expect(split('  \n ')).toEqual([]);
  });
});
