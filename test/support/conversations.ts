import type { Span } from '../../src/conversations/conversation.types.js';

/** A conversation as it is sent in, from lines such as `t: hi` (texter) and `r: Hello` (responder). */
export function incoming(id: string, lines: readonly string[], more: Record<string, unknown> = {}) {
  return {
    id,
    startedAt: '2023-02-01T03:04:05Z',
    messages: lines.map((line) => ({
      from: line.startsWith('t: ') ? 'texter' : 'responder',
      text: line.slice(3),
    })),
    ...more,
  };
}

/** Spans over some words of a message of such lines, which is stored as it stands there. */
export function wordsIn(lines: readonly string[]) {
  return (message: number, text: string): Span => {
    const start = lines[message]!.slice(3).indexOf(text);
    return { message, start, end: start + text.length };
  };
}

/** The mutation by which tests send conversations in. */
export const INGEST = `mutation ($conversations: [ConversationInput!]!) {
  ingest(conversations: $conversations) { status id code field reason }
}`;

/** All that can be asked of a conversation. */
export const EVERYTHING = `id status failure language startedAt endedAt receivedAt analysedAt tags
  leftOut
  survey { ageGroup genderIdentity ethnicity }
  messages { position from at text }
  labels { id name path score risk source evidence { message start end } }
  keyphrases { text canonical inTaxonomy source evidence { message start end } }
  summary needsReview provenance { engine model taxonomy prompt degraded }`;
