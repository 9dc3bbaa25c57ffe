import type { LlmErrorCode } from '../llm.error.js';
import type { LlmUsage } from '../llm.types.js';
import type { Prices } from './tokens.js';

/** What a day may take, in UTC; null where there is no limit. */
export interface Budget {
  /** Tokens read and written together. */
  tokens: number | null;
  /** In the currency of the prices. */
  cost: number | null;
  prices: Prices | null;
}

/** How a call ended: well, by an error's code, by the caller, or by a mistake of our own. */
export type Outcome = 'answered' | LlmErrorCode | 'aborted' | 'error';

/** One call of an endpoint, without anything of what was asked or answered. */
export interface Call {
  /** The prompt and its version: `classify@1`. */
  prompt: string;
  /** The model asked for, as `LLM_MODEL` names it: a server's own name for it is text from outside. */
  model: string;
  outcome: Outcome;
  usage: LlmUsage;
  /** Whether the tokens are estimated, because the server did not count. */
  estimated: boolean;
  /** Milliseconds until it ended. */
  latency: number;
}

/** Tokens set aside for a call that is under way. */
export interface Reservation {
  /** The day they are taken from, as YYYY-MM-DD in UTC. */
  day: string;
  tokens: LlmUsage;
}

/** Injection token of the ledger in the database, where there is one. */
export const LEDGER = Symbol('LEDGER');

/**
 * Keeps account of calls and of what a day has used, and refuses what its budget does not hold. With a database
 * it is one account for all processes on it; a command without one counts for itself alone.
 */
export interface Ledger {
  /** Sets tokens aside, or gives null where the day's budget does not hold them. */
  reserve(tokens: LlmUsage): Promise<Reservation | null>;
  /** Writes a call down, without making anybody wait; its tokens take the place of those set aside, if any were. */
  record(call: Call, reservation: Reservation | null): void;
}
