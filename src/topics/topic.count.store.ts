import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { READY_MENTION, TEXTER } from './filter.sql.js';

/** Counts who brought phrases and labels. */
@Injectable()
export class TopicCountStore {
  constructor(
    private readonly database: DataSource,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /** Distinct texters, in `ready` conversations, for each vocabulary row. */
  async textersOfPhrases(ids: readonly number[]): Promise<Map<number, number>> {
    const rows: { id: number; texters: number }[] = await this.database.query(
      `SELECT k.vocabulary_id AS id, count(DISTINCT k.texter)::int AS texters
       FROM keyphrase k WHERE k.vocabulary_id = ANY($1::int[]) AND ${READY_MENTION} GROUP BY k.vocabulary_id`,
      [ids],
    );
    return new Map(rows.map(({ id, texters }) => [id, texters]));
  }

  /** Distinct texters, in `ready` conversations, for each label; also those who hold only one below it. */
  async textersOfLabels(labels: readonly string[]): Promise<Map<string, number>> {
    const held = labels.flatMap((id) => this.taxonomy.storedIdsOf(id).map((stored) => ({ id, stored })));
    // Asked for by its beginning too, so that whose a conversation is comes out of an index alone.
    const rows: { id: string; texters: number }[] = await this.database.query(
      `SELECT held.id, count(DISTINCT ${TEXTER})::int AS texters
       FROM unnest($1::text[], $2::text[]) AS held (id, stored)
       JOIN conversation_label l ON l.label_id = held.stored
       JOIN conversation c ON c.started_at = l.started_at AND c.id = l.conversation_id AND c.status = 'ready'
       GROUP BY held.id`,
      [held.map(({ id }) => id), held.map(({ stored }) => stored)],
    );
    return new Map(rows.map(({ id, texters }) => [id, texters]));
  }
}
