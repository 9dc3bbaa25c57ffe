import type { ConceptHit } from '../../classification/cues.js';
import type { Concept } from '../../taxonomy/taxonomy.types.js';
import type { ConceptMatch } from './concept.match.js';
import { isOwnUse, speaksOfTexter } from './whose.js';

/** How sure a cue is: they are written to be precise. */
const STRENGTH = 0.8;

/** Concepts of the texter's own state: said of somebody else, they are not the texter's. */
const OWN_STATE =
  /^(?:suicide|self_harm|depressed|anxiety_stress|eating_body_image|isolated|substance_abuse)\b/;

/** A match for each sentence that holds a concept's cue and neither denies it nor says it of somebody else. */
export function cueMatches(hits: readonly ConceptHit[]): ConceptMatch[] {
  return hits
    .filter(({ concept, denied, voice, sentence }) => {
      if (denied || (isUse(concept) && !isOwnUse([sentence]))) return false;
      return voice === 'self' || !isOwn(concept);
    })
    .map(({ concept, sentence }) => ({ concept, strength: STRENGTH, sentences: [sentence] }));
}

/** Whether a concept is of the texter's own state. */
const isOwn = ({ labels, phrase }: Concept): boolean =>
  labels.some((id) => OWN_STATE.test(id)) || speaksOfTexter(phrase);

/** Whether a concept is of the texter's own substance use. */
export const isUse = ({ labels }: Concept): boolean => labels.some((id) => id.startsWith('substance_abuse'));
