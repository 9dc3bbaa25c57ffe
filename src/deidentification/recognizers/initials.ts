import type { PatternRecognizer } from '../deidentification.types.js';
import { fold, lexicon } from '../lexicon.js';

/** Two letters with stops that are no initials; some only where they are small. */
const ABBREVIATIONS = new Set(
  'a.m. p.m. e.g. i.e. p.s. u.s. u.k. b.c. d.c. n.b. p.e. o.k. c.a. q.c. p.o. c.p. m.d. h.s. j.k.'.split(' '),
);

/** Initials with stops: `J.T. has the pics`. */
export const INITIALS: readonly PatternRecognizer[] = [
  {
    name: 'initials',
    entity: 'NAME',
    needs: /\p{L}\.\p{L}/u,
    patterns: [/(?<![\p{L}\p{N}.@])\p{L}\.\p{L}\.(?![\p{L}\p{N}@])/gu],
    validate: (value) =>
      !ABBREVIATIONS.has(value.toLowerCase()) ||
      /^(?!P\.M|P\.S|U\.|B\.C|D\.C|N\.B|P\.E)[A-Z]\.[A-Z]/.test(value),
    score: 0.6,
    reason: 'initials of a person',
  },
  {
    name: 'initial',
    entity: 'NAME',
    needs: /[B-HJ-Z]/,
    patterns: [
      /(?<![\p{L}\p{N}'’.&-])[B-HJ-Z](?=\s(?:said|says|told|keeps|just|is|was|will|wont|texted|texts|called|hit|hits|knows|thinks|and\sme|and\si|n\sme|n\si|dit|veut|pense|sait)(?![\p{L}\p{N}]))/gu,
      /(?<=(?:^|[^\p{L}\p{N}])(?:im|i['’]m|its|it['’]s|name['’]?s|name\sis|call\sme|from|with|told|and|n)\s)[B-HJ-Z](?=[,.!]|$|\n)/gmu,
      /(?<=(?:^|[^\p{L}])(?:ex|bf|gf|bff|friend|cousin|brother|sister|roommate)\s)[bcdefghjklmpqrtvwxz](?=\s(?:said|says|told|keeps|just|is|was|will|wont|texted|texts|called|hit|hits|blocked|ghosted|left|cheated|knows|thinks|and\si)(?![\p{L}\p{N}]))/gimu,
    ],
    score: 0.6,
    reason: 'a person by an initial',
  },
  {
    name: 'name-in-symbols',
    entity: 'NAME',
    needs: /\p{L}[$@]\p{L}/u,
    patterns: [/(?<![\p{L}\p{N}.$@_-])\p{L}{1,12}[$@]\p{L}{1,12}(?![\p{L}\p{N}.$@_-])/gu],
    validate: (value) => {
      const word = fold(value.replaceAll('$', 's').replaceAll('@', 'a'));
      return lexicon().given(word) > 0 && lexicon().word(word) < 2;
    },
    score: 0.7,
    reason: 'a given name with a symbol for a letter',
  },
];
