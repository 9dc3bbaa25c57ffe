import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ConversationStatus } from '../conversations/conversation.entity.js';

/** After so many claims a conversation is given up: whatever stops it is not passing. */
export const MAX_ATTEMPTS = 5;
/** How long a claim lasts unless renewed, in seconds. A killed worker's conversations are free again then. */
export const LEASE_SECONDS = 60;
const BACKOFF_SECONDS = 5;

/** How much is waiting, at work and done. */
export interface Progress {
  pending: number;
  ready: number;
  failed: number;
}

/**
 * The state of each conversation's analysis, kept in its row: `due_at` says from when it may be claimed, so
 * that a lease, a pause after a failure and a wait are one thing.
 */
@Injectable()
export class WorkStore {
  constructor(private readonly database: DataSource) {}

  /** Ids of conversations that may be claimed now, oldest first. */
  async due(limit: number): Promise<string[]> {
    const rows: { id: string }[] = await this.database.query(
      `SELECT id FROM conversation
       WHERE status IN ('received', 'processing') AND due_at <= now() AND attempts < $2
       ORDER BY due_at LIMIT $1`,
      [limit, MAX_ATTEMPTS],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Claims a conversation for this worker, for `LEASE_SECONDS`.
   * @returns the number of the attempt, or null where another worker has it or it is done
   */
  async claim(id: string): Promise<number | null> {
    const [rows]: [{ attempts: number }[], number] = await this.database.query(
      `UPDATE conversation
       SET status = 'processing', attempts = attempts + 1, due_at = now() + make_interval(secs => $2)
       WHERE id = $1 AND status IN ('received', 'processing') AND due_at <= now() AND attempts < $3
       RETURNING attempts`,
      [id, LEASE_SECONDS, MAX_ATTEMPTS],
    );
    return rows[0]?.attempts ?? null;
  }

  /** Keeps a claim for another `LEASE_SECONDS`. */
  async renew(id: string, attempt: number): Promise<void> {
    await this.database.query(
      `UPDATE conversation SET due_at = now() + make_interval(secs => $3)
       WHERE id = $1 AND attempts = $2 AND status = 'processing'`,
      [id, attempt, LEASE_SECONDS],
    );
  }

  /** Gives a claim back after a failure: to be tried again after a pause, or `failed` when it was the last try. */
  async release(id: string, attempt: number, reason: string): Promise<void> {
    await this.database.query(
      `UPDATE conversation
       SET status = CASE WHEN attempts >= $4 THEN 'failed' ELSE 'received' END,
           failure = $3,
           due_at = now() + make_interval(secs => $5 * attempts)
       WHERE id = $1 AND attempts = $2 AND status = 'processing'`,
      [id, attempt, reason, MAX_ATTEMPTS, BACKOFF_SECONDS],
    );
  }

  /** At the start of the only process on a database: whatever was at work died with the last one. */
  async freeAll(): Promise<void> {
    await this.database.query(
      `UPDATE conversation SET due_at = now() WHERE status = 'processing' AND attempts < $1`,
      [MAX_ATTEMPTS],
    );
  }

  /** Fails what has used up its attempts without an answer, as when its worker was killed each time. */
  async giveUp(): Promise<void> {
    await this.database.query(
      `UPDATE conversation SET status = 'failed', failure = coalesce(failure, 'worker_died')
       WHERE status IN ('received', 'processing') AND attempts >= $1 AND due_at <= now()`,
      [MAX_ATTEMPTS],
    );
  }

  /**
   * Takes up what has been due for longer than `graceSeconds`, because its job was lost or its worker died.
   * Each is marked due from now, so that the next sweep leaves it alone for as long again.
   */
  async overdue(graceSeconds: number, limit: number): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.database.query(
      `UPDATE conversation SET due_at = now()
       WHERE id IN (
         SELECT id FROM conversation
         WHERE status IN ('received', 'processing') AND attempts < $3
           AND due_at < now() - make_interval(secs => $1)
         ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [graceSeconds, limit, MAX_ATTEMPTS],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Marks conversations to be analysed anew, all of them where no ids are given.
   * @returns how many; those that are pending already are not among them
   */
  async reopen(ids: readonly string[] | null = null): Promise<number> {
    const [, count]: [unknown, number] = await this.database.query(
      `UPDATE conversation SET status = 'received', attempts = 0, failure = NULL, due_at = now()
       WHERE status IN ('ready', 'failed') AND ($1::text[] IS NULL OR id = ANY($1))`,
      [ids],
    );
    return count;
  }

  /** Where the analysis of these conversations stands; those that are gone are left out. */
  async statuses(ids: readonly string[]): Promise<Map<string, ConversationStatus>> {
    const rows: { id: string; status: ConversationStatus }[] = await this.database.query(
      'SELECT id, status FROM conversation WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, status }) => [id, status]));
  }

  async progress(): Promise<Progress> {
    const [row]: Progress[] = await this.database.query(
      `SELECT count(*) FILTER (WHERE status IN ('received', 'processing'))::int AS pending,
              count(*) FILTER (WHERE status = 'ready')::int AS ready,
              count(*) FILTER (WHERE status = 'failed')::int AS failed
       FROM conversation`,
    );
    return row ?? { pending: 0, ready: 0, failed: 0 };
  }
}
