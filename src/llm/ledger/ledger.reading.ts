import type { DataSource } from 'typeorm';
import type { Outcome } from './ledger.types.js';
import type { LlmUsage } from '../llm.types.js';

/** Calls of one day, prompt, model and outcome together. */
export interface LedgerRow {
  /** As YYYY-MM-DD in UTC. */
  day: string;
  prompt: string;
  model: string;
  outcome: Outcome;
  calls: number;
  promptTokens: number;
  completionTokens: number;
  /** Whether tokens of any of them are estimated. */
  estimated: boolean;
  /** Milliseconds: half of the calls, and 19 in 20, ended within so many. */
  latencyP50: number;
  latencyP95: number;
}

/** The calls of the last days, today included, newest day first. */
export function readCalls(database: DataSource, days: number): Promise<LedgerRow[]> {
  return database.query(
    `SELECT (at AT TIME ZONE 'UTC')::date::text AS day, prompt, model, outcome, count(*)::int AS calls,
            sum(prompt_tokens)::float8 AS "promptTokens", sum(completion_tokens)::float8 AS "completionTokens",
            bool_or(estimated) AS estimated,
            round(percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms))::int AS "latencyP50",
            round(percentile_cont(0.95) WITHIN GROUP (ORDER BY latency_ms))::int AS "latencyP95"
     FROM llm_call
     WHERE at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' - make_interval(days => $1)
     GROUP BY 1, 2, 3, 4 ORDER BY 1 DESC, 2, 3, calls DESC`,
    [days - 1],
  );
}

/** What today has used, with what is set aside for calls under way and to come. */
export async function readToday(database: DataSource): Promise<LlmUsage> {
  const [row]: LlmUsage[] = await database.query(
    `SELECT prompt_tokens::float8 AS prompt, completion_tokens::float8 AS completion
     FROM llm_day WHERE day = (now() AT TIME ZONE 'UTC')::date`,
  );
  return row ?? { prompt: 0, completion: 0 };
}
