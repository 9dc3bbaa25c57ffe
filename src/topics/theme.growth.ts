import statistics from 'jstat';
import { inSteps } from './small.groups.js';

const { jStat } = statistics;

/** Distinct texters of a week and of the weeks before it. */
export interface WeekCounts {
  week: number;
  before: number;
}

/**
 * For each theme, the false-discovery rate at which its share of texters is held to have grown against the weeks before.
 * Of its texters in both, those of the week are binomial if nothing has changed, with the week's share of all texters
 * (the conditional test of two Poisson means; Przyborowski and Wilenski 1940). The exact one-sided tests of all
 * themes are taken together (Benjamini and Hochberg 1995). Every count is in steps, and what they leave open
 * counts against growth, so that the result tells no more than the counts that may be told.
 * @param all distinct texters of any conversation
 * @returns in 0..1, in the order of the themes; null where too few texters wrote in either period
 */
export function growthRates(themes: readonly WeekCounts[], all: WeekCounts, step: number): (number | null)[] {
  const whole = { week: inSteps(all.week, step), before: inSteps(all.before, step) };
  if (whole.week === null || whole.before === null) return themes.map(() => null);
  const most = whole.week + step - 1;
  const share = most / (most + whole.before);
  return adjusted(
    themes.map(({ week, before }) => {
      const now = inSteps(week, step) ?? 0;
      return atLeast(now, now + (inSteps(before, step) ?? 0) + step - 1, share);
    }),
  );
}

/** P(X >= count) for X binomial of `total` tries: the regularised incomplete beta function (DLMF 8.17.5). */
function atLeast(count: number, total: number, share: number): number {
  return count === 0 ? 1 : jStat.beta.cdf(share, count, total - count + 1);
}

/** Benjamini and Hochberg's rates: the smallest at which each test is still among those rejected. */
function adjusted(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).toSorted((a, b) => values[b]! - values[a]!);
  const rates = new Array<number>(values.length);
  let least = 1;
  for (const [place, index] of order.entries()) {
    least = Math.min(least, (values[index]! * values.length) / (values.length - place));
    rates[index] = least;
  }
  return rates;
}
