/** Why a stored result may differ from what would be found now. */
export const REASONS = {
  failed: 'its last analysis failed',
  unrecorded: 'it was made before results recorded what they were made with',
  engine: 'another engine, model, trained head or prompt made it',
  degraded: 'the model failed, and the local engine answered in its place',
  labels: 'labels came, went, or are named or ordered otherwise: all are weighed against each other',
  concepts: 'concepts came, went, or changed: keyphrases are chosen among them all',
  exemplars: 'exemplars changed in a language it speaks: each fit is over all of them together',
  cues: 'a cue that came or went is in its words',
  threshold: 'a score of it lies near a threshold that moved, or a model was asked',
  risk: 'it speaks of a label that is of risk now, or no more',
  prompt: 'the model was shown a label that reads otherwise now',
} as const;

export type Reason = keyof typeof REASONS;

/** A stored result with what it was made with. */
export interface StoredResult {
  id: string;
  /** The texter's keyed hash, or the conversation's id where it has none. */
  texter: string;
  status: 'ready' | 'failed';
  engine: string | null;
  degraded: boolean;
  /** Why it is degraded, as a named state; null where it is not, or does not say. */
  reason: string | null;
  /** Hash of the taxonomy it was made with. */
  madeWith: string | null;
  /** In the order of that taxonomy's labels. */
  scores: readonly number[] | null;
  /** Ids of the labels that hold, corrections included. */
  labels: readonly string[];
}
