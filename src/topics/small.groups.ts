/**
 * A count of distinct texters as it may be told: in steps, so that no difference of two answers says exactly how
 * many are in a small group. What this guarantees, and what it does not, is in docs/privacy.md.
 * @param count distinct texters, a whole number from 0
 * @param minGroup the smallest group that may be told of, from 1
 * @returns null below `minGroup`, none included; otherwise the count rounded down to a multiple of it
 */
export function inSteps(count: number, minGroup: number): number | null {
  return count < minGroup ? null : count - (count % minGroup);
}

/**
 * Whether a selection by what texters are, such as an age group, may be answered at all: neither those selected
 * nor those left out may be so few that the two answers together would single them out.
 * @param selected distinct texters that the filter selects
 * @param rest distinct texters that the same filter without the survey answers selects beyond them
 */
export function mayTell(selected: number, rest: number, minGroup: number): boolean {
  return selected >= minGroup && (rest === 0 || rest >= minGroup);
}

/** The share of a group in a whole, both as told, so that it tells no more than they do; null where either is untold. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null ? null : part / whole;
}

/**
 * Groups of enough texters, their counts in steps, most first. Equals stand in the order of their names, for an
 * order by the exact counts would tell which of two is larger.
 */
export function told<Row extends { texters: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  minGroup: number,
): Row[] {
  return rows
    .flatMap((row) => {
      const texters = inSteps(row.texters, minGroup);
      return texters === null ? [] : [{ ...row, texters }];
    })
    .toSorted((a, b) => b.texters - a.texters || (nameOf(a) < nameOf(b) ? -1 : 1));
}
