import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Span } from '../conversations/conversation.types.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { candidatesSql, everyCandidateSql } from './candidates.sql.js';
import { filterSql, mentionSql, Parameters, TEXTER } from './filter.sql.js';
import { rankingSql, stemQuery } from './ranking.sql.js';
import type { Rank } from './topic.cursor.js';
import type { TopicFilter } from './topic.types.js';
import type { UnderstoodTopic } from './topic.understanding.js';

/** A conversation found. */
export interface RankedConversation extends Rank {
  startedAt: Date;
  /** Stems of the topic that stand in its words. */
  stems: string[];
}

export interface StoredKeyphrase {
  conversationId: string;
  vocabularyId: number;
  text: string;
  canonical: string;
  inTaxonomy: boolean;
  evidence: Span[];
}

export interface StoredLabel {
  conversationId: string;
  id: string;
  score: number;
  evidence: Span[];
}

/** How many conversations hold what a topic is looked for by. */
export interface Frequencies {
  /** In how many conversations phrases were counted. */
  total: number;
  /** In how many conversations stems were counted. */
  read: number;
  stems: Map<string, number>;
  phrases: Map<number, number>;
  /** Stems so rare that conversations may be looked for by one of them alone; all of them in a small archive. */
  telling: string[];
  /** Whether there are more conversations than words can be looked for in, one by one. */
  isLarge: boolean;
  /** Whether so many conversations hold all of the stems that the newest of them are found among the newest of all. */
  areCommon: boolean;
}

/** So many conversations, the newest, say how common phrases are, and so many of them how common words are. */
const COUNTED = 20_000;
const READ = 500;
/** In an archive of more, a word in no greater share of them brings conversations by itself. */
const TELLING = 0.005;
/** Stems that stand together in more than this share are looked for in the newest conversations, not in the index. */
const COMMON = 0.005;
/** So many rows hold enough texters, or nearly all that there are. */
const ROWS_OF_A_GROUP = 200;

