import { neededLiterals, PatternIndex } from './pattern.index.js';

describe('the literals that a pattern needs', () => {
  it.each([
    [/\bdeport(?:ed|ing|ation)?\b/u, ['deport']],
    [/\b(?:mom|mum) yells\b/u, [' yells']],
    [/\bdon'?t (?:eat|drink)\b/u, ['eat', 'drink']],
    [/(?<!\p{L})chicane(?!\p{L})/u, ['chicane']],
    [/(?:sad|a)/u, null],
    [/[a-z]+ ?\d/u, null],
    [/(?:panic )?attack/u, ['attack']],
  ])('of %p are %p', (pattern, literals) => expect(neededLiterals(pattern)).toEqual(literals));
});

describe('an index of patterns', () => {
  const patterns = [
    /\bpanic\b/u,
    /\d+/u,
    /\b(?:my )?dog died\b/u,
    /\b(?:vape|smoke)s?\b/u,
    /(?:hit|punch)(?:s|ed)? me/u,
  ];
  const index = new PatternIndex(patterns);
  const texts = [
    '',
    'x',
    'my dog died',
    'i smoke 2 a day',
    'he punched me and i panic',
    'panda ic',
    'do g died',
    'no thing',
  ];

  it.each(texts)('leaves out no pattern that matches in %p', (text) => {
    const matching = patterns.flatMap((pattern, place) => (pattern.test(text) ? [place] : []));
    expect(index.candidates(text)).toEqual(expect.arrayContaining(matching));
  });

  it('leaves out what cannot match', () => expect(index.candidates('do g died')).toEqual([1]));

  it('gives the first match of each pattern in each line, pattern after pattern', () => {
    const found = index.matches(['9 panic', 'no', 'panic panic 7']);
    expect(found.map(({ pattern, line, match }) => [pattern, line, match.index])).toEqual([
      [0, 0, 2],
      [0, 2, 0],
      [1, 0, 0],
      [1, 2, 12],
    ]);
  });
});
