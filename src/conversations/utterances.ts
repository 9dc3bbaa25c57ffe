import type { Span, Transcript } from './conversation.types.js';
import { isFiller } from './fillers.js';
import { normalised, withoutPlaceholders } from './normalised.js';
import { countWords, sentencesOf } from './sentences.js';

/** One sentence of the texter's, the smallest piece that can be evidence. */
export interface Sentence extends Span {
  /** The texter's turn it belongs to: messages with no responder's message between them. */
  turn: number;
  /** As written, placeholders included. */
  text: string;
  /** The form that cues are written for. */
  normalised: string;
  words: number;
  /** Whether it says nothing about a concern: greetings, assent, thanks. */
  filler: boolean;
}

/** What a texter said in one breath: consecutive sentences of one turn, long enough to mean something alone. */
export interface Utterance {
  /** The sentences as one text without placeholders' brackets, as an embedder should see it. */
  text: string;
  words: number;
  sentences: readonly Sentence[];
}

/** Texters send a thought in pieces: pieces are joined until they have this many words. */
const ENOUGH = 12;

/** An utterance does not grow beyond this many words. */
const LONGEST = 28;

/** Every sentence of the texter's, in order. */
export function texterSentences({ messages }: Transcript): Sentence[] {
  const sentences: Sentence[] = [];
  let turn = 0;
  for (const { position, from, text } of messages) {
    if (from !== 'texter') {
      turn++;
      continue;
    }
    for (const { start, end } of sentencesOf(text)) {
      const piece = text.slice(start, end);
      const form = normalised(piece);
      const filler = isFiller(form);
      sentences.push({
        message: position,
        start,
        end,
        turn,
        text: piece,
        normalised: form,
        words: countWords(form),
        filler,
      });
    }
  }
  return sentences;
}

/** The texter's utterances, in order, fillers left out. */
export function utterancesOf(sentences: readonly Sentence[]): Utterance[] {
  const utterances: Utterance[] = [];
  let open: Sentence[] = [];
  const close = () => {
    if (open.length > 0) utterances.push(join(open));
    open = [];
  };
  for (const sentence of sentences) {
    if (sentence.filler) continue;
    const words = wordsOf(open);
    const sameTurn = open.at(-1)?.turn === sentence.turn;
    if (!sameTurn || words >= ENOUGH || words + sentence.words > LONGEST) close();
    open.push(sentence);
  }
  close();
  return utterances;
}

function wordsOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { words }) => sum + words, 0);
}

/** Messages rarely end with a mark; one is put between, so that two thoughts do not read as one sentence. */
function join(sentences: readonly Sentence[]): Utterance {
  let text = '';
  for (const sentence of sentences) {
    if (text) text += /[.!?…,;:]$/.test(text) ? ' ' : '. ';
    text += withoutPlaceholders(sentence.text).replace(/\s+/g, ' ');
  }
  return { text, words: wordsOf(sentences), sentences };
}
