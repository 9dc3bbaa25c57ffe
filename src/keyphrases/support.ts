import type { Span, Transcript } from '../conversations/conversation.types.js';
import { spelledOut } from './constraints/spellings.js';
import { stemsOf, wordsOf } from './constraints/words.js';

/**
 * Whether the texter's words speak of a phrase: of each of its forms at least half of the telling words, by stem,
 * stand in its evidence. Too strict for a conversation that nobody tampers with, where `caring for younger siblings`
 * rests on `i do bedtime for my lil bros`, and for translations; where the texter talks to the machine it keeps out
 * what the machine was talked into, however the order was put: in base64, in another language, over several messages.
 */
export function isSupported(
  forms: readonly string[],
  evidence: readonly Span[],
  { messages }: Transcript,
): boolean {
  const textOf = new Map(messages.map(({ position, text }) => [position, text]));
  const said = evidence.map(({ message, start, end }) => textOf.get(message)?.slice(start, end) ?? '');
  const spelt = wordsOf(said.join(' ').replace(/['’]/g, '')).flatMap(spelledOut);
  const stems = stemsOf(spelt.join(' '));
  return forms.every((form) => {
    const telling = [...stemsOf(form)];
    return telling.length > 0 && telling.filter((stem) => stems.has(stem)).length * 2 >= telling.length;
  });
}
