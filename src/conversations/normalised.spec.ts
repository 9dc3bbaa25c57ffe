import { normalised, withoutPlaceholders } from './normalised.js';

describe('the normalised form', () => {
  it('is lower case with straight apostrophes and single spaces', () => {
    expect(normalised('  I’m   SO\ntired ')).toBe("i'm so tired");
  });

  it('composes accents', () => {
    expect(normalised('Ca\u0301')).toBe('c\u00e1');
  });

  it('reads placeholders as words, so that a sentence stays one', () => {
    expect(normalised('[NAME_1] hit me at [SCHOOL_2], my cell is [PHONE_1]')).toBe(
      'someone hit me at school, my cell is',
    );
  });

  it('leaves brackets of the texter alone', () => {
    expect(withoutPlaceholders('[sigh] ok')).toBe('[sigh] ok');
  });
});
