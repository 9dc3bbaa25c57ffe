import type { Transcript } from '../../src/conversations/conversation.types.js';

/** A conversation from lines such as `t: hi` (texter) and `r: Hello` (responder). */
export function chat(lines: readonly string[], language = 'en'): Transcript {
  return {
    language,
    messages: lines.map((line, position) => ({
      position,
      from: line.startsWith('t: ') ? 'texter' : 'responder',
      at: null,
      text: line.slice(3),
    })),
  };
}
