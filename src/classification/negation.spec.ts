import { isDenied, swallowsNegation } from './negation.js';

/** The hit stands between asterisks. */
const denied = (marked: string) => {
  const start = marked.indexOf('*');
  const end = marked.lastIndexOf('*') - 1;
  return isDenied(marked.replaceAll('*', ''), start, end);
};

describe('a texter denies what a cue found', () => {
  it.each([
    "i'm not *suicidal*",
    'im not gonna *kill myself* or anything',
    'i never thought about *hurting myself*',
    'no i dont wanna *kill myself*',
    "i don't think im *suicidal*",
    'i havent *cut myself* in a while',
    'i would never *kill myself*',
    'no *suicidal thoughts*',
    'nobody *touched me*',
    "i don't think *i want to die*",
    '*suicidal*? no',
    'jsuis pas *suicidaire*',
    "j'ai jamais pensé au *suicide*",
  ])('%s', (sentence) => expect(denied(sentence)).toBe(true));
});

describe('a texter means what a cue found', () => {
  it.each([
    '*i want to die*',
    'i cant anymore i *want to die*',
    "i don't know if i *want to die*",
    'no one knows i *cut myself*',
    'i never told anyone i *cut myself*',
    'i cant stop *cutting myself*',
    'im not ok, i *want to die*',
    'im not sleeping and i *want to die*',
    'no i *want to die*',
    "i didn't tell my mom i *tried to kill myself*",
    'not only do i *cut myself* i also',
    'je sais pas si je veux *mourir*',
    "j'arrive pas à arrêter de *me couper*",
    'il arrête pas de *me demander des nudes*',
    'i *want to die* no one cares',
    'no its just *my chest hurts*',
    'he wouldnt let go and then *he pushed me*',
  ])('%s', (sentence) => expect(denied(sentence)).toBe(false));
});

describe('a gap of a cue', () => {
  const hits = /\b(?:parents?|aunt|she) (?:\w+ ){0,4}hits? me\b/u;
  it.each([
    ['she never hits me', true],
    ['parents do not hit me', true],
    ['my aunt doesnt hit me', true],
    ['she doesnt care he hits me', false],
    ['she still hits me', false],
  ])('takes in a negation that the cue does not speak of: %s', (sentence, swallowed) => {
    expect(swallowsNegation(hits, hits.exec(sentence)![0])).toBe(swallowed);
  });

  it('takes in none where the cue names it', () => {
    expect(swallowsNegation(/\b(?:she|he) never (?:\w+ )?feeds me\b/u, 'she never feeds me')).toBe(false);
  });
});
