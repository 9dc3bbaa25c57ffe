import { createHash } from 'node:crypto';
import type { LlmRequest } from './llm.types.js';

/**
 * What a request is known by: the same for all that ask the same of a model. The prompt's whole text stands for its
 * version: it also holds the taxonomy's labels.
 * @returns SHA-256 in 43 letters, digits, `-` and `_`
 */
export function requestKey(model: string, request: LlmRequest<unknown>): string {
  const { name, system, user, temperature = 0 } = request;
  return createHash('sha256')
    .update(JSON.stringify([model, name, system, user, temperature]))
    .digest('base64url');
}
