import type { Provenance } from '../conversations/conversation.types.js';

/** A local engine's result that stands in for a model's. */
export function degraded<Result extends { provenance: Provenance }>(result: Result): Result {
  return { ...result, provenance: { ...result.provenance, degraded: true } };
}
