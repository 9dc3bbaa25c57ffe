import statistics from 'jstat';
import { seededRandom } from '../../classification/training/random.js';
import type { Estimate } from './saved.topic.types.js';

const { jStat } = statistics;

/** How much of the archive a stratum is, and what was judged of it. */
export interface JudgedStratum {
  /** Conversations in it, from 0. */
  size: number;
  judged: number;
  /** Of these, how many are about the topic. */
  about: number;
  /** Whether its conversations are the topic's own, or near misses. */
  found: boolean;
}

/** Jeffreys' prior: as if half a conversation of each kind had been judged before. */
const PRIOR = 0.5;
const DRAWS = 2000;
const SEED = 20_260;
/** Two-sided, 95 %. */
const TAIL = 0.025;
const QUANTILE = jStat.normal.inv(1 - TAIL, 0, 1);

/**
 * Precision, and recall among what was found and the near misses, from a stratified sample. The values weigh each
 * stratum's share by its size; the intervals are quantiles over draws from the Beta posterior of each share under
 * Jeffreys' prior (Brown, Cai and DasGupta 2001, which keeps its level near 0 and 1), the same for the same sample.
 * They take the strata for endless, so that of small ones they are somewhat too wide.
 * @returns null where a stratum that the figure rests on has no judgement; recall also where nothing is about the topic, or
 *   there are no near misses to look at
 */
export function qualityOf(strata: readonly JudgedStratum[]): {
  precision: Estimate | null;
  recall: Estimate | null;
} {
  const held = strata.filter(({ size }) => size > 0);
  const isJudged = (of: readonly JudgedStratum[]) => of.length > 0 && of.every(({ judged }) => judged > 0);
  const found = held.filter((stratum) => stratum.found);
  if (!isJudged(found)) return { precision: null, recall: null };
  const random = seededRandom(SEED);
  const drawn = Array.from({ length: DRAWS }, () =>
    held.map(({ judged, about }) => jStat.beta.inv(random(), about + PRIOR, judged - about + PRIOR)),
  );
  const seen = held.map(({ judged, about }) => about / judged);
  const amount = (shares: readonly number[], of: 'found' | 'all') =>
    held.reduce(
      (sum, { size, found: own }, index) => sum + (own || of === 'all' ? size * shares[index]! : 0),
      0,
    );
  const size = found.reduce((sum, stratum) => sum + stratum.size, 0);
  const estimate = (figure: (shares: readonly number[]) => number): Estimate => {
    const values = drawn.map(figure).toSorted((a, b) => a - b);
    const at = (share: number) => values[Math.round(share * (values.length - 1))]!;
    const value = figure(seen);
    return { value, low: Math.min(value, at(TAIL)), high: Math.max(value, at(1 - TAIL)) };
  };
  return {
    precision: estimate((shares) => amount(shares, 'found') / size),
    recall:
      held.length > found.length && isJudged(held) && amount(seen, 'all') > 0
        ? estimate((shares) => amount(shares, 'found') / amount(shares, 'all'))
        : null,
  };
}

/**
 * The share that a group is of a whole, where both are told in steps: each count may be up to `step - 1` higher. The
 * interval is Wilson's (1927), widened by what the steps leave open.
 * @param part at most `whole`, which is above 0
 */
export function shareInSteps(part: number, whole: number, step: number): Estimate {
  const most = whole + step - 1;
  return {
    value: Math.min(1, part / whole),
    low: wilson(part, most)[0],
    high: wilson(Math.min(part + step - 1, most), Math.max(whole, part + step - 1))[1],
  };
}

/** Wilson's score interval of `count` in `total`. */
function wilson(count: number, total: number): [number, number] {
  const share = count / total;
  const square = QUANTILE ** 2;
  const centre = share + square / (2 * total);
  const spread = QUANTILE * Math.sqrt((share * (1 - share) + square / (4 * total)) / total);
  const scale = 1 + square / total;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
