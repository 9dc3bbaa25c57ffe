import type { Span } from '../../conversations/conversation.types.js';

/** A phrase that an engine proposes. Nothing about it is believed until the constraints have held. */
export interface Candidate {
  /** The surface form, in the conversation's language or in English. */
  text: string;
  /** The English form; `text` itself where absent, which only an English conversation may do. */
  canonical?: string;
  /** Where the texter says it. */
  evidence?: readonly Span[];
  /**
   * Where the texter answers yes to a question that names it: shown beside the evidence, for a bare yes alone is none.
   */
  affirmed?: readonly Span[];
  /** What the texter said, word for word; looked up in the texter's messages. */
  quotes?: readonly string[];
  /** The concept of the bank that it came from. */
  concept?: string | null;
  /** How telling it is, by the engine's own measure: of two that say the same, the higher one stays. */
  score: number;
}

/** A candidate whose evidence stands in the texter's words, with its English form settled. */
export interface GroundedPhrase {
  text: string;
  canonical: string;
  evidence: Span[];
  concept: string | null;
  score: number;
}

/** The rules of KGR by name, in the order they are tried; each has its own counter. */
export const CONSTRAINTS = [
  'length',
  'form',
  'placeholder',
  'specificity',
  'grounding',
  'judgement',
  'identifier',
  'language',
  'distinctness',
  'count',
] as const;

export type ConstraintName = (typeof CONSTRAINTS)[number];

/** A candidate that a constraint turned away: what a model is told so that it can do better. */
export interface Refusal {
  candidate: Candidate;
  constraint: ConstraintName;
}