/** Reads conversations by topic. */
@Injectable()
export class TopicStore {
  constructor(
    private readonly database: DataSource,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /**
   * Up to `limit` conversations after a place in the ranking, best first; equal scores in the order of their ids. And
   * whether all that anything speaks for were ranked, rather than the newest of them.
   */
  async ranked(
    topic: UnderstoodTopic,
    filter: TopicFilter,
    after: Rank | null,
    limit: number,
  ): Promise<{ found: RankedConversation[]; isComplete: boolean }> {
    const parameters = new Parameters();
    const ranking = rankingSql(topic, candidatesSql(topic, filter, parameters, this.taxonomy), parameters);
    const place = after
      ? `WHERE (-score, id) > (${parameters.add(-after.score)}::float8, ${parameters.add(after.id)})`
      : '';
    const rows: (RankedConversation & { isComplete: boolean })[] = await this.database.query(
      `${ranking} SELECT is_complete AS "isComplete", id, started_at AS "startedAt", score, stems
       FROM completeness LEFT JOIN (
         SELECT * FROM ranked ${place} ORDER BY -score, id LIMIT ${parameters.add(limit)}) AS page ON true
       ORDER BY -score, id`,
      parameters.values,
    );
    return {
      found: rows.flatMap(({ isComplete: _, ...row }) => (row.id === null ? [] : [row])),
      isComplete: rows[0]?.isComplete ?? true,
    };
  }

  /** Up to `limit` conversations that have none of the phrases, best by the topic's labels and words, of all there are. */
  async nearMisses(
    topic: UnderstoodTopic,
    filter: TopicFilter,
    phrases: readonly number[],
    limit: number,
  ): Promise<string[]> {
    const parameters = new Parameters();
    const ranking = rankingSql(
      topic,
      everyCandidateSql(topic, filter, parameters, this.taxonomy),
      parameters,
    );
    const rows: { id: string }[] = await this.database.query(
      `${ranking} SELECT id FROM ranked
       WHERE NOT EXISTS (SELECT FROM keyphrase k
         WHERE k.conversation_id = ranked.id AND k.vocabulary_id = ANY(${parameters.add(phrases)}::int[]))
       ORDER BY -score, id LIMIT ${parameters.add(limit)}`,
      parameters.values,
    );
    return rows.map(({ id }) => id);
  }

  /** Distinct texters with one of the phrases among the conversations that a filter selects. */
  async textersWith(filter: TopicFilter, phrases: readonly number[]): Promise<number> {
    const parameters = new Parameters();
    return this.countOf(
      `SELECT DISTINCT k.texter FROM keyphrase k
       WHERE k.vocabulary_id = ANY(${parameters.add(phrases)}::int[])
         AND ${mentionSql(filter, parameters, this.taxonomy)}`,
      parameters,
    );
  }

  /** Distinct texters that a filter selects; where it is `most` or more, at least that. */
  async selected(filter: TopicFilter, most: number): Promise<number> {
    const parameters = new Parameters();
    return this.countUpTo(most, filterSql(filter, parameters, this.taxonomy), parameters);
  }

  /**
   * Distinct texters whom a filter without its survey answers selects beyond those it selects with them; where it is
   * `most` or more, at least that.
   */
  async leftOut({ survey, ...others }: TopicFilter, most: number): Promise<number> {
    const parameters = new Parameters();
    const without = filterSql(others, parameters, this.taxonomy);
    const answers = `(c.survey @> ${parameters.add(JSON.stringify(survey))}::jsonb) IS NOT TRUE`;
    return this.countUpTo(most, `${without} AND ${answers}`, parameters);
  }

  /** Keyphrases of conversations, each conversation's most telling first. */
  keyphrasesOf(ids: readonly string[]): Promise<StoredKeyphrase[]> {
    return this.database.query(
      `SELECT k.conversation_id AS "conversationId", k.vocabulary_id AS "vocabularyId", k.text,
              v.phrase AS canonical, k.in_taxonomy AS "inTaxonomy", k.evidence
       FROM keyphrase k JOIN vocabulary v ON v.id = k.vocabulary_id
       WHERE k.conversation_id = ANY($1::text[]) ORDER BY k.conversation_id, k.rank`,
      [ids],
    );
  }

  /** Labels of conversations, each conversation's surest first. */
  labelsOf(ids: readonly string[]): Promise<StoredLabel[]> {
    return this.database.query(
      `SELECT conversation_id AS "conversationId", label_id AS id, score, evidence FROM conversation_label
       WHERE conversation_id = ANY($1::text[]) ORDER BY conversation_id, score DESC, label_id`,
      [ids],
    );
  }

  /**
   * How rare each of the topic's stems and phrases is among `ready` conversations: stems among the `read` newest, phrases
   * among the `total` newest, which say it as well as all, and take no longer to count in a large archive.
   * @param keyphrasesOnly whether stems count only where a keyphrase holds them
   */
  async frequencies(
    stems: readonly string[],
    phrases: readonly number[],
    keyphrasesOnly: boolean,
  ): Promise<Frequencies> {
    const counts: { kind: string; key: string; n: number }[] = await this.database.query(
      `WITH newest AS MATERIALIZED (
           SELECT started_at FROM conversation WHERE status = 'ready' ORDER BY started_at DESC, id DESC LIMIT $3),
         words AS MATERIALIZED (
           SELECT words || '' AS words FROM conversation
           WHERE status = 'ready' ORDER BY started_at DESC, id DESC LIMIT $4)
         SELECT 'all' AS kind, '' AS key, count(*)::int AS n FROM newest
         UNION ALL
         SELECT 'read', '', count(*)::int FROM words
         UNION ALL
         SELECT 'stem', s.stem, count(*)::int FROM unnest($1::text[]) AS s (stem), words
         WHERE words @@ ${stemQuery('s.stem', keyphrasesOnly)} GROUP BY s.stem
         UNION ALL
         SELECT 'all stems', '', count(*)::int FROM words
         WHERE NOT EXISTS (SELECT FROM unnest($1::text[]) AS s (stem) WHERE NOT words @@ ${stemQuery('s.stem', keyphrasesOnly)})
         UNION ALL
         SELECT 'phrase', k.vocabulary_id::text, count(DISTINCT k.conversation_id)::int
         FROM keyphrase k
         WHERE k.vocabulary_id = ANY($2::int[]) AND k.started_at >= (SELECT min(started_at) FROM newest)
         GROUP BY k.vocabulary_id`,
      [stems, phrases, COUNTED, READ],
    );
    const of = (kind: string) => counts.filter((row) => row.kind === kind);
    const read = of('read')[0]?.n ?? 0;
    const counted = new Map(of('stem').map(({ key, n }) => [key, n]));
    return {
      total: of('all')[0]?.n ?? 0,
      read,
      stems: counted,
      phrases: new Map(of('phrase').map(({ key, n }) => [Number(key), n])),
      telling: stems.filter((stem) => read < READ || (counted.get(stem) ?? 0) <= TELLING * read),
      isLarge: read >= READ,
      areCommon: (of('all stems')[0]?.n ?? 0) > COMMON * read,
    };
  }

  /** The stems of a text, function words left out. */
  async stemsOf(text: string, language: 'english' | 'french'): Promise<string[]> {
    const [row]: { stems: string[] }[] = await this.database.query(
      'SELECT tsvector_to_array(to_tsvector($1::regconfig, $2)) AS stems',
      [language, text],
    );
    return row?.stems ?? [];
  }

  /** Texters of the newest rows where these are enough; counted to the end only where they are not. */
  private async countUpTo(most: number, condition: string, parameters: Parameters): Promise<number> {
    const rows = `SELECT ${TEXTER} FROM conversation c WHERE ${condition}`;
    const newest = `${rows} ORDER BY c.started_at DESC, c.id DESC LIMIT ${ROWS_OF_A_GROUP}`;
    const near = await this.countOf(`SELECT DISTINCT texter FROM (${newest}) AS newest`, parameters);
    return near >= most ? near : this.countOf(`SELECT DISTINCT texter FROM (${rows}) AS every`, parameters);
  }

  private async countOf(rows: string, { values }: Parameters): Promise<number> {
    const [row]: { n: number }[] = await this.database.query(
      `SELECT count(*)::int AS n FROM (${rows}) AS counted`,
      values,
    );
    return row?.n ?? 0;
  }
}
