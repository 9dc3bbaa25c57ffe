import { dot } from '../../embeddings/vectors.js';

/**
 * From this cosine of the bundled embeddings on, two phrases about one conversation count as the same concern. Of 348
 * pairs of a writer's phrase and the engine's that a reader judged, 0.88 of those as near were the same concern, and 0.45
 * of the same ones were as near: a figure that rests on it is a lower bound.
 */
const SAME_CONCERN = 0.65;

/** A phrase as it is compared. */
export interface Wording {
  /** Canonical English form. */
  text: string;
  concept: string | null;
  risk: boolean;
  vector: Float32Array;
}

/**
 * Whether two phrases about one conversation say the same concern: worded alike, or near by their vectors and both of
 * risk or neither. Two concepts of the bank are never one: their author has decided that they are distinct.
 */
export function isSameConcern(a: Wording, b: Wording): boolean {
  if (a.text === b.text) return true;
  if (a.concept !== null && b.concept !== null) return a.concept === b.concept;
  return a.risk === b.risk && dot(a.vector, b.vector) >= SAME_CONCERN;
}
