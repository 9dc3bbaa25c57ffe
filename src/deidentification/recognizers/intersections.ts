import type { PatternRecognizer } from '../deidentification.types.js';
import { fold, lexicon } from '../lexicon.js';
import { ORDINARY_STREET, STREET } from './address.js';

const NUMBERED = '\\d{1,3}(?:st|nd|rd|th)';
const AND = '\\s{1,2}(?:and|&|n|pis|et)\\s{1,2}';
const STREET_NAME = "[\\p{L}'’-]{3,25}";

/** Everyday words that nearly every town has a street of. */
const MAIN_STREETS = new Set(
  'main king queen bay front college wellington granville hastings dundas yonge'.split(' '),
);

/** Two words that the lists know as names or places, or not as words: `at rideau and nicholas`, `portage and main`. */
const isPairOfStreets = (value: string): boolean =>
  value
    .split(new RegExp(AND, 'i'))
    .map((street) => fold(street).replace(/^(?:sainte?|ste?)-/, ''))
    .every((word) => {
      const known = lexicon();
      if (MAIN_STREETS.has(word)) return true;
      const named = known.family(word) > 0 || known.place(word) > 0 || known.given(word) > 0;
      return known.word(word) < 2 && !known.isRegion(word) && (named || !known.isTypo(word));
    });

/** `monday and 5th`, `second`: dates and ranks, not streets. */
const isRank = (value: string): boolean =>
  /(?:day|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|first|second|third|last|grade|year|week|month|period|floor))\b/iu.test(
    value,
  );

/** Street corners, where someone stands or lives. */
export const INTERSECTIONS: readonly PatternRecognizer[] = [
  {
    name: 'intersection',
    entity: 'ADDRESS',
    triggers: new Set(['corner', 'intersection', 'coin']),
    patterns: [
      new RegExp(
        `\\b(?<id>(?:the\\s)?(?:corner|intersection|coin)\\s(?:of|de|des)\\s(?:(?:rues?|the|la)\\s)?(?:[\\p{L}\\p{N}'’.-]{1,25}\\s{1,2}){1,4}(?:and|&|n|et|pis|at)\\s{1,2}(?:${NUMBERED}|[\\p{L}'’-]{2,25})(?:\\s(?:${STREET}|${ORDINARY_STREET}s?)(?![\\p{L}\\p{N}]))?)`,
        'giu',
      ),
    ],
    score: 0.8,
    reason: 'an intersection',
  },
  {
    name: 'intersection',
    entity: 'ADDRESS',
    needs: /\d/,
    triggers: new Set(['ave', 'st', 'street', 'avenue', 'rd', 'rue']),
    patterns: [
      /(?<![\p{L}\p{N}])\d{1,3}(?:st|nd|rd|th)?\s{1,2}(?:ave|avenue|st|street)\s{1,2}(?:and|&|n|et)\s{1,2}(?:\d{1,3}(?:st|nd|rd|th)?|[\p{L}'’-]{3,20})(?:\s{1,2}(?:ave|avenue|st|street|rd|drive))?(?![\p{L}\p{N}])/giu,
    ],
    score: 0.85,
    reason: 'an intersection',
  },
  {
    name: 'intersection',
    entity: 'ADDRESS',
    triggers: new Set(['at', 'a', 'near', 'coin', 'on', 'behind', 'by', 'angle']),
    patterns: [
      new RegExp(
        `(?<![\\p{L}\\p{N}])(?:at|à|near|on|behind|by|coin|angle)\\s{1,2}(?<id>${STREET_NAME}${AND}${STREET_NAME})(?![\\p{L}\\p{N}])`,
        'giu',
      ),
    ],
    validate: isPairOfStreets,
    score: 0.7,
    reason: 'two streets where someone is',
  },
  {
    name: 'intersection',
    entity: 'ADDRESS',
    needs: /\d(?:st|nd|rd|th)/i,
    triggers: new Set(['at', 'near', 'coin', 'on', 'behind', 'by', 'angle', 'from', 'corner', 'of']),
    patterns: [
      new RegExp(
        `\\b(?:at|near|on|behind|by|coin|angle|from|corner|of)\\s{1,2}(?<id>${NUMBERED}${AND}${STREET_NAME}|${STREET_NAME}${AND}${NUMBERED})(?![\\p{L}\\p{N}])`,
        'giu',
      ),
    ],
    validate: (value) => !isRank(value),
    score: 0.75,
    reason: 'a street and a numbered one',
  },
];
