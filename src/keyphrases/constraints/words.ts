/** Words that carry no meaning of their own, in both languages. */
const FUNCTION_WORDS = new Set(
  `a an the of to in on at by for from with without into onto over about after before during since and or but as
   being be been is are was were am own other others another someone somebody something some any one's one
   de la le les l un une des du d à au aux en dans sur par pour avec sans chez et ou son sa ses leur leurs se s
   être avoir qu que qui ce cette ces`.split(/\s+/),
);

/** Words that a responder would use for one another. */
const SAME: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'mother mom mum mommy mummy mama ma',
    'father dad daddy papa',
    'parent parental',
    'conflict fight argument dispute quarrel clash',
    'friend bestie bff pal buddy',
    'boyfriend bf',
    'girlfriend gf',
    'partner spouse',
    'grandparent grandma grandmother grandpa grandfather nana',
    'sibling brother sister',
    'fear afraid scared',
    'job work',
    'school class',
    'thought ideation idea',
    'suicide suicidal',
    'loss death lose',
    'anxiety anxious',
    'depress depression',
    'lonely loneliness alone isolation isolate',
    'harm hurt injury',
    'caring care caregiv',
    'mère maman',
    'père papa',
    'école cours',
    'peur crainte',
    'ami amie',
  ].flatMap((line) => {
    const [first, ...rest] = line.split(' ').map(stem);
    return rest.map((word) => [word, first ?? word]);
  }),
);

/** The words of a phrase, in lower case, elisions apart: `peur d'échouer` has three. */
export function wordsOf(phrase: string): string[] {
  return (
    phrase
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/\p{L}+'(?=\p{L})|[\p{L}\p{N}]+/gu)
      ?.map(unelided) ?? []
  );
}

/** `d'` is `d`; an English possessive `mom's` comes as `mom'` and `s`. */
function unelided(word: string): string {
  return word.replace(/'$/, '');
}

/**
 * The word without its ending, crudely: enough to see that `fighting` and `fights` meet. English endings and
 * the French plural.
 */
export function stem(word: string): string {
  const base = word
    .replace(/(?<=[a-z]{3})(?:ies)$/, 'y')
    .replace(/(?<=[a-z]{3}(?:ss|x|ch|sh))es$/, '')
    .replace(/(?<=\p{L}{2}[^s\W])s$/u, '')
    .replace(/(?<=[a-z]{3})(?:ings?|ed)$/, '')
    .replace(/([bdgmnprt])\1$/, '$1');
  return base.length > 3 ? base.replace(/e$/, '') : base;
}

/** The stems that carry a phrase's meaning, one word for words that mean the same, without repeats. */
export function stemsOf(phrase: string): Set<string> {
  const telling = wordsOf(phrase).filter((word) => word.length > 1 && !FUNCTION_WORDS.has(word));
  return new Set(telling.map(stem).map((word) => SAME[word] ?? word));
}
