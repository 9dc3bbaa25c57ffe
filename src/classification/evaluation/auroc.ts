/**
 * How far each score stands above others: the share of `against` below it, equals counted half. These are the
 * placement values of DeLong, DeLong and Clarke-Pearson (1988), whose mean over one class against the other is the
 * area under the ROC curve.
 * @param against in rising order, not empty
 */
export function placements(scores: Float32Array, against: Float32Array): Float64Array {
  return Float64Array.from(
    scores,
    (score) =>
      (firstFrom(against, (other) => other >= score) + firstFrom(against, (other) => other > score)) /
      (2 * against.length),
  );
}

/**
 * The area under the ROC curve: how likely a conversation with the label scores higher than one without, equals
 * counted half (Mann-Whitney's U by Hanley and McNeil 1982).
 * @param positive scores of those with the label, in any order
 * @param negative scores of those without
 * @returns null where either is empty
 */
export function auroc(positive: Float32Array, negative: Float32Array): number | null {
  if (positive.length === 0 || negative.length === 0) return null;
  const placed = placements(positive, negative.toSorted());
  return placed.reduce((sum, share) => sum + share, 0) / placed.length;
}

/** The index of the first value of which something holds, where it holds of all after it; the length where of none. */
function firstFrom(values: Float32Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(values[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
