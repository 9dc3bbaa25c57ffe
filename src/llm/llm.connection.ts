import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { SettingsError } from '../config/settings.js';
import { BreakingClient } from './limits/breaking.client.js';
import { CachingClient } from './caching.client.js';
import type { Ledger } from './ledger/ledger.types.js';
import { LimitedClient } from './limits/limited.client.js';
import { LlmError, type LlmErrorCode } from './llm.error.js';
import type { LlmClient } from './llm.types.js';
import { MemoryLedger } from './ledger/memory.ledger.js';
import { MeteredClient } from './ledger/metered.client.js';
import { OpenAiClient, type OpenAiClientOptions } from './openai/openai.client.js';
import { Pace } from './limits/pace.js';
import { RetryingClient, type RetryOptions } from './limits/retrying.client.js';

/**
 * Failures that show a server at work: the model's answer to a trial question need not be good, nor come at once.
 * With the day's budget spent nothing is asked, and the start need not wait for tomorrow.
 */
const ALIVE: ReadonlySet<LlmErrorCode> = new Set([
  'rate_limited',
  'refused',
  'truncated',
  'malformed',
  'wrong_shape',
  'over_budget',
]);

/** The setting to look at when the first request fails; the address where nothing else is named. */
const SETTING: Partial<Record<LlmErrorCode, string>> = {
  unauthorised: 'LLM_API_KEY, LLM_BASE_URL',
  not_found: 'LLM_MODEL, LLM_BASE_URL',
};

/** The trial question is tiny: who needs longer for it is not ready for conversations. */
const TRIAL_MS = 30_000;
/** A server that asks the trial to wait longer than this is at work, and the start goes on. */
const TRIAL_WAIT_MS = 5_000;
/** After this long, whoever waits for the start is told what it waits for. */
const PATIENCE_MS = 2_000;

export interface ConnectOptions extends RetryOptions {
  /** The adapter to ask by; by default a new one. */
  endpoint?: OpenAiClient;
  /** Milliseconds for the trial question, attempts and waits together. */
  trial?: number;
  /** Milliseconds until a trial under way is told of. */
  patience?: number;
  /** Keeps account of every request, and refuses what is over the budget; by default in memory, without a budget. */
  ledger?: Ledger;
  /** Requests under way at a time; default 6. */
  concurrency?: number;
  requestsPerMinute?: number | undefined;
}

/**
 * A client of the endpoint in the settings, once a tiny completion has shown that address, key and model
 * hold; the same request finds out how the server wants a shape to be asked for. A completion, rather than
 * `/models`: many gateways do not serve that list, and it proves neither the model nor the way to ask.
 * @throws SettingsError one line that names the setting
 */
export async function connectLlm(
  options: OpenAiClientOptions,
  {
    endpoint = new OpenAiClient(options),
    trial = TRIAL_MS,
    patience = PATIENCE_MS,
    ledger = new MemoryLedger(),
    concurrency = 6,
    requestsPerMinute,
    ...retry
  }: ConnectOptions = {},
): Promise<LlmClient> {
  const { model } = options;
  const metered = new MeteredClient(endpoint, ledger, model);
  const pace = new Pace({ requestsPerMinute });
  const telling = setTimeout(() => tellOfTrial(trial), patience);
  try {
    const asking = { longestWait: TRIAL_WAIT_MS, ...retry, deadline: trial };
    await new RetryingClient(metered, asking, pace).complete({
      system: 'Answer with the JSON object {"ok": true}.',
      user: '{}',
      schema: z.object({ ok: z.boolean() }),
      name: 'trial',
    });
  } catch (error) {
    if (!(error instanceof LlmError)) throw error;
    if (!ALIVE.has(error.code))
      throw new SettingsError(`${SETTING[error.code] ?? 'LLM_BASE_URL'}: ${error.message}`);
  } finally {
    clearTimeout(telling);
  }
  const patient = new BreakingClient(new RetryingClient(metered, retry, pace));
  return new CachingClient(new LimitedClient(patient, concurrency), model);
}

function tellOfTrial(trial: number): void {
  const seconds = Math.round(trial / 1000);
  new Logger('Llm').warn(
    `Waiting for the model at LLM_BASE_URL to answer a trial question, ${seconds} s at most`,
  );
}
