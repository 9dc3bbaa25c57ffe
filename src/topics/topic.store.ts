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

/** How many conversations hold the stems of a topic. */
export interface StemFrequencies {
  /** In how many conversations they were counted. */
  read: number;
  counts: Map<string, number>;
  /** Stems so rare that conversations may be looked for by one of them alone; all of them in a small archive. */
  telling: string[];
  /** Whether there are more conversations than words can be looked for in, one by one. */
  isLarge: boolean;
  /** Whether so many conversations hold all of the stems that the newest of them are found among the newest of all. */
  areCommon: boolean;
}

/** How many conversations hold phrases of the vocabulary. */
export interface PhraseFrequencies {
  /** In how many conversations they were counted. */
  total: number;
  counts: Map<number, number>;
}

/** So many conversations, the newest, say how common phrases are, and so many of them how common words are. */
const COUNTED = 5000;
const READ = 500;
/** In an archive of more, a word in no greater share of them brings conversations by itself. */
const TELLING = 0.002;
/** Stems that stand together in more than this share are looked for in the newest conversations, not in the index. */
const COMMON = 0.002;
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
    const stored = this.asStored(topic);
    const ranking = rankingSql(stored, candidatesSql(stored, filter, parameters, this.taxonomy), parameters);
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
    const stored = this.asStored(topic);
    const ranking = rankingSql(
      stored,
      everyCandidateSql(stored, filter, parameters, this.taxonomy),
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

  /** Labels of conversations by their present ids, each conversation's surest first. */
  async labelsOf(ids: readonly string[]): Promise<StoredLabel[]> {
    const rows: StoredLabel[] = await this.database.query(
      `SELECT conversation_id AS "conversationId", label_id AS id, score, evidence FROM conversation_label
       WHERE conversation_id = ANY($1::text[]) ORDER BY conversation_id, score DESC, label_id`,
      [ids],
    );
    return rows.map((row) => ({ ...row, id: this.taxonomy.present(row.id)?.id ?? row.id }));
  }

  /**
   * How rare each of the topic's stems is among `ready` conversations: among the newest, which say it as well as all, and
   * take no longer to count in a large archive.
   * @param keyphrasesOnly whether stems count only where a keyphrase holds them
   */
  async stemFrequencies(stems: readonly string[], keyphrasesOnly: boolean): Promise<StemFrequencies> {
    const holds = stemQuery('s.stem', keyphrasesOnly);
    const [row]: { read: number; all: number; counts: Record<string, number> | null }[] =
      await this.database.query(
        `WITH newest AS MATERIALIZED (
           SELECT words || '' AS words FROM conversation
           WHERE status = 'ready' ORDER BY started_at DESC, id DESC LIMIT $2),
         held AS MATERIALIZED (
           SELECT ARRAY(SELECT s.stem FROM unnest($1::text[]) AS s (stem) WHERE words @@ ${holds}) AS stems FROM newest)
         SELECT count(*)::int AS read, (count(*) FILTER (WHERE cardinality(stems) = cardinality($1::text[])))::int AS all,
                (SELECT json_object_agg(stem, n) FROM (
                   SELECT stem, count(*)::int AS n FROM held, unnest(stems) AS stem GROUP BY stem) AS counted) AS counts
         FROM held`,
        [stems, READ],
      );
    const { read = 0, all = 0 } = row ?? {};
    const counts = new Map(Object.entries(row?.counts ?? {}));
    return {
      read,
      counts,
      telling: stems.filter((stem) => read < READ || (counts.get(stem) ?? 0) <= TELLING * read),
      isLarge: read >= READ,
      areCommon: all > COMMON * read,
    };
  }

  /** How rare phrases are, likewise, among more of the newest `ready` conversations. */
  async phraseFrequencies(phrases: readonly number[]): Promise<PhraseFrequencies> {
    const rows: { id: number | null; n: number }[] = await this.database.query(
      `WITH newest AS MATERIALIZED (
         SELECT started_at FROM conversation WHERE status = 'ready' ORDER BY started_at DESC, id DESC LIMIT $2)
       SELECT NULL AS id, count(*)::int AS n FROM newest
       UNION ALL
       SELECT k.vocabulary_id, count(DISTINCT k.conversation_id)::int FROM keyphrase k
       WHERE k.vocabulary_id = ANY($1::int[]) AND k.started_at >= (SELECT min(started_at) FROM newest)
       GROUP BY k.vocabulary_id`,
      [phrases, COUNTED],
    );
    return {
      total: rows.find(({ id }) => id === null)?.n ?? 0,
      counts: new Map(rows.flatMap(({ id, n }) => (id === null ? [] : [[id, n]]))),
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

  /** The topic with each label under its earlier ids, too, as conversations may hold it that are not analysed anew yet. */
  private asStored(topic: UnderstoodTopic): UnderstoodTopic {
    const labels = topic.labels.flatMap((label) =>
      [label.id, ...(this.taxonomy.byId(label.id)?.was ?? [])].map((id) => ({ ...label, id })),
    );
    return { ...topic, labels };
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
