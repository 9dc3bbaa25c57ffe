import type { Span } from '../../conversations/conversation.types.js';
import { dot } from '../../embeddings/vectors.js';
import type { GroundedPhrase } from './candidate.js';
import { stemsOf } from './words.js';

/** A phrase as it is compared with others. */
export interface Meaning {
  stems: ReadonlySet<string>;
  /** Absent where no vectors need comparing. */
  vector: Float32Array | undefined;
  concept: string | null;
  evidence: readonly Span[];
}

/**
 * From this cosine on two phrases say the same. Phrases of the concept bank, which are distinct by design,
 * stay below it under the bundled embeddings.
 */
const SAME_MEANING = 0.86;

/** People are in too many phrases for one of them to make two phrases alike. */
const PEOPLE = stemsOf(
  'mother father parents brother sister siblings grandmother grandfather friend best partner boyfriend girlfriend child teacher family relative',
);

export function meaningFor({ canonical, concept, evidence }: GroundedPhrase, vector?: Float32Array): Meaning {
  return { stems: stemsOf(canonical), vector, concept, evidence };
}

/**
 * Whether two phrases mean the same: the same concept, one's telling words among the other's, a telling word in
 * common on the same words of the texter, or near in meaning by their vectors. Two concepts of the bank are
 * distinct by design, however alike their vectors.
 */
export function meanTheSame(a: Meaning, b: Meaning): boolean {
  if (a.concept !== null && a.concept === b.concept) return true;
  const shared = [...a.stems].filter((stem) => b.stems.has(stem));
  if (shared.some((stem) => !PEOPLE.has(stem)) && onSameWords(a, b)) return true;
  if (a.concept && b.concept) return false;
  const fewer = Math.min(a.stems.size, b.stems.size);
  if (fewer > 0 && shared.length === fewer) return true;
  return a.vector !== undefined && b.vector !== undefined && dot(a.vector, b.vector) >= SAME_MEANING;
}

/** Whether all the evidence of one lies in that of the other. */
function onSameWords(a: Meaning, b: Meaning): boolean {
  const within = (inner: Meaning, outer: Meaning) =>
    inner.evidence.every((span) => outer.evidence.some((other) => overlap(span, other)));
  return within(a, b) || within(b, a);
}

function overlap(a: Span, b: Span): boolean {
  return a.message === b.message && a.start < b.end && b.start < a.end;
}
