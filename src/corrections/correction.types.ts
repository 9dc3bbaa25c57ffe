import type { Span } from '../conversations/conversation.types.js';
import type { EditReason } from './correction.entity.js';

/** A label that a responder finds in the texter's words. */
export interface LabelAddition {
  id: string;
  evidence: readonly Span[];
}

/** A keyphrase in a responder's words. */
export interface KeyphraseAddition {
  text: string;
  /** English form; needed where `text` is not English. */
  canonical?: string | null;
  evidence: readonly Span[];
}

/** A stored keyphrase in better words. */
export interface KeyphraseEdit {
  /** The keyphrase as it is stored. */
  from: string;
  text: string;
  canonical?: string | null;
  /** The stored keyphrase's own where absent. */
  evidence?: readonly Span[] | null;
  why?: EditReason | null;
}

/** What a responder changes of an analysis, all at once: first removals, then edits, then additions. */
export interface Corrections {
  addLabels?: readonly LabelAddition[] | null;
  removeLabels?: readonly string[] | null;
  addKeyphrases?: readonly KeyphraseAddition[] | null;
  removeKeyphrases?: readonly string[] | null;
  editKeyphrases?: readonly KeyphraseEdit[] | null;
}
