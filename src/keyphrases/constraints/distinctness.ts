import { dot } from '../../embeddings/vectors.js';
import { meaningOf } from './words.js';

/** A phrase as it is compared with others. */
export interface Meaning {
  stems: ReadonlySet<string>;
  vector: Float32Array;
  concept: string | null;
}

/**
 * From this cosine on two phrases say the same. Most phrases of the concept bank, which are distinct by
 * design, stay well below it under the bundled embeddings; the few that do not differ in one telling word.
 */
const SAME_MEANING = 0.86;

export function meaningFor(canonical: string, vector: Float32Array, concept: string | null): Meaning {
  return { stems: meaningOf(canonical), vector, concept };
}

/**
 * Whether two phrases mean the same: the same concept, one's telling words among the other's, or near in
 * meaning by their vectors. Two concepts of the bank are distinct by design, however alike they look.
 */
export function meanTheSame(a: Meaning, b: Meaning): boolean {
  if (a.concept && b.concept) return a.concept === b.concept;
  const [fewer, more] = a.stems.size <= b.stems.size ? [a.stems, b.stems] : [b.stems, a.stems];
  if (fewer.size > 0 && [...fewer].every((stem) => more.has(stem))) return true;
  return dot(a.vector, b.vector) >= SAME_MEANING;
}
