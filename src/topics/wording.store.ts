import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { toVectorLiteral } from '../database/vector.column.js';

/** What wordings are looked for by. */
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
  /** The same of the meaning's own row. */
  meaning: { cosine: number; stems: string[] };
}

/**
 * The index of vectors gives so many times the wordings asked for, of which those of other embedders are taken out and rows
 * that are no more, as each mark of use leaves one; from pgvector 0.8 on, more where these do not suffice.
 */
const LOOKED_AT = 4;
const SEARCH = `SELECT set_config('hnsw.ef_search', $1, true), (
  SELECT set_config('hnsw.iterative_scan', 'strict_order', true) FROM pg_extension
  WHERE extname = 'vector' AND string_to_array(extversion, '.')::int[] >= ARRAY[0, 8])`;

/** Reads the vocabulary by topic. */
@Injectable()
export class WordingStore {
  constructor(private readonly database: DataSource) {}

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
   * Wordings near a topic: three times `limit` nearest by their vectors, as many of those that share a stem, those of
   * the concepts, and those named. What was merged for its vector is no nearer than what it was merged into, and comes only by name.
   * @returns each with its cosine to the topic, both less what all phrases share, and its own stems
   */
  near(topic: NearTo, limit: number): Promise<NearRow[]> {
    // As the index has it, which is of the bundled embedder's dimensions; vectors of others are read one by one.
    const dimensions = topic.vector.length;
    const statement = `WITH candidate AS (
         (SELECT id FROM vocabulary
          WHERE vector_dims(embedding) = ${dimensions} AND embedder = $2 AND NOT by_rule
          ORDER BY embedding::vector(${dimensions}) <#> $1::vector(${dimensions}) LIMIT 3 * $5)
         UNION
         (SELECT id FROM vocabulary WHERE embedder = $2 AND NOT by_rule AND stems && $3::text[]
          ORDER BY embedding <#> $1::vector LIMIT 3 * $5)
         UNION
         SELECT id FROM vocabulary WHERE embedder = $2 AND (phrase = ANY($4::text[]) OR concept = ANY($7::text[])))
       SELECT m.id, m.phrase, m.in_taxonomy AS "inTaxonomy", v.phrase AS wording, v.concept,
              1 - ((v.embedding - $6::vector) <=> $1::vector) AS cosine,
              v.stems, json_build_object('stems', m.stems,
                'cosine', CASE WHEN m.embedder = $2 THEN 1 - ((m.embedding - $6::vector) <=> $1::vector) ELSE 0 END) AS meaning
       FROM vocabulary v JOIN candidate USING (id)
       JOIN vocabulary m ON m.id = coalesce(meaning_of(v.merged_into), v.id)
       ORDER BY cosine DESC, v.phrase`;
    return this.database.transaction(async (manager) => {
      await manager.query(SEARCH, [String(LOOKED_AT * limit)]);
      return manager.query(statement, [
        toVectorLiteral(topic.vector),
        topic.embedder,
        topic.stems,
        topic.named,
        limit,
        toVectorLiteral(topic.shared),
        topic.concepts,
      ]);
    });
  }
}
