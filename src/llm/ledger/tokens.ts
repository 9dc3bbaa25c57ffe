import { z } from 'zod';
import type { LlmRequest, LlmUsage } from '../llm.types.js';

/**
 * Characters (UTF-16 units) a token, an estimate: measured with the tokenizers o200k_base and cl100k_base on the
 * requests about `samples/`, see docs/operations.md. Other models' tokenizers differ by some tenths.
 */
const CHARACTERS_A_TOKEN = 3.5;

/** What one answer takes, an estimate from the same measurement. Models that think aloud take many times as much. */
const ANSWER_TOKENS = 250;

/** What a million tokens cost, in whatever currency the settings are kept. */
export interface Prices {
  input: number;
  output: number;
}

const schemas = new WeakMap<z.ZodType, number>();

/** About how many tokens a request takes with its schema, and its answer. */
export function estimatedUsage({ system, user, schema }: LlmRequest<unknown>): LlmUsage {
  const shape = schemas.get(schema) ?? JSON.stringify(z.toJSONSchema(schema)).length;
  schemas.set(schema, shape);
  return {
    prompt: Math.ceil((system.length + user.length + shape) / CHARACTERS_A_TOKEN),
    completion: ANSWER_TOKENS,
  };
}

/** What tokens cost; null where no prices are known. */
export function costOf({ prompt, completion }: LlmUsage, prices: Prices | null): number | null {
  return prices && (prompt * prices.input + completion * prices.output) / 1e6;
}
