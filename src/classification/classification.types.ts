import type { Provenance, Span, Transcript } from '../conversations/conversation.types.js';

/** One label's score for a conversation, in 0..1, with the texter's words that speak for it. */
export interface LabelScore {
  id: string;
  score: number;
  evidence: Span[];
}

/** Why a person should look at a conversation's labels. */
export type ReviewReason =
  'risk_disagreement' | 'third_party_risk' | 'low_confidence' | 'unsupported_language';

export interface Classification {
  /** Every label of the taxonomy, highest score first. */
  scores: LabelScore[];
  /** The labels that hold, highest score first: above their threshold, with evidence, parents included. */
  labels: LabelScore[];
  needsReview: ReviewReason[];
  /** How many of a model's claims were dropped, by reason; absent where no model was asked. */
  rejected?: Readonly<Record<string, number>>;
  provenance: Provenance;
}

/**
 * Classifies a conversation into the taxonomy. `ENGINE` picks the adapter: `local`, or `llm` with the local
 * one as its check.
 *
 * Promises: every label of the taxonomy is scored; a label that holds carries evidence in the texter's
 * messages; a parent holds, with a score at least as high, whenever a child does.
 */
export interface Classifier {
  classify(transcript: Transcript, signal?: AbortSignal): Promise<Classification>;
}

/** Injection token of the classifier that `ENGINE` picked. */
export const CLASSIFIER = Symbol('CLASSIFIER');
