import { isNativeError } from 'node:util/types';
import { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { BodyTooLarge } from './limited.fetch.js';
import { LlmError } from '../llm.error.js';

/** How servers say that the context window is too small, in their codes and messages. */
const TOO_LONG =
  /context[ _-]?(?:length|window|size)|maximum (?:context|prompt|input)|too (?:long|many tokens)|exceeds? .{0,40}(?:tokens|context)/i;

/** An error of the `openai` client, or of the body it was reading, as a named one. */
export function namedError(error: unknown): LlmError {
  if (error instanceof LlmError) return error;
  if (hasCause(error, BodyTooLarge)) return new LlmError('too_large');
  if (error instanceof APIUserAbortError) return new LlmError('timeout');
  if (error instanceof APIConnectionError) return new LlmError('unreachable');
  if (error instanceof APIError && typeof error.status === 'number') return fromStatus(error, error.status);
  // Reading the body fails with errors of fetch's own: a SyntaxError where it is no JSON, a TypeError where it breaks off.
  const name = isNativeError(error) ? error.name : undefined;
  if (name === 'SyntaxError') return new LlmError('no_completion');
  if (name === 'TypeError') return new LlmError('unreachable');
  throw error;
}

function fromStatus(error: APIError, status: number): LlmError {
  const retryAfter = retryAfterOf(error.headers);
  if (status === 401 || status === 403) return new LlmError('unauthorised', status);
  if (status === 404) return new LlmError('not_found', status);
  if (status === 429) return new LlmError('rate_limited', status, retryAfter);
  if (status === 408 || status === 409 || status >= 500)
    return new LlmError('unavailable', status, retryAfter);
  if (status === 413 || TOO_LONG.test(`${error.code} ${error.message}`))
    return new LlmError('too_long', status);
  return new LlmError('bad_request', status);
}

/** Whether a server refuses a parameter of the request rather than the request: `response_format`, `temperature`. */
export function refusesParameter(error: unknown, parameter: RegExp): boolean {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return false;
  const complaint = `${error.param} ${error.code} ${error.message}`;
  return parameter.test(complaint) && !TOO_LONG.test(complaint);
}

/** Milliseconds by the header `retry-after` (seconds or a date, RFC 9110 section 10.2.3) or `retry-after-ms`. */
function retryAfterOf(headers: Headers | undefined): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds;
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const wait = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function hasCause(error: unknown, type: typeof BodyTooLarge): boolean {
  for (let each = error; isNativeError(each); each = each.cause) if (each instanceof type) return true;
  return false;
}
