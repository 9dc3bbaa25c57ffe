import type { ConceptHit } from '../../classification/cues.js';
import type { Sentence } from '../../conversations/utterances.js';
import type { Concept } from '../../taxonomy/taxonomy.types.js';
import type { ConceptMatch } from './concept.match.js';
import { isAsked, isJudged, isLongAgo, isOwnUse, speaksOfTexter } from './whose.js';

/** How sure a cue is: they are written to be precise. */
const STRENGTH = 0.8;

/** Concepts of the texter's own state: said of somebody else, they are not the texter's. */
const OWN_STATE =
  /^(?:suicide|self_harm|depressed|anxiety_stress|eating_body_image|isolated|substance_abuse)\b/;

/** Concepts of what others say to the texter, who says so best. */
const SAID_OF_TEXTER = /\b(?:mocked|insulted|comments)\b/;

/** Concepts of what stays with somebody however long ago it was. */
const LASTING =
  /\b(?:loss|lost|losing|death|grief|miscarriage|abandoned|childhood|trauma\w*|moving|moved|adjusting)\b/;

/** A match for each sentence that states a concept's cue: does not deny it, ask about it or say it of somebody else. */
export function cueMatches(hits: readonly ConceptHit[]): ConceptMatch[] {
  return hits
    .filter(({ concept, denied, voice, sentence }) => {
      if (denied || isAsked(sentence) || (isUse(concept) && !isOwnUse([sentence]))) return false;
      if (isPast(concept, sentence)) return false;
      if (!isOwn(concept)) return true;
      return voice === 'self' && (SAID_OF_TEXTER.test(concept.phrase) || !isJudged(sentence));
    })
    .map(({ concept, sentence }) => ({ concept, strength: STRENGTH, sentences: [sentence] }));
}

/** Whether a sentence tells a concept of a time long past, at which it neither stays nor is danger. */
export function isPast({ risk, phrase }: Concept, sentence: Pick<Sentence, 'normalised'>): boolean {
  return !risk && !LASTING.test(phrase) && isLongAgo(sentence);
}

/** Whether a concept is of the texter's own state. */
const isOwn = ({ labels, phrase }: Concept): boolean =>
  labels.some((id) => OWN_STATE.test(id)) || speaksOfTexter(phrase);

/** Whether a concept is of the texter's own substance use. */
export const isUse = ({ labels }: Concept): boolean => labels.some((id) => id.startsWith('substance_abuse'));
