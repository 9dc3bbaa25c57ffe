import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.js';
import { budgetOf } from '../llm/ledger/budget.js';
import { type Entry, setAside, writeEntries } from '../llm/ledger/ledger.writing.js';
import type { Call } from '../llm/ledger/ledger.types.js';
import type { LlmUsage } from '../llm/llm.types.js';
import { type Batch, type HeldBatch, LostBatchError } from './backfill.types.js';
import type { BatchState } from './llm.batch.entity.js';

/** Seconds that a batch stays in a process's hands unless it renews that. */
const LEASE_SECONDS = 60;
/** Hours that a batch may be out of the endpoint's sight before it is given up. */
const PATIENCE_HOURS = 48;
/** A conversation whose answers so often did not come to a result is asked about anew. */
const MOST_ATTEMPTS = 5;

/** What is set aside for a batch. */
interface SetAside {
  day: string | null;
  prompt: number;
  completion: number;
}

/** The row of a batch as whoever holds it finds it, and the day that it is, as YYYY-MM-DD in UTC. */
type HeldRow = SetAside & { state: BatchState; today: string };

const BATCH = `id, state, remote_id AS "remoteId", endpoint, requests, created_at AS "createdAt"`;
const HELD = `${BATCH}, holder`;
const SET_ASIDE = `day::text AS day, prompt_tokens::float8 AS prompt, completion_tokens::float8 AS completion`;

/** Batches, and what goes into and out of them: each is changed only by whoever has it in hand. */
@Injectable()
export class BackfillStore {
  constructor(
    private readonly database: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** All batches, oldest first. */
  batches(): Promise<Batch[]> {
    return this.database.query(`SELECT ${BATCH} FROM llm_batch ORDER BY created_at, id`);
  }

  /** Makes an empty batch for an endpoint, in the hands of this process. */
  async begin(endpoint: string): Promise<HeldBatch> {
    const [batch]: HeldBatch[] = await this.database.query(
      `INSERT INTO llm_batch (endpoint, holder, due_at)
       VALUES ($1, gen_random_uuid(), now() + make_interval(secs => $2)) RETURNING ${HELD}`,
      [endpoint, LEASE_SECONDS],
    );
    return batch!;
  }

  /** Takes a batch into this process's hands; null where it is in another's, or gone. */
  async take(id: string): Promise<HeldBatch | null> {
    const [rows]: [HeldBatch[], number] = await this.database.query(
      `UPDATE llm_batch SET holder = gen_random_uuid(), due_at = now() + make_interval(secs => $2)
       WHERE id = $1 AND due_at <= now() RETURNING ${HELD}`,
      [id, LEASE_SECONDS],
    );
    return rows[0] ?? null;
  }

  /** Does work on a batch that is in this process's hands, and lets go of it. */
  async holding<T>(batch: HeldBatch, work: () => Promise<T>): Promise<T> {
    const renewal = setInterval(
      () => void this.renew(batch).catch(() => undefined),
      (LEASE_SECONDS * 1000) / 3,
    );
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      // Without it, others wait for the lease to run out.
      await this.letGo(batch).catch(() => undefined);
    }
  }

  private async letGo({ id, holder }: HeldBatch): Promise<void> {
    await this.database.query(
      'UPDATE llm_batch SET holder = NULL, due_at = now() WHERE id = $1 AND holder = $2',
      [id, holder],
    );
  }

  /**
   * Makes sure, before what cannot be undone, that a batch is in this process's hands still.
   * @throws LostBatchError, as does every change of a batch below
   */
  async renew(batch: HeldBatch): Promise<void> {
    await this.inHand(batch, () => Promise.resolve());
  }

