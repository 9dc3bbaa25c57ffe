import type { Transcript } from '../conversations/conversation.types.js';
import type { Label } from '../taxonomy/taxonomy.types.js';
import type { LabelScore, ReviewReason } from './classification.types.js';
import type { Reading } from './reader.js';
import { dangerToOther } from './voice.js';

/** Languages that the taxonomy's cues and exemplars cover; `und` is too short to tell. */
const SUPPORTED: ReadonlySet<string> = new Set(['en', 'fr', 'und']);

/** A best label this close above its threshold might as well not hold. */
const NARROW = 0.05;

/** Labels that hold for want of a better one. */
const LAST_RESORT = 'other';

/** Why a person should look at what the local engine found. */
export function reviewReasons(
  transcript: Transcript,
  { sentences, utterances }: Pick<Reading, 'sentences' | 'utterances'>,
  held: readonly LabelScore[],
  labels: readonly Label[],
): ReviewReason[] {
  const reasons: ReviewReason[] = [];
  if (sentences.some(({ normalised }) => dangerToOther(normalised))) reasons.push('third_party_risk');
  if (utterances.length > 0 && isUnsure(held, labels)) reasons.push('low_confidence');
  if (!SUPPORTED.has(transcript.language)) reasons.push('unsupported_language');
  return reasons;
}

function isUnsure(held: readonly LabelScore[], labels: readonly Label[]): boolean {
  const threshold = new Map(labels.map((label) => [label.id, label.threshold]));
  return !held.some(({ id, score }) => id !== LAST_RESORT && score >= threshold.get(id)! + NARROW);
}
