import type { LlmUsage } from './llm.types.js';

/** What can go wrong with a model's answer, with what is said of it: in our own words, for a server's may quote its input. */
const REASONS = {
  unreachable: 'the endpoint cannot be reached, or broke off',
  timeout: 'the endpoint did not answer in time',
  rate_limited: 'the endpoint asks to slow down',
  unavailable: 'the endpoint is out of order',
  unauthorised: 'the endpoint refuses the key',
  not_found: 'the endpoint knows no such model or address',
  bad_request: 'the endpoint refuses the request',
  too_long: 'the conversation is too long for the model',
  too_large: 'the answer is larger than any right one',
  no_completion: 'the endpoint did not answer with a chat completion',
  truncated: 'the answer stops in the middle',
  refused: 'the model declined to answer',
  malformed: 'the answer is not JSON',
  wrong_shape: 'the answer does not have the shape asked for',
  paused: 'the endpoint failed several times in a row and is left alone for a minute',
  over_budget: 'the budget of the day is spent (LLM_DAILY_TOKENS, LLM_DAILY_COST)',
} as const;

export type LlmErrorCode = keyof typeof REASONS;

/** What may go better when asked again. A request that took its whole time has had its chance. */
const TRANSIENT: ReadonlySet<LlmErrorCode> = new Set([
  'unreachable',
  'rate_limited',
  'unavailable',
  'no_completion',
  'truncated',
  'malformed',
  'wrong_shape',
]);

/** What the endpoint would do to any request, whatever conversation it is about. */
const ENDPOINT_ILL: ReadonlySet<LlmErrorCode> = new Set([
  'unreachable',
  'timeout',
  'rate_limited',
  'unavailable',
  'unauthorised',
  'not_found',
  'no_completion',
]);

/**
 * Whether a result that is degraded may come out otherwise when the same is asked again: where the endpoint or the budget
 * was at fault, not the model's own answer.
 * @param reason as provenance names it; null in results of before it did
 */
export function isPassing(reason: string | null): boolean {
  return reason === null || reason === 'paused' || reason === 'over_budget' || isEndpointIll(reason);
}

const isEndpointIll = (reason: string) => [...ENDPOINT_ILL].some((code) => code === reason);

/** A model gave no usable answer. Neither message nor cause holds anything of the request, the answer or the key. */
export class LlmError extends Error {
  override readonly name = 'LlmError';
  /** What a useless answer has cost all the same, where the server counts. */
  usage: LlmUsage | null = null;

  /**
   * @param status the HTTP status, where there was one
   * @param retryAfter milliseconds that the endpoint asks to wait, where it does
   */
  constructor(
    readonly code: LlmErrorCode,
    readonly status?: number,
    readonly retryAfter?: number,
  ) {
    super(status === undefined ? REASONS[code] : `${REASONS[code]} (status ${status})`);
  }

  /** Whether asking again may help. */
  get transient(): boolean {
    return TRANSIENT.has(this.code);
  }

  /** Whether the endpoint was asked at all. */
  get asked(): boolean {
    return this.code !== 'paused' && this.code !== 'over_budget';
  }

  /** Whether it tells of the endpoint rather than of this request or its answer. */
  get endpointIll(): boolean {
    return ENDPOINT_ILL.has(this.code);
  }
}
