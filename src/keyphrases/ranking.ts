import type { Classification } from '../classification/classification.types.js';
import type { Concept } from '../taxonomy/taxonomy.types.js';
import { type ConceptMatch, joined } from './concepts/concept.match.js';
import type { Candidate } from './constraints/candidate.js';
import { type FoundPhrase, spanOf } from './phrases/phrase.finder.js';

/** A conversation with something to say has at least this many keyphrases, where they can be found. */
const FEWEST = 3;

/** Evidence of one phrase: more spans tell a reader no more. */
const MOST_SPANS = 3;

/** Strength from which a concept is taken, and from which it may fill up a conversation with few. */
const TAKEN = 0.35;
const FILLING = 0.08;

/** How much a match counts when a label of its concept holds, and when none does. */
const SUPPORTED = { cue: 1.1, meaning: 1.4 };
const UNSUPPORTED = { cue: 0.75, meaning: 0.4 };

/** A phrase made of the texter's words, in a sentence that speaks for the conversation. */
const FOUND = 0.62;

/** What puts phrases of risk first when a risk label holds. */
const RISK_FIRST = 1;

interface Held {
  ids: ReadonlySet<string>;
}

/** Whether the conversation has one of the labels; null where the concept has none. */
function support({ labels }: Pick<Concept, 'labels'>, { ids }: Held): boolean | null {
  if (labels.length === 0) return null;
  return labels.some((id) => ids.has(id));
}

function weighed(match: ConceptMatch, by: 'cue' | 'meaning', held: Held): ConceptMatch {
  const supported = support(match.concept, held);
  // What merely sounds like danger is no ground to say so.
  if (by === 'meaning' && match.concept.risk && supported !== true) return { ...match, strength: 0 };
  const factor = supported === null ? 1 : (supported ? SUPPORTED : UNSUPPORTED)[by];
  return { ...match, strength: Math.min(0.95, match.strength * factor) };
}

/**
 * Concepts of the bank as candidates: those that are sure enough, and of the others the surest that a label
 * bears out, as far as a conversation has fewer than three.
 */
export function conceptCandidates(
  byCues: readonly ConceptMatch[],
  byMeaning: readonly ConceptMatch[],
  { labels }: Classification,
  language: string,
): Candidate[] {
  const held = { ids: new Set(labels.map(({ id }) => id)) };
  const matches = joined([
    ...byCues.map((match) => weighed(match, 'cue', held)),
    ...byMeaning.map((match) => weighed(match, 'meaning', held)),
  ]).toSorted((a, b) => b.strength - a.strength);
  const sure = matches.filter(({ strength }) => strength >= TAKEN);
  const filling = matches
    .filter(({ strength }) => strength < TAKEN && strength >= FILLING)
    .filter(({ concept }) => support(concept, held) === true)
    .slice(0, Math.max(0, FEWEST - sure.length));
  return [...sure, ...filling].map((match) => conceptCandidate(match, held, language));
}

function conceptCandidate(
  { concept, strength, sentences }: ConceptMatch,
  held: Held,
  language: string,
): Candidate {
  const first = concept.risk && support(concept, held) === true ? RISK_FIRST : 0;
  return {
    text: language === 'fr' ? concept.fr : concept.phrase,
    canonical: concept.phrase,
    evidence: sentences.slice(0, MOST_SPANS).map(spanOf),
    concept: concept.id,
    score: first + strength,
  };
}

/** Phrases made of the texter's words as candidates; the same phrase found twice is one with more evidence. */
export function phraseCandidates(
  found: readonly FoundPhrase[],
  { labels }: Classification,
  language: string,
): Candidate[] {
  const held = { ids: new Set(labels.map(({ id }) => id)) };
  const byPhrase = new Map<string, FoundPhrase[]>();
  for (const phrase of found) byPhrase.set(phrase.en, [...(byPhrase.get(phrase.en) ?? []), phrase]);
  return [...byPhrase].map(([canonical, all]) => {
    const first = all[0]!;
    const danger = first.risk && support(first, held) === true ? RISK_FIRST : 0;
    return {
      text: (language === 'fr' ? first.fr : null) ?? canonical,
      canonical,
      evidence: all.slice(0, MOST_SPANS).map(({ sentence }) => spanOf(sentence)),
      concept: null,
      score: danger + FOUND,
    };
  });
}
