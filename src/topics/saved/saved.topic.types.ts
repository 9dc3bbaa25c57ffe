import type { NearPhrase, TopicFilter, TopicQuery } from '../topic.types.js';
import type { Days } from '../weeks.js';

/** What a saved topic asks for. */
export interface TopicDefinition
  extends
    Required<Pick<TopicQuery, 'topic' | 'include' | 'exclude'>>,
    Pick<TopicQuery, 'includeLabels' | 'excludeLabels'> {
  filter: TopicFilter;
}

/** A definition that a topic has or had. */
export interface TopicVersion {
  /** Counts from 1. */
  number: number;
  definition: TopicDefinition;
  /** Name of a key. */
  savedBy: string;
  savedAt: Date;
}

/** A topic that is kept. */
export interface SavedTopic {
  id: number;
  name: string;
  /** Name of the key that saved it first; its bearers and admins may change it. */
  owner: string;
  createdAt: Date;
  /** Newest first; never empty. */
  versions: TopicVersion[];
}

/** A phrase by which a topic finds conversations. */
export type TopicPhrase = Pick<NearPhrase, 'vocabularyId' | 'similarity'>;

/**
 * Parts of the archive that a sample is drawn from: conversations with one of the nearer half of the topic's phrases,
 * those with one of the others, and near misses, which have none but come first by their labels and words.
 */
export const strata = ['near', 'far', 'missed'] as const;
export type Stratum = (typeof strata)[number];

/** Conversations in each stratum, as they may be told. */
export type Sizes = Record<Stratum, number>;

/** A conversation to judge. */
export interface SampledConversation {
  conversationId: string;
  /** Null until somebody judges it. */
  isAbout: boolean | null;
}

/** Conversations to judge a topic by, in an order that tells nothing of their strata. */
export interface TopicSample {
  id: number;
  topicId: number;
  /** Which of the topic's versions it is of. */
  version: number;
  conversations: SampledConversation[];
}

/** A share with its interval, 95 %. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** How well a topic finds what it is about, from a judged sample. */
export interface TopicQuality {
  sampleId: number;
  judged: number;
  sampled: number;
  /** Share of the topic's conversations that are about it; null until each of their strata has a judgement. */
  precision: Estimate | null;
  /** Share of those about it, among its conversations and the near misses, that it finds; null likewise. */
  recall: Estimate | null;
}

/** A week of a topic; every number made from counts in steps. */
export interface TopicWeek extends Days {
  /** Distinct texters who brought one of its phrases; null for few. */
  texters: number | null;
  /** Distinct texters in all whom its filter selects; null for few. */
  all: number | null;
  share: Estimate | null;
}

/** Two topics over the same weeks. */
export interface TopicComparison {
  topics: { topic: SavedTopic; weeks: TopicWeek[] }[];
  /** Distinct texters who brought phrases of both within the weeks, in steps; null for few. */
  textersOfBoth: number | null;
}
