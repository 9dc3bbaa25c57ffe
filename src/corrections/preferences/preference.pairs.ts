import type { Provenance, Span } from '../../conversations/conversation.types.js';
import type { CorrectionEntity, EditReason } from '../correction.entity.js';

/** A phrase that an engine wrote, and the one that a responder preferred to it. */
export interface PreferencePair {
  before: string;
  after: string;
  /** Null where the responder gave no reason. */
  why: EditReason | null;
  /** Of `after`, in the texter's words. */
  evidence: Span[];
  /** What had written `before`; null of edits that were made before that was recorded. */
  madeFrom: Provenance | null;
}

/** What is needed of a correction. */
export type KeyphraseCorrection = Pick<
  CorrectionEntity,
  'kind' | 'before' | 'after' | 'why' | 'evidence' | 'madeFrom'
>;

/**
 * The pairs in the corrections of one conversation, oldest first. Edits of an edit are one, from the engine's words to
 * the last ones; one that comes back to where it began, or whose phrase was removed after all, is none. What a responder
 * added is no engine's, whatever became of it.
 */
export function preferencePairs(corrections: readonly KeyphraseCorrection[]): PreferencePair[] {
  const pairs = new Map<string, PreferencePair>();
  const own = new Set<string>();
  for (const { kind, before, after, why, evidence, madeFrom } of corrections) {
    if (kind === 'keyphrase_added' && after !== null) own.add(after);
    if (before === null || kind === 'label_removed') continue;
    const earlier = pairs.get(before);
    const isOwn = own.delete(before);
    pairs.delete(before);
    if (kind !== 'keyphrase_edited' || after === null) continue;
    if (isOwn) own.add(after);
    else if (!earlier) pairs.set(after, { before, after, why, evidence, madeFrom });
    else if (earlier.before !== after)
      pairs.set(after, { ...earlier, after, why: why ?? earlier.why, evidence });
  }
  return [...pairs.values()].filter((pair) => pair.before !== pair.after);
}
