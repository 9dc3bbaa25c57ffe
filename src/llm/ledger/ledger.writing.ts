import type { DataSource, EntityManager } from 'typeorm';
import type { Call } from './ledger.types.js';
import type { LlmUsage } from '../llm.types.js';

/** Days that single calls are kept; sums of days stay. */
const LEDGER_DAYS = 90;

/** A call to write down, and what is to be added to the day's count in the place of what was set aside. */
export interface Entry {
  /** Null where tokens are only given back. */
  call: Call | null;
  day: string | null;
  change: LlmUsage;
}

/** Writes calls down and settles their days, all in one statement. */
export async function writeEntries(manager: EntityManager, entries: readonly Entry[]): Promise<void> {
  const calls = entries.flatMap(({ call }) => (call ? [call] : []));
  await manager.query(
    `WITH settled AS (
       UPDATE llm_day d
       SET prompt_tokens = d.prompt_tokens + s.prompt, completion_tokens = d.completion_tokens + s.completion
       FROM (
         SELECT day, sum(prompt) AS prompt, sum(completion) AS completion
         FROM unnest($1::date[], $2::bigint[], $3::bigint[]) AS change (day, prompt, completion) GROUP BY day
       ) s
       WHERE d.day = s.day
     )
     INSERT INTO llm_call (prompt, model, outcome, prompt_tokens, completion_tokens, estimated, latency_ms)
     SELECT * FROM unnest($4::text[], $5::text[], $6::text[], $7::int[], $8::int[], $9::boolean[], $10::int[])`,
    [
      entries.map(({ day }) => day),
      entries.map(({ change }) => change.prompt),
      entries.map(({ change }) => change.completion),
      calls.map(({ prompt }) => prompt),
      calls.map(({ model }) => model),
      calls.map(({ outcome }) => outcome),
      calls.map(({ usage }) => usage.prompt),
      calls.map(({ usage }) => usage.completion),
      calls.map(({ estimated }) => estimated),
      calls.map(({ latency }) => Math.round(latency)),
    ],
  );
}

/** Deletes calls after 90 days, or after fewer where conversations are kept for fewer. */
export async function deleteOldCalls(database: DataSource, conversationDays?: number): Promise<void> {
  await database.query('DELETE FROM llm_call WHERE at < now() - make_interval(days => $1)', [
    Math.min(LEDGER_DAYS, conversationDays ?? LEDGER_DAYS),
  ]);
}
