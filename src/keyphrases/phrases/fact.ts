import { type Frame, frames, type Slots } from './frame.js';
import { Nouns } from './nouns.js';
import { ADULTS, PARENTS } from './people.js';

const SPANS = new Nouns([
  ['(?:a|one|1) (?:whole )?(?:year|yr)|un an', 'a year', 'un an', "d'un an"],
  ['(?:\\d+|[a-z]+)(?: and a half)? (?:years|yrs)|\\S+ ans|des ann[eé]es', 'years', 'des années', "d'années"],
  ['(?:\\d+|[a-z]+) months|\\S+ mois', 'months', 'des mois', 'de mois'],
]);

const TIMES = new Nouns([
  ['nights?|nuits?|soirs?', 'night', 'soir', 'du soir'],
  ['days?|jours?', 'day', 'jour', 'du jour'],
]);

const OWN = { parent: PARENTS, adult: ADULTS, span: SPANS, time: TIMES };

/** `{kin}` in a phrasing stands for a slot's noun, `{kin's}` for its possessive, `{of kin}` for its French one. */
function fill(template: string, slots: Slots, language: 'en' | 'fr'): string {
  return template.replace(/\{(of )?([a-z]+)('s)?\}/g, (_, of: string, name: string, owner: string) => {
    const noun = slots[name];
    const word = (of ? noun?.frOf : noun?.[language]) ?? '';
    if (!owner) return word;
    return word.endsWith('s') ? `${word}'` : `${word}'s`;
  });
}

/** A pattern that speaks of the texter or of someone of theirs, whoever does it: all but those of a feeling. */
const OF_MINE = /^(?!(?:\(\?:)*(?:scared|peur)).*(?<![\p{L}])(?:m'|(?:me|my|us|mon|ma|mes)(?![\p{L}]))/u;

/** The frames of one fact that holds of the texter, or of a relative the pattern names. */
export function fact(
  en: string,
  fr: string,
  labels: readonly string[],
  patterns: readonly string[],
  needsLabel = false,
): Frame[] {
  const phrasing = (slots: Slots) => ({ en: fill(en, slots, 'en'), fr: fill(fr, slots, 'fr') });
  return patterns.flatMap((pattern) =>
    frames([pattern], phrasing, {
      now: true,
      labels,
      needsLabel,
      ofTexter: !OF_MINE.test(pattern),
      own: OWN,
    }),
  );
}

/** The labels of a fact that falls under one or another as the conversation goes. */
export const OPEN: readonly string[] = [];
