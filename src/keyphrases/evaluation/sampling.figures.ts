import {
  blocksOf,
  type Bootstrap,
  DEFAULT_BOOTSTRAP,
  draws,
  type Interval,
  percentileInterval,
} from '../../classification/evaluation/bootstrap.js';

/** What a conversation's samples held of its gold keyphrases. */
export interface SampledConversation {
  /** Whose it is; conversations of one texter are drawn together. */
  texter: string;
  /** How many keyphrases people gave. */
  gold: number;
  /** Of these, how many the first sample held, and how many any sample held. */
  first: number;
  any: number;
}

/** A share of all gold keyphrases with its 95 % interval over texters; null where there are none. */
export interface Share {
  value: number | null;
  interval: Interval | null;
}

export interface SamplingFigures {
  gold: number;
  /** In the answer that the engine gives. */
  accuracyAt1: Share;
  /** In one of the samples at least. */
  passAtK: Share;
  /** Passed but not in the first: the engine has the phrase and ranks it badly. */
  rankedBadly: Share;
  /** In none: the engine lacks the phrase. */
  lacking: Share;
}

/** The figures over all conversations, each gold keyphrase counting once. */
export function samplingFigures(
  conversations: readonly SampledConversation[],
  bootstrap: Bootstrap = DEFAULT_BOOTSTRAP,
): SamplingFigures {
  const texters = [...new Set(conversations.map(({ texter }) => texter))];
  const place = new Map(texters.map((texter, index) => [texter, index]));
  const { count, blockOf } = blocksOf(texters.length, bootstrap.seed);
  const blocks = Array.from({ length: count }, () => ({ gold: 0, first: 0, any: 0 }));
  for (const { texter, gold, first, any } of conversations) {
    const block = blocks[blockOf[place.get(texter)!]!]!;
    block.gold += gold;
    block.first += first;
    block.any += any;
  }
  const sums = (times: (block: number) => number) =>
    blocks.reduce(
      (sum, block, index) => ({
        gold: sum.gold + times(index) * block.gold,
        first: sum.first + times(index) * block.first,
        any: sum.any + times(index) * block.any,
      }),
      { gold: 0, first: 0, any: 0 },
    );
  const total = sums(() => 1);
  const resampled = Array.from(draws(count, bootstrap), (times) => sums((block) => times[block]!));
  const share = (of: (sum: typeof total) => number): Share => ({
    value: total.gold === 0 ? null : of(total) / total.gold,
    interval: percentileInterval(Float64Array.from(resampled, (sum) => of(sum) / sum.gold)),
  });
  return {
    gold: total.gold,
    accuracyAt1: share(({ first }) => first),
    passAtK: share(({ any }) => any),
    rankedBadly: share(({ first, any }) => any - first),
    lacking: share(({ gold, any }) => gold - any),
  };
}
