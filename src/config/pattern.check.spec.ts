import { compilePattern, compileRawPattern, PatternError } from './pattern.check.js';

describe('a pattern of the taxonomy', () => {
  it.each([
    [String.raw`\bkms\b`, 'gonna kms'],
    [String.raw`\bfight(?:s|ing)? (?:\w+ ){0,4}(?:mom|dad)\b`, 'fighting with my mom'],
    [String.raw`\bdepress\w*`, 'so depressed'],
    [String.raw`\b\w+phobic\b`, 'hes homophobic'],
    [String.raw`(?<![\p{L}])épuis\p{L}+(?![\p{L}])`, 'je suis épuisée'],
    [String.raw`(?<!root )(?<!butter ?)\bbeers?\b`, 'had 9 beers'],
    [
      String.raw`\b(?:(?:so|very) ){0,3}(?:sad|low) (?:\w+ ){0,3}(?:\w+ )?today\b`,
      'so very sad since about noon today',
    ],
    ['^test[ .!]{0,9}$', 'test!!'],
    [String.raw`\bhe (?:(?:has|had|have|he|is|i|been|both|says?|said) ){0,8}left\b`, 'he said he has left'],
  ])('compiles %s and finds its words', (source, text) => {
    expect(compilePattern(source).test(text)).toBe(true);
  });

  it.each([
    ['(?:a+)+b', /repeats a group without a limit/],
    ['(?:a|a)*b', /repeats a group without a limit/],
    [String.raw`(?:\w+ )*mom`, /repeats a group without a limit/],
    [String.raw`(?:\w{1,200})+x`, /repeats a group without a limit/],
    [String.raw`\w+\w+x`, /can share the same text/],
    ['a.*b.*c', /can share the same text/],
    [String.raw`(?:\w+ ?){0,4}mom`, /can share the same text/],
    ['(?:a|a){0,20}b', /too many ways/],
    [String.raw`(?:(?:ab|a|\w) ?){0,20}c`, /too many ways/],
    ['(?:a?){0,30}b', /too many ways/],
    [String.raw`(?:\w{0,60}){0,60}x`, /too many ways/],
    ['(?!(?:a|a){0,20}b)c', /too many ways/],
    ['(?<=a{1,}b)c', /looks back without a limit/],
    [String.raw`(\w)\1`, /refers back to a group/],
    [String.raw`\bAA\b`, /capital letter/],
    ['don’t', /curly apostrophe/],
    ['sad|', /matches the empty text/],
    ['[a-', /is no regular expression \(Unterminated character class\): correct it/],
    [String.raw`self\-harm`, /is no regular expression \(Invalid escape\): correct it/],
  ])('is refused when it is %s', (source, reason) => {
    const attempt = () => compilePattern(source);
    expect(attempt).toThrow(PatternError);
    expect(attempt).toThrow(reason);
  });
});

describe('a pattern for raw text', () => {
  const units = ['a', '1', 'a1', 'ab ', ' ', 'a.', 'é', '-1', 'aA'];
  const hostile = units.map((unit) => unit.repeat(Math.ceil(10_000 / unit.length)));

  it.each([
    [String.raw`\bKL-?(?<id>\d{4,8})\b`, 'call kl-20871 please', '20871'],
    [String.raw`\bcase (?:no\.? )?(?<id>[a-z]{2}\d{3,10})`, 'Case no. AB1234', 'AB1234'],
    ['don’t tell', 'DON’T TELL', undefined],
    [String.raw`\w{1,12} ?house`, 'Maple House', undefined],
    [String.raw`\bcase ?(?:number|no\.?)? ?(?:is|:)? ?(?<id>[a-z]?\d{4,12})`, 'CASE NO. 20871', '20871'],
  ])('compiles %s and finds its words in any case', (source, text, id) => {
    const [match] = text.matchAll(compileRawPattern(source));
    expect(match?.groups?.['id']).toBe(id);
    expect(match).toBeDefined();
    // Ends at all: one that backtracks badly would not within the test's time.
    for (const long of hostile)
      expect([...long.matchAll(compileRawPattern(source))].length).toBeLessThan(20_000);
  });

  it.each([
    [String.raw`\d+`, /repeats without a limit of at most 64: write one such as \{1,20\}/],
    ['a{1,65}b', /repeats without a limit/],
    ['(?:ab)*c', /repeats without a limit/],
    [String.raw`\w{0,60}\w{0,60}x`, /can take too long/],
    ['[a-z]{0,20}[A-Z]{0,30}!', /can take too long/],
    [String.raw`(?<=\w{0,30}\w{0,30})x`, /can take too long/],
    [String.raw`(?:\w{1,12} ?){1,2}house`, /can take too long/],
    ['(?:a|A){0,20}b', /too many ways/],
    ['(?=x)', /matches the empty text/],
    ['[', /is no regular expression/],
  ])('is refused when it is %s', (source, reason) => {
    const attempt = () => compileRawPattern(source);
    expect(attempt).toThrow(PatternError);
    expect(attempt).toThrow(reason);
  });
});
