import { dot } from '../../embeddings/vectors.js';
import { isResponders, type Remark } from './remarks.js';

/** Below this cosine one remark cannot stand for another: they share a subject, not what is said of it. */
const ALIKE = 0.65;

/** What a remark says as well: another one, and how nearly, in 0..1. */
export interface Edge {
  readonly remark: Remark;
  readonly likeness: number;
}

/** For each remark those that it can stand for, itself among them. */
export type SimilarityGraph = ReadonlyMap<Remark, readonly Edge[]>;

/**
 * Joins remarks that say nearly the same, whatever their words. A responder's never stands for a texter's, for only
 * the texter's words are evidence.
 * @param vectors one of unit length for each remark, or null where it says nothing
 */
export function similarityGraph(
  remarks: readonly Remark[],
  vectors: readonly (Float32Array | null)[],
): SimilarityGraph {
  const edges = new Map(remarks.map((remark) => [remark, [{ remark, likeness: 1 }]]));
  const join = (from: Remark, to: Remark, likeness: number) => {
    if (!isResponders(from) || isResponders(to)) edges.get(from)!.push({ remark: to, likeness });
  };
  vectors.forEach((vector, row) => {
    for (let other = 0; vector && other < row; other++) {
      const against = vectors[other];
      const likeness = against ? Math.min(dot(vector, against), 1) : 0;
      if (likeness < ALIKE) continue;
      join(remarks[row]!, remarks[other]!, likeness);
      join(remarks[other]!, remarks[row]!, likeness);
    }
  });
  return edges;
}
