import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Entry, writeEntries } from '../llm/ledger/ledger.writing.js';
import type { Call, Reservation } from '../llm/ledger/ledger.types.js';
import type { BatchState } from './llm.batch.entity.js';

/** Seconds that a batch stays in a process's hands unless it renews that. */
const LEASE_SECONDS = 60;

/** A batch in its row. */
export interface Batch {
  id: string;
  state: BatchState;
  remoteId: string | null;
  requests: number;
  createdAt: Date;
}

/** What is set aside for a batch. */
interface SetAside {
  day: string | null;
  prompt: number;
  completion: number;
}

const SET_ASIDE = `day::text AS day, prompt_tokens::float8 AS prompt, completion_tokens::float8 AS completion`;

/** Batches and the conversations in them. */
@Injectable()
export class BackfillStore {
  constructor(private readonly database: DataSource) {}

  /** All batches, oldest first. */
  batches(): Promise<Batch[]> {
    return this.database.query(
      `SELECT id, state, remote_id AS "remoteId", requests, created_at AS "createdAt" FROM llm_batch ORDER BY created_at`,
    );
  }

  /** Makes an empty batch, in the hands of this process. */
  async begin(): Promise<string> {
    const [row]: { id: string }[] = await this.database.query(
      'INSERT INTO llm_batch (due_at) VALUES (now() + make_interval(secs => $1)) RETURNING id',
      [LEASE_SECONDS],
    );
    return row!.id;
  }

  /** Takes a batch into this process's hands; null where it is in another's, or gone. */
  async take(id: string): Promise<Batch | null> {
    const [rows]: [Batch[], number] = await this.database.query(
      `UPDATE llm_batch SET due_at = now() + make_interval(secs => $2) WHERE id = $1 AND due_at <= now()
       RETURNING id, state, remote_id AS "remoteId", requests, created_at AS "createdAt"`,
      [id, LEASE_SECONDS],
    );
    return rows[0] ?? null;
  }

  /** Does work on a batch that is in this process's hands, and lets go of it. */
  async holding<T>(id: string, work: () => Promise<T>): Promise<T> {
    const renewal = setInterval(
      () => void this.hold(id, LEASE_SECONDS).catch(() => undefined),
      (LEASE_SECONDS * 1000) / 3,
    );
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      await this.hold(id, 0);
    }
  }

  private async hold(id: string, seconds: number): Promise<void> {
    await this.database.query(
      'UPDATE llm_batch SET due_at = now() + make_interval(secs => $2) WHERE id = $1',
      [id, seconds],
    );
  }

  /** Those of the conversations that no batch is about. */
  async free(ids: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.database.query(
      `SELECT id FROM unnest($1::text[]) WITH ORDINALITY AS given (id, place)
       WHERE NOT EXISTS (SELECT FROM llm_batch_conversation WHERE conversation_id = id) ORDER BY place`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Puts a conversation into a batch; false where another is about it, or it is gone. */
  async add(batch: string, conversation: string): Promise<boolean> {
    const rows: unknown[] = await this.database.query(
      `INSERT INTO llm_batch_conversation (conversation_id, batch_id)
       SELECT id, $2 FROM conversation WHERE id = $1 ON CONFLICT DO NOTHING RETURNING 1`,
      [conversation, batch],
    );
    return rows.length > 0;
  }

  /** Takes a conversation out of the batch that is about it. */
  async drop(conversation: string): Promise<void> {
    await this.database.query('DELETE FROM llm_batch_conversation WHERE conversation_id = $1', [
      conversation,
    ]);
  }

  /** The next conversations of a batch, by id. */
  async conversations(batch: string, after: string, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await this.database.query(
      `SELECT conversation_id AS id FROM llm_batch_conversation
       WHERE batch_id = $1 AND conversation_id > $2 ORDER BY 1 LIMIT $3`,
      [batch, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** How many conversations of a batch have no new result yet. */
  async left(batch: string): Promise<number> {
    const [row]: { left: number }[] = await this.database.query(
      'SELECT count(*)::int AS left FROM llm_batch_conversation WHERE batch_id = $1',
      [batch],
    );
    return row?.left ?? 0;
  }

  /** Notes what a batch holds before it goes out, with what is set aside for it. */
  async seal(id: string, requests: number, { day, tokens }: Reservation): Promise<void> {
    await this.database.query(
      'UPDATE llm_batch SET requests = $2, day = $3, prompt_tokens = $4, completion_tokens = $5 WHERE id = $1',
      [id, requests, day, tokens.prompt, tokens.completion],
    );
  }

  async submitted(id: string, remoteId: string): Promise<void> {
    await this.database.query(`UPDATE llm_batch SET state = 'submitted', remote_id = $2 WHERE id = $1`, [
      id,
      remoteId,
    ]);
  }

  /**
   * Writes the calls of a batch down, once: what they used takes the place of what was set aside.
   * @param callsOf given what was set aside
   */
  async settle(id: string, callsOf: (setAside: SetAside) => Call[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [rows]: [SetAside[], number] = await manager.query(
        `UPDATE llm_batch SET state = 'answered' WHERE id = $1 AND state = 'submitted' RETURNING ${SET_ASIDE}`,
        [id],
      );
      const [setAside] = rows;
      if (!setAside) return;
      const entries = callsOf(setAside).map((call): Entry => ({
        call,
        day: setAside.day,
        change: call.usage,
      }));
      await writeEntries(manager, [...entries, givenBack(setAside)]);
    });
  }

  /** Forgets a batch that never went out, and gives back what was set aside for it. */
  async discard(id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [rows]: [SetAside[], number] = await manager.query(
        `DELETE FROM llm_batch WHERE id = $1 RETURNING ${SET_ASIDE}`,
        [id],
      );
      if (rows[0]) await writeEntries(manager, [givenBack(rows[0])]);
    });
  }

  /** Forgets a batch whose results are stored. */
  async remove(id: string): Promise<void> {
    await this.database.query('DELETE FROM llm_batch WHERE id = $1', [id]);
  }
}

function givenBack({ day, prompt, completion }: SetAside): Entry {
  return { call: null, day, change: { prompt: -prompt, completion: -completion } };
}
