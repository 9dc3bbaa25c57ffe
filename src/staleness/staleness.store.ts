import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Message, Transcript } from '../conversations/conversation.types.js';
import { storedTaxonomy } from '../taxonomy/taxonomy.store.js';
import type { Taxonomy } from '../taxonomy/taxonomy.types.js';
import type { StoredResult } from './staleness.types.js';

/** What results are compared with: a taxonomy, and an engine where that counts, too. */
export interface Present {
  /** Of the taxonomy. */
  hash: string;
  /** As `EngineService` names it; null where only the taxonomy is asked about. */
  engine: string | null;
}

/** SQL for: the conversation `c` has a result that may be stale, given a `Present` as $1 and $2. */
const SUSPECT = `(c.status = 'ready' AND c.holds_for IS DISTINCT FROM $1
  OR $2::text IS NOT NULL AND (c.status = 'failed' OR c.status = 'ready' AND (
    c.engine IS DISTINCT FROM $2 OR $2 LIKE 'llm %' AND (c.provenance ->> 'degraded')::boolean)))`;

/** Reads and marks stored results by what they were made with. */
@Injectable()
export class StalenessStore {
  constructor(private readonly database: DataSource) {}

  /** How many results there are, and how many of them may be stale. */
  async counts({ hash, engine }: Present): Promise<{ analysed: number; suspect: number }> {
    const [row]: { analysed: number; suspect: number }[] = await this.database.query(
      `SELECT count(*) FILTER (WHERE c.status = 'ready')::int AS analysed,
              count(*) FILTER (WHERE ${SUSPECT})::int AS suspect
       FROM conversation c`,
      [hash, engine],
    );
    return row ?? { analysed: 0, suspect: 0 };
  }

  /** The next results that may be stale, by id. */
  suspects({ hash, engine }: Present, after: string | null, limit: number): Promise<StoredResult[]> {
    return this.database.query(
      `SELECT c.id, coalesce(c.texter_hash, c.id) AS texter, c.status, c.engine, c.made_with AS "madeWith", c.scores,
              coalesce((c.provenance ->> 'degraded')::boolean, false) AS degraded,
              c.provenance ->> 'reason' AS reason,
              ARRAY(SELECT l.label_id FROM conversation_label l WHERE l.conversation_id = c.id ORDER BY 1) AS labels
       FROM conversation c
       WHERE ${SUSPECT} AND ($3::text IS NULL OR c.id > $3)
       ORDER BY c.id LIMIT $4`,
      [hash, engine, after, limit],
    );
  }

  /** The stored words of conversations, by id. */
  async transcripts(ids: readonly string[]): Promise<Map<string, Transcript>> {
    const languages: { id: string; language: string }[] = await this.database.query(
      'SELECT id, language FROM conversation WHERE id = ANY($1)',
      [ids],
    );
    const rows: (Omit<Message, 'at'> & { id: string })[] = await this.database.query(
      `SELECT conversation_id AS id, position, sender AS "from", text FROM message
       WHERE conversation_id = ANY($1) ORDER BY conversation_id, position`,
      [ids],
    );
    const messages = new Map<string, Message[]>(languages.map(({ id }) => [id, []]));
    for (const { id, position, from, text } of rows)
      messages.get(id)?.push({ position, from, at: null, text });
    return new Map(languages.map(({ id, language }) => [id, { language, messages: messages.get(id) ?? [] }]));
  }

  /** The taxonomy that results were made with. */
  taxonomy(hash: string): Promise<Taxonomy> {
    return storedTaxonomy(this.database, hash);
  }

  /** Notes of results that the present taxonomy does not touch them, unless they were made anew meanwhile. */
  async confirm(results: readonly StoredResult[], hash: string): Promise<void> {
    await this.database.query(
      `UPDATE conversation c SET holds_for = $3
       FROM unnest($1::text[], $2::text[]) AS found (id, made_with)
       WHERE c.id = found.id AND c.made_with = found.made_with AND c.status = 'ready'`,
      [results.map(({ id }) => id), results.map(({ madeWith }) => madeWith), hash],
    );
  }
}
