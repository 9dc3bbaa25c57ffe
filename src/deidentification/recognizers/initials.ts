import type { PatternRecognizer } from '../deidentification.types.js';

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
];
