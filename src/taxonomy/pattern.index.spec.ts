import { neededLiterals, PatternPrefilter } from './pattern.prefilter.js';

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

describe('the prefilter', () => {
  const patterns = [
    /\bpanic\b/u,
    /\d+/u,
    /\b(?:my )?dog died\b/u,
    /\b(?:vape|smoke)s?\b/u,
    /(?:hit|punch)(?:s|ed)? me/u,
  ];
  const prefilter = new PatternPrefilter(patterns);
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
    const matching = patterns.flatMap((pattern, index) => (pattern.test(text) ? [index] : []));
    expect(prefilter.candidates(text)).toEqual(expect.arrayContaining(matching));
  });

  it('leaves out what cannot match', () => expect(prefilter.candidates('do g died')).toEqual([1]));
});
