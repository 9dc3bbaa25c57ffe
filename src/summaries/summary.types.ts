import type { Classification } from '../classification/classification.types.js';
import type { Provenance, Transcript } from '../conversations/conversation.types.js';

/** As many words as a responder reads in the first part of a minute. */
export const MOST_WORDS = 60;

export interface Summary {
  /** At most 60 words, de-identified; empty where the texter said nothing to sum up. */
  text: string;
  provenance: Provenance;
}

/** Sums a conversation up for a responder with one minute. `ENGINE` picks the adapter. */
export interface Summariser {
  summarise(transcript: Transcript, classification: Classification, signal?: AbortSignal): Promise<Summary>;
}

/** Injection token of the summariser that `ENGINE` picked. */
export const SUMMARISER = Symbol('SUMMARISER');