  /** Works on the row of a batch, in one transaction that keeps others off it. */
  private inHand<T>(
    { id, holder }: HeldBatch,
    work: (manager: EntityManager, row: HeldRow) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async (manager) => {
      const [[row]]: [HeldRow[], number] = await manager.query(
        `UPDATE llm_batch SET due_at = now() + make_interval(secs => $3) WHERE id = $1 AND holder = $2
         RETURNING state, ${SET_ASIDE}, (now() AT TIME ZONE 'UTC')::date::text AS today`,
        [id, holder, LEASE_SECONDS],
      );
      if (!row) throw new LostBatchError();
      return work(manager, row);
    });
  }

  /**
   * Puts a conversation into a batch, and sets aside from the budget of the day what it is to take.
   * @param requests that it adds to the batch
   * @returns `passed` where another batch is about it, or it is gone; `other_day` where the batch was begun on a day that
   *   is over: each gives back to the one day that it has taken from
   */
  add(
    batch: HeldBatch,
    conversation: string,
    requests: number,
    tokens: LlmUsage,
  ): Promise<'added' | 'passed' | 'over_budget' | 'other_day'> {
    return this.inHand(batch, async (manager, { day, today }) => {
      if (day !== null && day !== today) return 'other_day';
      const added: unknown[] = await manager.query(
        `INSERT INTO llm_batch_conversation (conversation_id, batch_id)
         SELECT id, $2 FROM conversation WHERE id = $1 ON CONFLICT DO NOTHING RETURNING 1`,
        [conversation, batch.id],
      );
      if (added.length === 0) return 'passed';
      if (!(await setAside(manager, budgetOf(this.settings), tokens))) {
        await takeOut(manager, batch, conversation);
        return 'over_budget';
      }
      await manager.query(
        `UPDATE llm_batch SET day = $2, requests = requests + $3, prompt_tokens = prompt_tokens + $4,
           completion_tokens = completion_tokens + $5 WHERE id = $1`,
        [batch.id, today, requests, tokens.prompt, tokens.completion],
      );
      return 'added';
    });
  }

  /** Notes that a batch is about to go out: from here on the endpoint alone knows whether it has it. */
  async sending(batch: HeldBatch): Promise<void> {
    await this.inHand(batch, (manager) =>
      manager.query(`UPDATE llm_batch SET state = 'sending' WHERE id = $1`, [batch.id]),
    );
  }

  /** Notes that the endpoint has a batch, and the endpoint's own id of it. */
  async submitted(batch: HeldBatch, remoteId: string): Promise<void> {
    await this.inHand(batch, (manager) =>
      manager.query(`UPDATE llm_batch SET state = 'submitted', remote_id = $2 WHERE id = $1`, [
        batch.id,
        remoteId,
      ]),
    );
  }

  /** Notes that the endpoint knows a batch. */
  async seen(batch: HeldBatch): Promise<void> {
    await this.inHand(batch, (manager) =>
      manager.query('UPDATE llm_batch SET missing_since = NULL WHERE id = $1', [batch.id]),
    );
  }

  /**
   * Notes that nobody here can see a batch.
   * @returns until when it is waited for, and whether that is over
   */
  missed(batch: HeldBatch): Promise<{ until: Date; over: boolean }> {
    return this.inHand(batch, async (manager) => {
      const [[row]]: [{ until: Date; over: boolean }[], number] = await manager.query(
        `UPDATE llm_batch SET missing_since = coalesce(missing_since, now()) WHERE id = $1
         RETURNING missing_since + make_interval(hours => $2) AS until,
           missing_since + make_interval(hours => $2) <= now() AS over`,
        [batch.id, PATIENCE_HOURS],
      );
      return row!;
    });
  }

  /**
   * Writes the calls of a batch down, once: what they used takes the place of what was set aside.
   * @param callsOf given what was set aside
   */
  async settle(batch: HeldBatch, callsOf: (setAside: SetAside) => Call[]): Promise<void> {
    await this.inHand(batch, async (manager, row) => {
      if (row.state === 'answered') return;
      await manager.query(`UPDATE llm_batch SET state = 'answered' WHERE id = $1`, [batch.id]);
      const entries = callsOf(row).map((call): Entry => ({ call, day: row.day, change: call.usage }));
      await writeEntries(manager, [...entries, givenBack(row)]);
    });
  }

  /** Forgets a batch that never went out, and gives back what was set aside for it. */
  async discard(batch: HeldBatch): Promise<void> {
    await this.inHand(batch, async (manager, row) => {
      await manager.query('DELETE FROM llm_batch WHERE id = $1', [batch.id]);
      await writeEntries(manager, [givenBack(row)]);
    });
  }

  /** Forgets a batch, and what is left in it. */
  async remove(batch: HeldBatch): Promise<void> {
    await this.inHand(batch, (manager) => manager.query('DELETE FROM llm_batch WHERE id = $1', [batch.id]));
  }

  /** Takes a conversation out of a batch. */
  async drop(batch: HeldBatch, conversation: string): Promise<void> {
    await this.inHand(batch, (manager) => takeOut(manager, batch, conversation));
  }

  /**
   * Counts a try at a conversation of a batch that came to no result.
   * @returns whether it was the last: the conversation is out of the batch then
   */
  fail(batch: HeldBatch, conversation: string): Promise<boolean> {
    return this.inHand(batch, async (manager) => {
      const [[row]]: [{ attempts: number }[], number] = await manager.query(
        `UPDATE llm_batch_conversation SET attempts = attempts + 1
         WHERE conversation_id = $1 AND batch_id = $2 RETURNING attempts`,
        [conversation, batch.id],
      );
      const isLast = (row?.attempts ?? 0) >= MOST_ATTEMPTS;
      if (isLast) await takeOut(manager, batch, conversation);
      return isLast;
    });
  }
}

async function takeOut(manager: EntityManager, { id }: HeldBatch, conversation: string): Promise<void> {
  await manager.query('DELETE FROM llm_batch_conversation WHERE conversation_id = $1 AND batch_id = $2', [
    conversation,
    id,
  ]);
}

function givenBack({ day, prompt, completion }: SetAside): Entry {
  return { call: null, day, change: { prompt: -prompt, completion: -completion } };
}
