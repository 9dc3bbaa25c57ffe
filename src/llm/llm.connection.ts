import { z } from 'zod';
import { SettingsError } from '../config/settings.js';
import { LlmError, type LlmErrorCode } from './llm.error.js';
import type { LlmClient } from './llm.types.js';
import { OpenAiClient, type OpenAiClientOptions } from './openai.client.js';
import { RetryingClient, type RetryOptions } from './retrying.client.js';

/** Failures that show a server at work: the model's answer to a trial question need not be good, nor come at once. */
const ALIVE: ReadonlySet<LlmErrorCode> = new Set([
  'rate_limited',
  'refused',
  'truncated',
  'malformed',
  'wrong_shape',
]);

/** The setting to look at when the first request fails; the address where nothing else is named. */
const SETTING: Partial<Record<LlmErrorCode, string>> = {
  unauthorised: 'LLM_API_KEY, LLM_BASE_URL',
  not_found: 'LLM_MODEL, LLM_BASE_URL',
};

/**
 * A client of the endpoint in the settings, once a tiny completion has shown that address, key and model
 * hold; the same request finds out how the server wants a shape to be asked for. A completion, rather than
 * `/models`: many gateways do not serve that list, and it proves neither the model nor the way to ask.
 * @throws SettingsError one line that names the setting
 */
export async function connectLlm(options: OpenAiClientOptions, retry: RetryOptions = {}): Promise<LlmClient> {
  const client = new RetryingClient(new OpenAiClient(options), retry);
  try {
    await client.complete({
      system: 'Answer with the JSON object {"ok": true}.',
      user: '{}',
      schema: z.object({ ok: z.boolean() }),
      name: 'trial',
    });
  } catch (error) {
    if (!(error instanceof LlmError)) throw error;
    if (!ALIVE.has(error.code))
      throw new SettingsError(`${SETTING[error.code] ?? 'LLM_BASE_URL'}: ${error.message}`);
  }
  return client;
}
