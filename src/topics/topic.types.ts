import type { Provenance, Span } from '../conversations/conversation.types.js';

/** Which conversations are looked at; what is left out does not restrict. Only those `ready` ever are. */
export interface TopicFilter {
  /** Label ids: a conversation holds any of them, or of the labels below them. */
  labels?: readonly string[];
  /** First day, `YYYY-MM-DD` in UTC. */
  from?: string;
  /** Last day, inclusive, `YYYY-MM-DD` in UTC. */
  to?: string;
  /** Survey answers, all of which must be given: `{ ageGroup: '14-17' }`. */
  survey?: Readonly<Record<string, string>>;
  /** ISO 639-1. */
  language?: string;
  /** What made the result. */
  engine?: Provenance['engine'];
}

/** A question to the archive. */
export interface TopicQuery {
  /** The topic in plain words. */
  topic: string;
  filter?: TopicFilter;
  /** How many hits, 1 to 100. */
  first?: number;
  /** The `endCursor` of the page before. */
  after?: string | null;
  /** Canonical phrases that the analyst adds to those near the topic. */
  include?: readonly string[];
  /** Canonical phrases that the analyst drops from those near the topic. */
  exclude?: readonly string[];
  /** Ids of labels that the analyst adds to those near the topic. */
  includeLabels?: readonly string[];
  /** Ids of labels that the analyst drops from those near the topic, with what is below them. */
  excludeLabels?: readonly string[];
  /**
   * Whether single words count only where a keyphrase holds them: for those who may not read transcripts, and so
   * may not find out either which words stand in one. All that texters wrote counts where absent.
   */
  keyphrasesOnly?: boolean;
}

/** A vocabulary phrase near a topic. */
export interface NearPhrase {
  vocabularyId: number;
  /** Canonical form. */
  phrase: string;
  inTaxonomy: boolean;
  /** 0..1: how near it is in meaning and wording; 1 where the analyst added it. */
  similarity: number;
}

/** A label near a topic. */
export interface NearLabel {
  id: string;
  name: string;
  /** 0..1 */
  similarity: number;
}

/** A phrase that an analyst may take into a topic or leave out. */
export interface PhraseSuggestion extends Omit<NearPhrase, 'vocabularyId'> {
  /** Id of the concept of the bank whose phrase it is; null for what texters brought. */
  concept: string | null;
  /** Distinct texters who brought it, in steps; null for a phrase of the concept bank that few or none brought. */
  texters: number | null;
}

/** A label that an analyst may take into a topic or leave out. */
export interface LabelSuggestion extends NearLabel {
  /** Distinct texters whose conversations hold it or one below it, in steps; null for few. */
  texters: number | null;
}

/** A keyphrase of a hit. */
export interface HitKeyphrase {
  /** The conversation's own surface form. */
  text: string;
  canonical: string;
  inTaxonomy: boolean;
}

/** A keyphrase of a hit that is near the topic. */
export interface MatchedPhrase {
  text: string;
  canonical: string;
  similarity: number;
  /** Where the texter says it. */
  evidence: Span[];
}

/** A label of a hit that is near the topic. */
export interface MatchedLabel extends NearLabel {
  /** Where the texter says it. */
  evidence: Span[];
}

/** A conversation found, and why. */
export interface TopicHit {
  id: string;
  startedAt: Date;
  /** 0..1; comparable within one topic only. */
  score: number;
  /** Most telling first. */
  keyphrases: HitKeyphrase[];
  /** Highest score first. */
  labels: { id: string; score: number }[];
  /** Its keyphrases that are near the topic, nearest first. */
  matched: MatchedPhrase[];
  /** Its labels that are near the topic, nearest first. */
  matchedLabels: MatchedLabel[];
  /** Stems of the topic's words that the texter used, or that stand in keyphrases where only these count. */
  matchedWords: string[];
  cursor: string;
}

/** A page of hits, best first. */
export interface TopicPage {
  hits: TopicHit[];
  hasNextPage: boolean;
  endCursor: string | null;
  /**
   * Distinct texters who brought one of the phrases near the topic, in steps; null where few. Counted when asked for: it takes
   * as long as there are mentions of the phrases, where the hits take as long in any archive.
   */
  texters: () => Promise<number | null>;
  /**
   * Whether all conversations that a phrase, label or word speaks for were ranked. In a large archive it is the newest of
   * each: the days of the filter lead to older ones.
   */
  isComplete: boolean;
  /** The survey answers select so few texters, or leave so few out, that there is no answer. */
  suppressed: boolean;
}

/** How texters of a week compare with the weeks before; every number made from counts in steps. */
export interface WeeklyChange {
  /** Distinct texters in the week. */
  week: number | null;
  /** Distinct texters in the four weeks before, a quarter of them. */
  weeklyMeanBefore: number | null;
  /** `week` less `weeklyMeanBefore`; null where either is. */
  change: number | null;
}

/** What texters bring that the taxonomy has no label for: phrases of one meaning, told only from `MIN_GROUP_SIZE` texters on. */
export interface Theme {
  /** Its most central phrase. */
  name: string;
  /** Distinct texters in the whole period, in steps. */
  texters: number;
  growth: WeeklyChange;
  /** At this false-discovery rate its share of texters is held to have grown in the week; null where too few wrote. */
  falseDiscovery: number | null;
  /** Whether that rate is 0.05 or less. */
  rising: boolean;
  /** Labels that its texters' conversations hold, most frequent first. */
  labels: { id: string; name: string; texters: number }[];
  /** Its phrases that enough texters brought, most frequent first. */
  phrases: { phrase: string; texters: number }[];
}

/** Which themes are asked for. */
export interface ThemeQuery {
  /** First day of the period, `YYYY-MM-DD` in UTC; the beginning where absent. */
  from?: string;
  /** Last day, inclusive; growth compares the week that ends on it. The newest conversation's day where absent. */
  to?: string;
  /** How many, 20 where absent. */
  limit?: number;
}
