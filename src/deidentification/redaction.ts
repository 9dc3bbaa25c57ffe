import type { ExplainedRedaction, Redaction } from './deidentification.types.js';

/** What is kept of a redaction: where the placeholder stands, what it is and which recognizer found it. */
export function toRedaction({ message, start, end, entity, recognizer }: ExplainedRedaction): Redaction {
  return { message, start, end, entity, recognizer };
}
