import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { groupBy } from '../operations/group.by.js';
import { hasSurvey } from './filter.sql.js';
import { inSteps, mayTell } from './small.groups.js';
import { decodeRank, encodeRank } from './topic.cursor.js';
import { TopicInputError } from './topic.input.error.js';
import {
  TopicStore,
  type RankedConversation,
  type StoredKeyphrase,
  type StoredLabel,
} from './topic.store.js';
import type { TopicFilter, TopicHit, TopicPage, TopicQuery } from './topic.types.js';
import { TopicUnderstanding, type UnderstoodTopic } from './topic.understanding.js';

export const DEFAULT_HITS = 10;
export const MAX_HITS = 100;

/** Retrieval: from a topic in plain words to the conversations about it, each with the reason for it. */
@Injectable()
export class TopicSearchService {
  constructor(
    private readonly understanding: TopicUnderstanding,
    private readonly store: TopicStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Conversations about a topic, best first; in a large archive those that are best among the newest (see
   * `candidates.sql.ts`). The same query pages through the same order as long as no
   * conversation is added or analysed anew.
   * @throws TopicInputError where a field of the query cannot be used
   */
  async search(query: TopicQuery): Promise<TopicPage> {
    const { first = DEFAULT_HITS, filter = {} } = query;
    if (!Number.isInteger(first) || first < 1 || first > MAX_HITS)
      throw new TopicInputError('first', `expected a whole number from 1 to ${MAX_HITS}`);
    const after = query.after ? decodeRank(query.after) : null;
    const topic = await this.understanding.understand(query);
    if (!(await this.mayAnswer(filter)))
      return {
        hits: [],
        hasNextPage: false,
        endCursor: null,
        texters: () => Promise.resolve(null),
        isComplete: true,
        suppressed: true,
      };
    const phrases = topic.phrases.map(({ vocabularyId }) => vocabularyId);
    const { found, isComplete } = await this.store.ranked(topic, filter, after, first + 1);
    const hits = await this.explained(found.slice(0, first), topic);
    return {
      hits,
      hasNextPage: found.length > first,
      endCursor: hits.at(-1)?.cursor ?? null,
      texters: async () =>
        inSteps(await this.store.textersWith(filter, phrases), this.settings.MIN_GROUP_SIZE),
      isComplete,
      suppressed: false,
    };
  }

  /** Whether a filter may be answered: its survey answers single no small group out. */
  async mayAnswer(filter: TopicFilter): Promise<boolean> {
    if (!hasSurvey(filter)) return true;
    const { MIN_GROUP_SIZE: least } = this.settings;
    const selected = await this.store.selected(filter, least);
    return mayTell(selected, await this.store.leftOut(filter, least), least);
  }

  private async explained(found: readonly RankedConversation[], topic: UnderstoodTopic): Promise<TopicHit[]> {
    const ids = found.map(({ id }) => id);
    const [allKeyphrases, allLabels] = await Promise.all([
      this.store.keyphrasesOf(ids),
      this.store.labelsOf(ids),
    ]);
    const keyphrases = groupBy(allKeyphrases, ({ conversationId }) => conversationId);
    const labels = groupBy(allLabels, ({ conversationId }) => conversationId);
    return found.map(({ id, startedAt, score, stems }) => {
      const own = keyphrases.get(id) ?? [];
      const held = labels.get(id) ?? [];
      return {
        id,
        startedAt,
        score,
        keyphrases: own.map(({ text, canonical, inTaxonomy }) => ({ text, canonical, inTaxonomy })),
        labels: held.map((label) => ({ id: label.id, score: label.score })),
        matched: matchedPhrases(own, topic),
        matchedLabels: matchedLabels(held, topic),
        matchedWords: stems,
        cursor: encodeRank({ score, id }),
      };
    });
  }
}

function matchedPhrases(own: readonly StoredKeyphrase[], { phrases }: UnderstoodTopic): TopicHit['matched'] {
  return own
    .flatMap(({ vocabularyId, text, canonical, evidence }) => {
      const near = phrases.find((phrase) => phrase.vocabularyId === vocabularyId);
      return near ? [{ text, canonical, similarity: near.similarity, evidence }] : [];
    })
    .toSorted((a, b) => b.similarity - a.similarity);
}

function matchedLabels(held: readonly StoredLabel[], { labels }: UnderstoodTopic): TopicHit['matchedLabels'] {
  return labels.flatMap((label) => {
    const own = held.find(({ id }) => id === label.id);
    return own ? [{ ...label, evidence: own.evidence }] : [];
  });
}
