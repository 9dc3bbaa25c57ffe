import type { Message, Span, Transcript } from '../../conversations/conversation.types.js';
import { isFiller } from '../../conversations/fillers.js';
import { normalised } from '../../conversations/normalised.js';
import type { Candidate } from './candidate.js';
import { spelledOut, undrawn } from './spellings.js';

/** A word of a texter's message as it is compared, and where it stands. */
interface Token extends Span {
  form: string;
  /** The texter's turn, of consecutive messages, that it belongs to. */
  turn: number;
}

/** A placeholder, or a word with what is written inside it: `can't`, `jun-jun`. */
const WORD = /\[[A-Z_]+_\d+\]|[\p{L}\p{N}\p{M}]+(?:['’‘ʼ´\u0060][\p{L}\p{N}\p{M}]+)*/gu;

/** `Can’t` and `cant` are the same word; `a` and `à` are not. */
function foldedWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘ʼ´\u0060]/g, '');
}

/** The words of a text, common SMS spellings written out: `idk` gives three, all where it stands. */
function tokensOf(text: string): { form: string; start: number; end: number }[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    spelledOut(foldedWord(word)).map((form) => ({ form, start: index, end: index + word.length })),
  );
}

/** Whether two words are the same but for letters drawn out: `so` and `soooo`. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [undrawn(a), undrawn(b)];
  return one.length + other.length > 2 && one.some((form) => other.includes(form));
}

function texterTokens({ messages }: Transcript): Token[] {
  let turn = 0;
  return messages.flatMap(({ from, position, text }) => {
    if (from === 'texter') return tokensOf(text).map((token) => ({ ...token, message: position, turn }));
    turn++;
    return [];
  });
}

/**
 * Where the texter says `quote`: the first place in the texter's messages with the same words in the same
 * order, whatever their case, spacing, punctuation, apostrophes and common SMS spellings. A quote may run on over
 * consecutive messages of one turn, and then has a span in each. Empty where the texter did not say it.
 */
export function ground(quote: string, transcript: Transcript): Span[] {
  const wanted = tokensOf(quote).map(({ form }) => form);
  if (wanted.length === 0) return [];
  const said = texterTokens(transcript);
  for (let at = 0; at + wanted.length <= said.length; at++) {
    if (!isSameWord(said[at]!.form, wanted[0]!)) continue;
    const run = said.slice(at, at + wanted.length);
    if (run[0]!.turn === run.at(-1)!.turn && run.every(({ form }, index) => isSameWord(form, wanted[index]!)))
      return spansOf(run);
  }
  return [];
}

/** One span for each message that the tokens stand in. */
function spansOf(run: readonly Token[]): Span[] {
  const spans = new Map<number, Span>();
  for (const { message, start, end } of run)
    spans.set(message, { message, start: spans.get(message)?.start ?? start, end });
  return [...spans.values()];
}

/** Whether a span lies within a texter's message and holds words that say something. */
export function isEvidence(span: Span, messages: ReadonlyMap<number, Message>): boolean {
  const said = wordsAt(span, messages);
  return said !== null && !isFiller(normalised(said));
}

/** What stands in a span, placeholders left out, or null where no words of the texter's do. */
function wordsAt({ message, start, end }: Span, messages: ReadonlyMap<number, Message>): string | null {
  const source = messages.get(message);
  if (source?.from !== 'texter') return null;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
  if (start < 0 || start >= end || end > source.text.length) return null;
  const said = source.text.slice(start, end).replace(/\[[A-Z_]+_\d+\]/g, '');
  return /[\p{L}\p{N}]/u.test(said) ? said : null;
}

/** A candidate's evidence as spans that stand in the texter's words, without repeats, in the order of the conversation. */
export function evidenceOf(
  { evidence = [], affirmed = [], quotes = [] }: Partial<Pick<Candidate, 'evidence' | 'affirmed' | 'quotes'>>,
  transcript: Transcript,
): Span[] {
  const messages = new Map(transcript.messages.map((message) => [message.position, message]));
  const given = [...evidence, ...quotes.flatMap((quote) => ground(quote, transcript))];
  const telling = given.filter((span) => isEvidence(span, messages));
  const yeses = affirmed.filter((span) => telling.length > 0 && wordsAt(span, messages) !== null);
  const spans = [...telling, ...yeses];
  const distinct = new Map(spans.map((span) => [`${span.message}:${span.start}:${span.end}`, span]));
  return [...distinct.values()]
    .map(({ message, start, end }) => ({ message, start, end }))
    .sort((a, b) => a.message - b.message || a.start - b.start || a.end - b.end);
}
