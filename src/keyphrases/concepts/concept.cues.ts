import type { ConceptHit } from '../../classification/cues.js';
import type { ConceptMatch } from './concept.match.js';

/** How sure a cue is: they are written to be precise. */
const STRENGTH = 0.8;

/** Concepts of the texter's own state: said of somebody else, they are not the texter's. */
const OWN_STATE =
  /^(?:suicide|self_harm|depressed|anxiety_stress|eating_body_image|isolated|substance_abuse)\b/;

/** A match for each sentence that holds a concept's cue and neither denies it nor says it of somebody else. */
export function cueMatches(hits: readonly ConceptHit[]): ConceptMatch[] {
  return hits
    .filter(({ concept, denied, voice }) => !denied && (voice === 'self' || !isOwnState(concept.labels)))
    .map(({ concept, sentence }) => ({ concept, strength: STRENGTH, sentences: [sentence] }));
}

const isOwnState = (labels: readonly string[]): boolean => labels.some((id) => OWN_STATE.test(id));
