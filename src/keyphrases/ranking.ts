import type { Classification } from '../classification/classification.types.js';
import type { CueHit } from '../classification/cues.js';
import { normalised } from '../conversations/normalised.js';
import type { Sentence, Utterance } from '../conversations/utterances.js';
import type { Concept } from '../taxonomy/taxonomy.types.js';
import type { Likeness } from './concepts/concept.exemplars.js';
import { namesParticulars } from './concepts/particulars.js';
import { isPast, isUse } from './concepts/concept.cues.js';
import { type ConceptMatch, joined } from './concepts/concept.match.js';
import { breathOf, type Said } from './concepts/said.js';
import { isAsked, isOwnUse, namesOthersAlone, speaksOfTexter } from './concepts/whose.js';
import type { Candidate } from './constraints/candidate.js';
import { hasPhrase } from './general.phrases.js';
import { type FoundPhrase, spanOf } from './phrases/phrase.finder.js';

/** Evidence of one phrase: more spans tell a reader no more. */
const MOST_SPANS = 3;

/** Strength from which a concept is taken. */
const TAKEN = 0.3;

/** How much a cue counts when a label of its concept holds, and when none does. */
const CUE_SUPPORTED = 1.1;
const CUE_UNSUPPORTED = 0.75;

/** What else speaks for a concept that an utterance is like. */
type Backing = 'same words' | 'same conversation' | 'unknown' | 'against';

/**
 * The likeness from which an utterance may mean a concept, and at which it surely does. Nearness in meaning
 * alone is right about half the time, so that what else is known of the conversation decides.
 */
const LIKENESS: Readonly<Record<Backing, { least: number; sure: number }>> = {
  // One of the taxonomy's cues for the concept's label is in the utterance.
  'same words': { least: 0.56, sure: 0.9 },
  // A label of the concept holds.
  'same conversation': { least: 0.6, sure: 1 },
  // The taxonomy has no label for the concept.
  unknown: { least: 0.7, sure: 1 },
  // None of the concept's labels holds.
  against: { least: 0.8, sure: 1.2 },
};

/**
 * The likeness at which an utterance is nearly an exemplar. Below it, one that no cue confirms was judged right less
 * than half of the time, and confirmed nine times in ten (docs/evaluation.md).
 */
const NEARLY_SAID = 0.9;

/** What likeness counts for without a word of the concept's. */
const UNWITNESSED = 0.7;

/** An utterance is taken to mean at most this many concepts, each not much less likely than the first. */
const MOST_MEANINGS = 2;
const NEARLY_AS_LIKELY = 0.7;

/** A fact in the texter's words: in a sentence that speaks for the conversation, and in any other. */
const FOUND = 0.62;
const FOUND_ASIDE = 0.4;

/** What puts phrases of danger first when a risk label holds: all others score below it. */
export const DANGER = 1;

/** A candidate, and the labels that it speaks for. */
export interface SpecificCandidate extends Candidate {
  labels: readonly string[];
}

/** Labels that hold. */
type Held = ReadonlySet<string>;

function heldIn({ labels }: Classification): Held {
  return new Set(labels.map(({ id }) => id));
}

function isHeld({ labels }: Pick<Concept, 'labels'>, held: Held): boolean {
  return labels.some((id) => held.has(id));
}

function backingOf({ concept, utterance }: Likeness, held: Held, hits: readonly CueHit[]): Backing {
  if (concept.labels.length === 0) return 'unknown';
  if (!isHeld(concept, held)) return 'against';
  const cued = hits.some(
    ({ label, sentence, denied }) =>
      !denied && concept.labels.includes(label) && utterance.sentences.includes(sentence),
  );
  return cued ? 'same words' : 'same conversation';
}

/** A sentence that denies: what it is like is what the texter does not say. */
const DENIAL =
  /^(?:(?:um+|well|oh|ya|lol|honestly|mais|ben)[ ,]+)?(?:i (?:don'?t|do not) want|no|nah|nope|not|never|non|nonn|pas|jamais)(?![\p{L}'])|(?<!\p{L})(?:don'?t|do not|didn'?t|pas|jveux pas|veux pas) (?:really |actually )?(?:want to |wanna )?(?:die|kill|hurt|mourir|de mal)(?!\p{L})|(?<!\p{L})(?:is|are|was|were|am|i'?m)(?:n'?t| not) (?:\p{L}+ )?(?:dead|dying|gone|sick|hurt|suicidal|depressed|gay|trans|pregnant|abus\p{L}+)(?!\p{L})/u;

/**
 * How far to believe what a vector's nearness says: in full where the utterance has a word of the concept's
 * or a cue of its label, in part where only a label of the conversation speaks for it, else not at all.
 */
