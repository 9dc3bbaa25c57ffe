import { isStated, type Telling } from './stated.js';

const LASTING: Telling = { now: true, danger: false };
const DANGER: Telling = { now: true, danger: true };

/** Whether what stands between `[` and `]` is stated. */
function stated(marked: string, telling: Telling): boolean {
  const start = marked.indexOf('[');
  return isStated(marked.replace(/[[\]]/g, ''), start, marked.indexOf(']') - 1, telling);
}

describe('what a texter states', () => {
  it.each([
    '[my parents are fighting]',
    'she cried and [my parents are fighting]',
    'idk if this counts but [my parents are fighting]',
    'i had to [drop out] of nursing',
    'we were fine. then [my dad left]',
    '[my dog died] in march',
    "c'est dur, [mes parents se séparent]",
  ])('is stated in %p', (marked) => expect(stated(marked, LASTING)).toBe(true));

  it.each([
    'if [my parents are fighting]',
    'what if [my parents are fighting]',
    'i think [my parents are fighting]',
    'i wish [my parents fought]',
    'do you know if [my parents fight]',
    'she said [im failing]',
    'is it ok [my dad yells at me]',
    'it was bad when [my parents were fighting]',
    'back in grade 4 [my parents were fighting]',
    '[my parents were fighting] when i was 7',
    '[my parents are fighting] in the sims',
    '[my parents are fighting] jk',
    'si [mes parents se séparent]',
    '[je dors] pas',
  ])('is not stated in %p', (marked) => expect(stated(marked, LASTING)).toBe(false));

  it('hears danger where it is guessed at', () => {
    expect(stated('i think [im gonna kill myself tonight]', DANGER)).toBe(true);
    expect(stated('i think [im gonna fail]', LASTING)).toBe(false);
  });

  it('takes no danger from a game, a joke or a song', () => {
    expect(stated('in minecraft [i killed myself]', DANGER)).toBe(false);
    expect(stated('[i hid my cuts] it was an accident', DANGER)).toBe(false);
  });

  it('tells an earlier time only where the fact has to last', () => {
    const once = 'when i was 9 [my uncle touched me]';
    expect(stated(once, { now: false, danger: true })).toBe(true);
    expect(stated(once, DANGER)).toBe(false);
  });
});
