import type { Sentence } from '../../conversations/utterances.js';
import type { Concept } from '../../taxonomy/taxonomy.types.js';
import type { ConceptMatch } from '../concepts/concept.match.js';
import { partsOf } from '../phrases/phrase.finder.js';
import { careTold } from './care.js';
import { IMMIGRATION } from './matters.immigration.js';
import { mattersTold } from './matters.js';

/** A concept that a conversation tells in pieces, and the sentences that do so, the most telling first. */
export interface Told {
  /** Id of a concept of the bank. */
  concept: string;
  sentences: readonly Sentence[];
}

/** Less sure than a cue, which says it all in one sentence. */
const STRENGTH = 0.7;

/** What sentences that say too little alone say together; a concept that the bank lacks is left out. */
export function toldInPieces(
  sentences: readonly Sentence[],
  bank: ReadonlyMap<string, Concept>,
): ConceptMatch[] {
  const whole = new Map<Sentence, Sentence>();
  const parts = sentences.flatMap((sentence) =>
    partsOf(sentence.normalised).map((normalised) => {
      const part = { ...sentence, normalised };
      whole.set(part, sentence);
      return part;
    }),
  );
  return [...careTold(parts), ...mattersTold(parts, IMMIGRATION)].flatMap((told) => {
    const concept = bank.get(told.concept);
    const own = new Set(told.sentences.flatMap((part) => whole.get(part) ?? []));
    return concept ? [{ concept, strength: STRENGTH, sentences: [...own] }] : [];
  });
}