function credit({ concept, utterance, sentence, witnessed }: Likeness, backing: Backing, said: Said): number {
  // What merely sounds like danger is no ground to say so.
  if (concept.risk && (backing === 'against' || backing === 'unknown')) return 0;
  if (DENIAL.test(sentence.normalised) || isAsked(sentence) || isPast(concept, sentence)) return 0;
  if (!namesParticulars(concept.phrase, normalised(utterance.text), said.whole)) return 0;
  if (isUse(concept) && !isOwnUse(utterance.sentences)) return 0;
  if (speaksOfTexter(concept.phrase) && namesOthersAlone(sentence.normalised)) return 0;
  if (witnessed) return 1;
  if (backing === 'same words') return UNWITNESSED;
  return backing === 'same conversation' && !concept.risk ? UNWITNESSED : 0;
}

/** Whether likeness alone speaks of a danger, for which no general phrase would stand: `she said she has a plan`. */
const isOnlyWord = ({ concept }: Likeness, backing: Backing): boolean =>
  concept.risk && backing === 'same words' && !concept.labels.some(hasPhrase);

/** The concepts that each utterance most likely means, where more than likeness speaks for them. */
function meanings({ cues, likeness, hits, said }: ConceptFindings, held: Held): ConceptMatch[] {
  const cued = new Set(cues.map(({ concept }) => concept));
  const byUtterance = new Map<Utterance, ConceptMatch[]>();
  for (const each of likeness) {
    const backing = backingOf(each, held, hits);
    if (!cued.has(each.concept) && !isOnlyWord(each, backing) && each.value < NEARLY_SAID) continue;
    const { least, sure } = LIKENESS[backing];
    const certainty = Math.min(1, (each.value - least) / (sure - least));
    if (certainty < TAKEN) continue;
    const strength = certainty * credit(each, backing, said) * (0.6 + 0.4 * each.weight);
    if (strength <= 0) continue;
    const match = {
      concept: each.concept,
      strength,
      sentences: [each.sentence],
    };
    byUtterance.set(each.utterance, [...(byUtterance.get(each.utterance) ?? []), match]);
  }
  return [...byUtterance.values()].flatMap((matches) => {
    const ranked = matches.toSorted((a, b) => b.strength - a.strength).slice(0, MOST_MEANINGS);
    return ranked.filter(({ strength }) => strength >= NEARLY_AS_LIKELY * ranked[0]!.strength);
  });
}

/** What the concept bank finds in a conversation. */
export interface ConceptFindings {
  cues: readonly ConceptMatch[];
  /** What several sentences say together. */
  pieces: readonly ConceptMatch[];
  likeness: readonly Likeness[];
  /** Cues of the taxonomy's labels. */
  hits: readonly CueHit[];
  said: Said;
}

/** Concepts of the bank as candidates: those that are sure enough. */
export function conceptCandidates(
  findings: ConceptFindings,
  classification: Classification,
  language: string,
): SpecificCandidate[] {
  const held = heldIn(classification);
  const stated = [...findings.cues, ...findings.pieces].filter(({ concept, sentences }) =>
    namesParticulars(concept.phrase, breathOf(sentences, findings.said), findings.said.whole),
  );
  const weighedCues = stated.map((match) => {
    const { labels } = match.concept;
    const factor = isHeld(match.concept, held) ? CUE_SUPPORTED : labels.length > 0 ? CUE_UNSUPPORTED : 1;
    return { ...match, strength: match.strength * factor };
  });
  const matches = joined([...weighedCues, ...meanings(findings, held)]).toSorted(
    (a, b) => b.strength - a.strength,
  );
  return matches
    .filter(({ strength }) => strength >= TAKEN)
    .map((match) => conceptCandidate(match, held, language));
}

function conceptCandidate(
  { concept, strength, sentences }: ConceptMatch,
  held: Held,
  language: string,
): SpecificCandidate {
  const first = concept.risk && isHeld(concept, held) ? DANGER : 0;
  return {
    text: language === 'fr' ? concept.fr : concept.phrase,
    canonical: concept.phrase,
    evidence: sentences.slice(0, MOST_SPANS).map(spanOf),
    concept: concept.id,
    labels: concept.labels,
    score: first + strength,
  };
}

/** Facts in the texter's words as candidates; the same phrase found twice is one with more evidence. */
export function phraseCandidates(
  found: readonly FoundPhrase[],
  telling: ReadonlySet<Sentence>,
  said: Said,
  classification: Classification,
  language: string,
): SpecificCandidate[] {
  const held = heldIn(classification);
  const byPhrase = new Map<string, FoundPhrase[]>();
  const stated = found.filter(({ en, sentence }) =>
    namesParticulars(en, breathOf([sentence], said), said.whole),
  );
  for (const phrase of stated.filter((each) => !each.needsLabel || isHeld(each, held)))
    byPhrase.set(phrase.en, [...(byPhrase.get(phrase.en) ?? []), phrase]);
  return [...byPhrase].map(([canonical, all]) => {
    const first = all[0]!;
    const danger = first.risk && isHeld(first, held) ? DANGER : 0;
    return {
      text: (language === 'fr' ? first.fr : null) ?? canonical,
      canonical,
      evidence: all.slice(0, MOST_SPANS).map(({ sentence }) => spanOf(sentence)),
      concept: null,
      labels: first.labels,
      score: danger + (all.some(({ sentence }) => telling.has(sentence)) ? FOUND : FOUND_ASIDE),
    };
  });
}
