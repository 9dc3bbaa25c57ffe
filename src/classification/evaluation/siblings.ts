import type { Label } from '../../taxonomy/taxonomy.types.js';

/** Two labels of one parent, by their places in the taxonomy: the one that people gave, and the one found in its place. */
export interface SiblingPair {
  given: number;
  found: number;
}

/** Every ordered pair of labels that share a parent; the top-level labels are siblings, too. */
export function siblingPairs(labels: readonly Label[]): SiblingPair[] {
  return labels.flatMap(({ parent }, given) =>
    labels.flatMap((other, found) => (found !== given && other.parent === parent ? [{ given, found }] : [])),
  );
}
