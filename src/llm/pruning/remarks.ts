import type { Reading } from '../../classification/reader.js';
import { salienceOf } from '../../classification/salience.js';
import type { Message, Transcript } from '../../conversations/conversation.types.js';
import { isFiller } from '../../conversations/fillers.js';
import { normalised, withoutPlaceholders } from '../../conversations/normalised.js';
import { countWords } from '../../conversations/sentences.js';
import { sizeOf } from '../windows.js';

/** What somebody says in one breath, in one message or several: the smallest piece that is kept or left out. */
export interface Remark {
  readonly messages: readonly Message[];
  /** What an embedder should see of it; empty where nothing is said. */
  readonly text: string;
  /** Characters as JSON. */
  readonly size: number;
  /** How much it says about why the texter wrote: up to 1 for each utterance in it. */
  readonly worth: number;
  /** Whether it stays whatever room there is. */
  readonly stays: boolean;
  /** The responder's question without which a short answer says nothing. */
  readonly question: Remark | null;
}

/** A concept's cue counts in full beside those of labels: it is what a keyphrase is made of. */
const CONCEPT_WEIGHT = 1;

/** A responder's words are context, never evidence. */
const RESPONDER_WORTH = 0.06;
const ENOUGH_WORDS = 8;

/** A texter's remark of fewer words, right after a question, is its answer. */
const SHORT_ANSWER = 5;

/**
 * A conversation as remarks, in the order in which they begin; each message is in exactly one. The texter's are cut
 * as utterances are; a responder's message is one by itself, and so is one that says nothing.
 * @param reading of the same transcript
 * @param stays positions of messages that must not be left out
 */
export function remarksOf({ messages }: Transcript, reading: Reading, stays: ReadonlySet<number>): Remark[] {
  const breaths = breathsOf(reading);
  const at = new Map(messages.map((message) => [message.position, message]));
  const taken = new Set<Breath>();
  const remarks: Remark[] = [];
  for (const message of messages) {
    const breath = breaths.get(message.position);
    if (breath && taken.has(breath)) continue;
    if (breath) taken.add(breath);
    const own = breath ? [...breath.positions].map((position) => at.get(position)!) : [message];
    const { text, worth } = breath ?? asideOf(message);
    const before = remarks.at(-1);
    remarks.push({
      messages: own,
      text,
      worth,
      size: sizeOf(own),
      stays: own.some(({ position }) => stays.has(position)),
      question: breath && before && countWords(text) < SHORT_ANSWER && asks(before) ? before : null,
    });
  }
  return remarks;
}

/** Whether a remark is the responder's. */
export function isResponders({ messages }: Remark): boolean {
  return messages[0]?.from === 'responder';
}

function asks(remark: Remark): boolean {
  return isResponders(remark) && remark.messages.some(({ text }) => text.includes('?'));
}

/** Utterances that share a message, as one. */
interface Breath {
  positions: Set<number>;
  text: string;
  worth: number;
}

function breathsOf({ utterances, hits, conceptHits }: Reading): Map<number, Breath> {
  const concepts = conceptHits.map(({ sentence }) => ({ sentence, weight: CONCEPT_WEIGHT }));
  const salience = salienceOf(utterances, [...hits, ...concepts]);
  const breaths = new Map<number, Breath>();
  utterances.forEach(({ text, sentences }, index) => {
    const shared = breaths.get(sentences[0]!.message);
    const breath = shared ?? { positions: new Set(), text: '', worth: 0 };
    breath.text = breath.text ? `${breath.text} ${text}` : text;
    breath.worth += salience[index]!;
    for (const { message } of sentences) {
      breath.positions.add(message);
      breaths.set(message, breath);
    }
  });
  return breaths;
}

/** What is no utterance of the texter's: a responder's message, or one that says nothing. */
function asideOf({ from, text }: Message): Pick<Remark, 'text' | 'worth'> {
  const said = normalised(text);
  if (from === 'texter' || isFiller(said)) return { text: '', worth: 0 };
  const worth = RESPONDER_WORTH * Math.min(countWords(said) / ENOUGH_WORDS, 1);
  return { text: withoutPlaceholders(text), worth };
}
