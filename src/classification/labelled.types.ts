import type { Survey } from '../conversations/conversation.entity.js';
import type { Transcript } from '../conversations/conversation.types.js';

/** A conversation with the labels that people gave it. */
export interface LabelledConversation {
  transcript: Transcript;
  /** Ids of the taxonomy, or null where nobody judged it. */
  gold: readonly string[] | null;
  /** What tells texters apart, so that one texter's conversations stay on one side of a split; never stored. */
  texter: string;
  /** De-identified survey answers, by which figures can be told apart. */
  survey?: Survey | null;
}

/** A labelled conversation of a file, with where it stands there. */
export interface LabelledLine extends LabelledConversation {
  /** The number of its line, from 1 on. */
  line: number;
  /** How many lines before it were refused. */
  refused: number;
  /** Its tags that the mapping lacks, de-identified; with any of them it has no gold labels. */
  unknownTags: readonly string[];
}
