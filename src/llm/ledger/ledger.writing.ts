import type { DataSource, EntityManager } from 'typeorm';
import type { Budget, Call } from './ledger.types.js';
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

/**
 * Sets tokens aside from the day that it is in UTC. Looks and sets aside in one statement, so that machines which ask at
 * once cannot both take the last tokens.
 * @param room so many times the tokens must be left
 * @returns the day as YYYY-MM-DD, with the seconds that are left of it; null where its budget does not hold them
 */
export async function setAside(
  manager: EntityManager,
  { tokens: most, cost, prices }: Budget,
  tokens: LlmUsage,
  room = 1,
): Promise<{ date: string; seconds: number } | null> {
  const rows: { date: string; seconds: number }[] = await manager.query(
    `INSERT INTO llm_day AS d (day, prompt_tokens, completion_tokens)
     SELECT (now() AT TIME ZONE 'UTC')::date, $1::bigint, $2::bigint WHERE ${fits('0', '0')}
     ON CONFLICT (day) DO UPDATE SET
       prompt_tokens = d.prompt_tokens + excluded.prompt_tokens,
       completion_tokens = d.completion_tokens + excluded.completion_tokens
     WHERE ${fits('d.prompt_tokens', 'd.completion_tokens')}
     RETURNING d.day::text AS date,
       extract(epoch FROM d.day + 1 - (now() AT TIME ZONE 'UTC'))::float8 AS seconds`,
    [tokens.prompt, tokens.completion, most, cost, prices?.input ?? 0, prices?.output ?? 0, room],
  );
  return rows[0] ?? null;
}

/** SQL for: what a day has used and $7 times what is asked for ($1, $2) stay within the budget ($3 to $6). */
function fits(prompt: string, completion: string): string {
  const [p, c] = [`${prompt} + $7::bigint * $1::bigint`, `${completion} + $7::bigint * $2::bigint`];
  return `($3::bigint IS NULL OR ${p} + ${c} <= $3::bigint)
    AND ($4::float8 IS NULL OR ((${p}) * $5::float8 + (${c}) * $6::float8) / 1e6 <= $4::float8)`;
}
