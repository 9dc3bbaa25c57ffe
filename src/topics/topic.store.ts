import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { toVectorLiteral } from '../database/vector.column.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { filterSql, Parameters, TEXTER } from './filter.sql.js';
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
}

export interface StoredLabel {
  conversationId: string;
  id: string;
  score: number;
}

/** What vocabulary rows are looked for by. */
export interface NearTo {
  /** The topic's vector less `shared`. */
  vector: Float32Array;
  /** What all phrases share. */
  shared: Float32Array;
  embedder: string;
  stems: readonly string[];
  /** Canonical phrases. */
  named: readonly string[];
  /** Concept ids. */
  concepts: readonly string[];
}

/** A wording near a topic, with the meaning that it leads to. */
export interface NearRow {
  /** Of the meaning. */
  id: number;
  /** Canonical phrase of the meaning. */
  phrase: string;
  inTaxonomy: boolean;
  wording: string;
  /** The wording's. */
  concept: string | null;
  cosine: number;
  stems: string[];
}

/** Reads conversations by topic. */
@Injectable()
export class TopicStore {
  constructor(
    private readonly database: DataSource,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /** Up to `limit` conversations after a place in the ranking, best first; equal scores in the order of their ids. */
  async ranked(
    topic: UnderstoodTopic,
    filter: TopicFilter,
    after: Rank | null,
    limit: number,
  ): Promise<RankedConversation[]> {
    const parameters = new Parameters();
    const ranking = rankingSql(topic, filterSql(filter, parameters, this.taxonomy), parameters);
    const place = after
      ? `WHERE (-score, id) > (${parameters.add(-after.score)}::float8, ${parameters.add(after.id)})`
      : '';
    return this.database.query(
      `${ranking} SELECT id, started_at AS "startedAt", score, stems FROM ranked ${place}
       ORDER BY -score, id LIMIT ${parameters.add(limit)}`,
      parameters.values,
    );
  }

  /** Distinct texters that a filter selects, and those among them with one of the phrases. */
  async texters(
    filter: TopicFilter,
    phrases: readonly number[],
  ): Promise<{ selected: number; matched: number }> {
    const parameters = new Parameters();
    const eligible = filterSql(filter, parameters, this.taxonomy);
    const [row]: { selected: number; matched: number }[] = await this.database.query(
      `SELECT count(DISTINCT ${TEXTER})::int AS selected,
              count(DISTINCT ${TEXTER}) FILTER (WHERE EXISTS (
                SELECT 1 FROM keyphrase k
                WHERE k.conversation_id = c.id AND k.vocabulary_id = ANY(${parameters.add(phrases)}::int[])
              ))::int AS matched
       FROM conversation c WHERE ${eligible}`,
      parameters.values,
    );
    return row ?? { selected: 0, matched: 0 };
  }

  /** Distinct texters whom a filter without its survey answers selects beyond those it selects with them. */
  async leftOut(filter: TopicFilter): Promise<number> {
    const parameters = new Parameters();
    const { survey, ...others } = filter;
    const [row]: { texters: number }[] = await this.database.query(
      `SELECT count(DISTINCT ${TEXTER})::int AS texters FROM conversation c
       WHERE ${filterSql(others, parameters, this.taxonomy)}
         AND (c.survey @> ${parameters.add(JSON.stringify(survey))}::jsonb) IS NOT TRUE`,
      parameters.values,
    );
    return row?.texters ?? 0;
  }

  /** Keyphrases of conversations, each conversation's most telling first. */
  keyphrasesOf(ids: readonly string[]): Promise<StoredKeyphrase[]> {
    return this.database.query(
      `SELECT k.conversation_id AS "conversationId", k.vocabulary_id AS "vocabularyId", k.text,
              v.phrase AS canonical, k.in_taxonomy AS "inTaxonomy"
       FROM keyphrase k JOIN vocabulary v ON v.id = k.vocabulary_id
       WHERE k.conversation_id = ANY($1::text[]) ORDER BY k.conversation_id, k.rank`,
      [ids],
    );
  }

  /** Labels of conversations, each conversation's surest first. */
  labelsOf(ids: readonly string[]): Promise<StoredLabel[]> {
    return this.database.query(
      `SELECT conversation_id AS "conversationId", label_id AS id, score FROM conversation_label
       WHERE conversation_id = ANY($1::text[]) ORDER BY conversation_id, score DESC, label_id`,
      [ids],
    );
  }

  /** Distinct texters, in `ready` conversations, for each vocabulary row. */
  async textersOfPhrases(ids: readonly number[]): Promise<Map<number, number>> {
    const rows: { id: number; texters: number }[] = await this.database.query(
      `SELECT k.vocabulary_id AS id, count(DISTINCT ${TEXTER})::int AS texters
       FROM keyphrase k JOIN conversation c ON c.id = k.conversation_id
       WHERE c.status = 'ready' AND k.vocabulary_id = ANY($1::int[]) GROUP BY k.vocabulary_id`,
      [ids],
    );
    return new Map(rows.map(({ id, texters }) => [id, texters]));
  }

  /**
   * How rare each of the topic's stems and phrases is among `ready` conversations.
   * @param keyphrasesOnly whether stems count only where a keyphrase holds them
   */
  async frequencies(
    stems: readonly string[],
    phrases: readonly number[],
    keyphrasesOnly: boolean,
  ): Promise<{ total: number; stems: Map<string, number>; phrases: Map<number, number> }> {
    const counts: { kind: 'all' | 'stem' | 'phrase'; key: string; n: number }[] = await this.database.query(
      `SELECT 'all' AS kind, '' AS key, count(*)::int AS n FROM conversation WHERE status = 'ready'
       UNION ALL
       SELECT 'stem', s.stem, count(c.id)::int
       FROM unnest($1::text[]) AS s (stem)
       LEFT JOIN conversation c ON c.status = 'ready' AND c.words @@ ${stemQuery('s.stem', keyphrasesOnly)}
       GROUP BY s.stem
       UNION ALL
       SELECT 'phrase', k.vocabulary_id::text, count(DISTINCT k.conversation_id)::int
       FROM keyphrase k WHERE k.vocabulary_id = ANY($2::int[]) GROUP BY k.vocabulary_id`,
      [stems, phrases],
    );
    const of = (kind: string) => counts.filter((row) => row.kind === kind);
    return {
      total: of('all')[0]?.n ?? 0,
      stems: new Map(of('stem').map(({ key, n }) => [key, n])),
      phrases: new Map(of('phrase').map(({ key, n }) => [Number(key), n])),
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

  /** The canonical phrases of what wordings mean; of those that the vocabulary lacks, nothing. */
  async meaningsOf(wordings: readonly string[]): Promise<string[]> {
    if (wordings.length === 0) return [];
    const rows: { phrase: string }[] = await this.database.query(
      `SELECT DISTINCT m.phrase FROM vocabulary v JOIN vocabulary m ON m.id = meaning_of(v.id)
       WHERE v.phrase = ANY($1::text[])`,
      [wordings],
    );
    return rows.map(({ phrase }) => phrase);
  }

  /**
   * Wordings near a topic: the `limit` nearest by their vectors, those that share a stem, those of the concepts,
   * and those named. What was merged for its vector is no nearer than what it was merged into, and comes only by name.
   * @returns each with its cosine to the topic, both less what all phrases share, and its own stems
   */
  vocabularyNear(topic: NearTo, limit: number): Promise<NearRow[]> {
    return this.database.query(
      `WITH candidate AS (
         (SELECT id FROM vocabulary WHERE embedder = $2 AND NOT by_rule ORDER BY (embedding - $6::vector) <=> $1::vector LIMIT $5)
         UNION
         SELECT v.id FROM vocabulary v
         WHERE v.embedder = $2 AND NOT v.by_rule AND tsvector_to_array(to_tsvector('english', v.phrase)) && $3::text[]
         UNION
         SELECT id FROM vocabulary WHERE embedder = $2 AND (phrase = ANY($4::text[]) OR concept = ANY($7::text[])))
       SELECT m.id, m.phrase, m.in_taxonomy AS "inTaxonomy", v.phrase AS wording, v.concept,
              1 - ((v.embedding - $6::vector) <=> $1::vector) AS cosine,
              tsvector_to_array(to_tsvector('english', v.phrase)) AS stems
       FROM vocabulary v JOIN candidate USING (id)
       JOIN vocabulary m ON m.id = coalesce(meaning_of(v.merged_into), v.id)
       ORDER BY cosine DESC, v.phrase`,
      [
        toVectorLiteral(topic.vector),
        topic.embedder,
        topic.stems,
        topic.named,
        limit,
        toVectorLiteral(topic.shared),
        topic.concepts,
      ],
    );
  }
}
