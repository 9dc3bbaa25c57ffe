import type { Classification } from '../classification/classification.types.js';
import type { Provenance, Span, Transcript } from '../conversations/conversation.types.js';

/** A keyphrase that has passed every constraint of KGR. */
export interface Keyphrase {
  /** The surface form, in the conversation's language. */
  text: string;
  /** The English form by which the vocabulary knows its meaning; equals `text` in English conversations unless a concept gave it. */
  canonical: string;
  evidence: Span[];
  /** Whether the taxonomy has a label for it. */
  inTaxonomy: boolean;
  /** The concept of the bank that it came from, or null where it was taken from the text or a model. */
  concept: string | null;
}

export interface KeyphraseSet {
  /** Most telling first; 0 to 7. */
  keyphrases: Keyphrase[];
  /** How many candidates each constraint turned away. */
  rejected: Readonly<Record<string, number>>;
  provenance: Provenance;
}

/**
 * Generates a conversation's keyphrases. `ENGINE` picks the adapter: `local`, or `llm` with the local one
 * filling up what the model could not give.
 *
 * Promises: what comes back satisfies the constraints of `keyphrase.constraints.ts`.
 */
export interface KeyphraseGenerator {
  generate(
    transcript: Transcript,
    classification: Classification,
    signal?: AbortSignal,
  ): Promise<KeyphraseSet>;
}

/** Injection token of the generator that `ENGINE` picked. */
export const KEYPHRASE_GENERATOR = Symbol('KEYPHRASE_GENERATOR');
