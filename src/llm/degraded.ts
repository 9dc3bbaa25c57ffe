import type { Provenance } from '../conversations/conversation.types.js';

/**
 * A local engine's result that stands in for a model's.
 * @param reason why, as a named state: an error's code
 */
export function degraded<Result extends { provenance: Provenance }>(result: Result, reason: string): Result {
  return { ...result, provenance: { ...result.provenance, degraded: true, reason } };
}
