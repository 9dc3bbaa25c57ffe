import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Looks up which conversations are in which batch, and what has become of them. */
@Injectable()
export class BatchContentStore {
  constructor(private readonly database: DataSource) {}

  /** Those of the conversations that no batch is about, in the order given. */
  async free(ids: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.database.query(
      `SELECT id FROM unnest($1::text[]) WITH ORDINALITY AS given (id, place)
       WHERE NOT EXISTS (SELECT FROM llm_batch_conversation WHERE conversation_id = id) ORDER BY place`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** The next conversations of a batch, by id. */
  async next(batch: string, after: string, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await this.database.query(
      `SELECT conversation_id AS id FROM llm_batch_conversation
       WHERE batch_id = $1 AND conversation_id > $2 ORDER BY 1 LIMIT $3`,
      [batch, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** How many conversations are in a batch still. */
  async count(batch: string): Promise<number> {
    const [row]: { count: number }[] = await this.database.query(
      'SELECT count(*)::int AS count FROM llm_batch_conversation WHERE batch_id = $1',
      [batch],
    );
    return row?.count ?? 0;
  }

  /**
   * Whether a conversation has had a good result since its batch was begun: from a process that died before it took the
   * conversation out, or from a worker.
   * @param by the engine, as `EngineService` names it, and the hash of the taxonomy
   */
  async isMade(
    conversation: string,
    since: Date,
    by: { engine: string; taxonomy: string },
  ): Promise<boolean> {
    const rows: unknown[] = await this.database.query(
      `SELECT 1 FROM conversation WHERE id = $1 AND status = 'ready' AND analysed_at > $2 AND engine = $3
         AND made_with = $4 AND NOT (provenance ->> 'degraded')::boolean`,
      [conversation, since, by.engine, by.taxonomy],
    );
    return rows.length > 0;
  }
}
