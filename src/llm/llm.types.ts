import type { z } from 'zod';

/** One question to a language model. */
export interface LlmRequest<T> {
  /** The rules, written for this project: nothing of a conversation stands in them. */
  system: string;
  /** The de-identified data that the rules speak of, as JSON. */
  user: string;
  /** What the answer must be. Fields that may be missing are nullable, not optional: strict servers want each. */
  schema: z.ZodType<T>;
  /** Names the schema towards the server: letters, digits, `_` and `-`. */
  name: string;
  /** How much chance there is in the answer; 0 where absent. With chance, each answer is to be a new one, of no cache. */
  temperature?: number;
  /** The prompt and its version, as the ledger names them: `classify@1`. Without one the name stands there. */
  prompt?: string;
  /** Whether it rests on what was answered before, so that nobody could have asked it ahead. */
  followsUp?: boolean;
  /** Ends the call early; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Tokens that a server says it read and wrote. */
export interface LlmUsage {
  prompt: number;
  completion: number;
}

export interface LlmAnswer<T> {
  value: T;
  /** The model that answered, by its own name for itself. */
  model: string;
  /** Null where the server does not count. */
  usage: LlmUsage | null;
}

/**
 * Asks a language model for JSON of a given shape. `LLM_BASE_URL` picks the endpoint, `LLM_MODEL` the model;
 * with `ENGINE=local` there is none.
 *
 * Promises: `value` fits `schema`; a call ends within a bounded time; every failure but the caller's own
 * abort is an `LlmError`, which never quotes the conversation, the answer or the key.
 */
export interface LlmClient {
  complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>>;
}
