import { dot } from '../embeddings/vectors.js';

/** A vocabulary phrase to be grouped. */
export interface WeighedPhrase {
  id: number;
  phrase: string;
  /** Distinct texters. */
  texters: number;
  /** Of unit length. */
  vector: Float32Array;
}

/** Phrases of one meaning. */
export interface Cluster {
  /** The most central first. */
  members: WeighedPhrase[];
  /** The plain mean of the members, so that the product of two centres is the mean likeness of their members. */
  centre: Float32Array;
}

/**
 * Groups phrases by meaning: agglomerative clustering with average linkage (UPGMA; Sokal & Michener 1958), which
 * does not chain as centroid linkage does. The two groups whose members are most alike on average are joined until
 * none are more alike than `alike`. The result does not depend on the order of the phrases.
 */
export function clusterPhrases(phrases: readonly WeighedPhrase[], alike: number): Cluster[] {
  const ordered = phrases.toSorted((a, b) => b.texters - a.texters || (a.phrase < b.phrase ? -1 : 1));
  const groups = ordered.map((phrase): Cluster | null => ({ members: [phrase], centre: phrase.vector }));
  const nearest = groups.map((_, index) => nearestAfter(groups, index));
  for (;;) {
    const index = bestOf(nearest);
    const pair = index === null ? null : nearest[index];
    if (index === null || !pair || pair.similarity < alike) break;
    const [group, other] = [groups[index], groups[pair.index]];
    if (!group || !other) break;
    groups[index] = join(group, other);
    groups[pair.index] = null;
    for (const [row, known] of nearest.entries()) {
      if (row === pair.index) nearest[row] = null;
      else if (row === index || known?.index === index || known?.index === pair.index)
        nearest[row] = nearestAfter(groups, row);
      else if (row < index) nearest[row] = nearer(groups, row, index, known ?? null);
    }
  }
  return groups.flatMap((group) => (group ? [byCentrality(group)] : []));
}

interface Neighbour {
  index: number;
  similarity: number;
}

/** Each pair is looked at from its first group alone. */
function nearestAfter(groups: readonly (Cluster | null)[], row: number): Neighbour | null {
  let best: Neighbour | null = null;
  for (let index = row + 1; index < groups.length; index++) best = nearer(groups, row, index, best);
  return best;
}

function nearer(
  groups: readonly (Cluster | null)[],
  row: number,
  index: number,
  best: Neighbour | null,
): Neighbour | null {
  const [group, other] = [groups[row], groups[index]];
  if (!group || !other) return best;
  const similarity = dot(group.centre, other.centre);
  return best && best.similarity >= similarity ? best : { index, similarity };
}

function bestOf(nearest: readonly (Neighbour | null)[]): number | null {
  let best: number | null = null;
  for (const [index, pair] of nearest.entries())
    if (pair && (best === null || pair.similarity > (nearest[best]?.similarity ?? -1))) best = index;
  return best;
}

function join(group: Cluster, other: Cluster): Cluster {
  const members = [...group.members, ...other.members];
  const part = group.members.length / members.length;
  return {
    members,
    centre: group.centre.map((value, index) => part * value + (1 - part) * other.centre[index]!),
  };
}

function byCentrality({ members, centre }: Cluster): Cluster {
  const nearest = members.toSorted(
    (a, b) => dot(b.vector, centre) - dot(a.vector, centre) || (a.phrase < b.phrase ? -1 : 1),
  );
  return { members: nearest, centre };
}
