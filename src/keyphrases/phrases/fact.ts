import { type Frame, type FrameOptions, frames, type Slots } from './frame.js';
import { Nouns } from './nouns.js';
import { ADULTS, ELDERS, KIN, PARENTS, PARTNERS } from './people.js';

const SPANS = new Nouns([
  ['(?:a|one|1) (?:whole )?(?:year|yr)|un an', 'a year', 'un an', "d'un an"],
  ['(?:\\d+|[a-z]+)(?: and a half)? (?:years|yrs)|\\S+ ans|des ann[eé]es', 'years', 'des années', "d'années"],
  ['(?:\\d+|[a-z]+) months|\\S+ mois', 'months', 'des mois', 'de mois'],
]);

const TIMES = new Nouns([
  ['nights?|nuits?|soirs?', 'night', 'soir', 'du soir'],
  ['days?|jours?', 'day', 'jour', 'du jour'],
]);

const TERMS = new Nouns([
  ['semester|term|session', 'semester', 'session', 'de la session'],
  ['(?:school )?year|grade(?: \\d+)?|ann[eé]e|secondaire(?: \\d)?', 'year', 'année', "de l'année"],
]);

const CONDITIONS = new Nouns([
  ['depression|d[eé]pression', 'depression', 'dépression', 'de dépression'],
  ['anxiety|anxi[eé]t[eé]|tag', 'anxiety', 'anxiété', "d'anxiété"],
  ['bipolar(?: disorder)?|bipolarit[eé]', 'bipolar', 'bipolarité', 'de bipolarité'],
  ['adhd|add|tdah', 'adhd', 'tdah', 'de tdah'],
  ['autism|asd|autistic|autisme|tsa', 'autism', 'autisme', "d'autisme"],
  ['ocd|toc', 'ocd', 'toc', 'de toc'],
  ['ptsd|tspt', 'ptsd', 'tspt', 'de tspt'],
  ['bpd|borderline|tpl', 'bpd', 'tpl', 'de tpl'],
  ['diabetes|diab[eè]te', 'diabetes', 'diabète', 'de diabète'],
  ["crohn'?s?|ibs|colitis", 'bowel disease', 'maladie des intestins', 'de maladie intestinale'],
  ['epilepsy|[eé]pilepsie', 'epilepsy', 'épilepsie', "d'épilepsie"],
  ['cancer', 'cancer', 'cancer', 'de cancer'],
]);

const OWN = {
  parent: PARENTS,
  adult: ADULTS,
  elder: ELDERS,
  partner: PARTNERS,
  victim: KIN,
  span: SPANS,
  time: TIMES,
  term: TERMS,
  condition: CONDITIONS,
};

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

/**
 * The frames of one fact that holds of the texter, or of a relative the pattern names; today, unless it stays one
 * however long ago it was.
 */
export function fact(
  en: string,
  fr: string,
  labels: readonly string[],
  patterns: readonly string[],
  { needsLabel = false, now = true }: Pick<FrameOptions, 'needsLabel' | 'now'> = {},
): Frame[] {
  const phrasing = (slots: Slots) => ({ en: fill(en, slots, 'en'), fr: fill(fr, slots, 'fr') });
  return patterns.flatMap((pattern) =>
    frames([pattern], phrasing, {
      now,
      labels,
      needsLabel,
      ofTexter: !OF_MINE.test(pattern),
      own: OWN,
    }),
  );
}

/** The labels of a fact that falls under one or another as the conversation goes. */
export const OPEN: readonly string[] = [];
