import type { DataSource } from 'typeorm';
import type { Budget, Call, Ledger, Reservation } from './ledger.types.js';
import type { LlmUsage } from './llm.types.js';

/** Days that single calls are kept; sums of days stay. */
const LEDGER_DAYS = 90;

/** One account for all processes on a database, by the database's clock. */
export class DatabaseLedger implements Ledger {
  constructor(
    private readonly database: DataSource,
    private readonly budget: Budget,
  ) {}

  /** Looks and sets aside in one statement, so that machines which ask at once cannot both take the last tokens. */
  async reserve(tokens: LlmUsage): Promise<Reservation | null> {
    const { tokens: most, cost, prices } = this.budget;
    const rows: { day: string }[] = await this.database.query(
      `INSERT INTO llm_day AS d (day, prompt_tokens, completion_tokens)
       SELECT (now() AT TIME ZONE 'UTC')::date, $1::bigint, $2::bigint WHERE ${fits('0', '0')}
       ON CONFLICT (day) DO UPDATE SET
         prompt_tokens = d.prompt_tokens + excluded.prompt_tokens,
         completion_tokens = d.completion_tokens + excluded.completion_tokens
       WHERE ${fits('d.prompt_tokens', 'd.completion_tokens')}
       RETURNING d.day::text AS day`,
      [tokens.prompt, tokens.completion, most, cost, prices?.input ?? 0, prices?.output ?? 0],
    );
    return rows[0] ? { day: rows[0].day, tokens } : null;
  }

  async record(call: Call, reservation: Reservation | null): Promise<void> {
    const { prompt, model, outcome, usage, estimated, latency } = call;
    await this.database.query(
      `WITH settled AS (
         UPDATE llm_day SET prompt_tokens = prompt_tokens + $7, completion_tokens = completion_tokens + $8
         WHERE day = $9::date
       )
       INSERT INTO llm_call (prompt, model, outcome, prompt_tokens, completion_tokens, estimated, latency_ms)
       VALUES ($1, $2, $3, $4, $5, $6, $10)`,
      [
        prompt,
        model,
        outcome,
        usage.prompt,
        usage.completion,
        estimated,
        usage.prompt - (reservation?.tokens.prompt ?? 0),
        usage.completion - (reservation?.tokens.completion ?? 0),
        reservation?.day ?? null,
        Math.round(latency),
      ],
    );
  }
}

/** SQL for: what a day has used and what is asked for ($1, $2) stay within the budget ($3 to $6). */
function fits(prompt: string, completion: string): string {
  return `($3::bigint IS NULL OR ${prompt} + ${completion} + $1::bigint + $2::bigint <= $3::bigint)
    AND ($4::float8 IS NULL OR ((${prompt} + $1::bigint) * $5::float8 + (${completion} + $2::bigint) * $6::float8) / 1e6 <= $4::float8)`;
}

/** Deletes calls after 90 days, or after fewer where conversations are kept for fewer. */
export async function deleteOldCalls(database: DataSource, conversationDays?: number): Promise<void> {
  await database.query('DELETE FROM llm_call WHERE at < now() - make_interval(days => $1)', [
    Math.min(LEDGER_DAYS, conversationDays ?? LEDGER_DAYS),
  ]);
}
