import type { Provenance } from '../../conversations/conversation.types.js';

/** What provenance says of the messages that a model was not shown: nothing where it was shown all. */
export function omission(leftOut: readonly number[]): Pick<Provenance, 'leftOut'> {
  return leftOut.length > 0 ? { leftOut } : {};
}

/** Provenance without what is of one conversation alone: which of its messages a model was not shown. */
export function withoutOmission(provenance: Provenance): Omit<Provenance, 'leftOut'> {
  const shared = { ...provenance };
  delete shared.leftOut;
  return shared;
}
