/**
 * Long conversations made of those in samples/: `wandering` ones, as one texter may go on, with small talk and with
 * what was said before said again; and `joined` ones, in which nothing repeats, as no texter talks, and which
 * are the hardest to shorten.
 */
import { seededRandom, shuffled } from '../src/classification/training/random.js';
import type { IncomingConversation } from '../src/conversations/conversation.schema.js';
import { samples } from './conversations.js';
import { AGAIN, HEARD, type Line, SMALL_TALK } from './small.talk.js';

export type Kind = 'wandering' | 'joined';

/** A wandering chat has one sample's story for so many messages. */
const MESSAGES_A_STORY = 100;
const LEAST_STORY = 15;

/** How often, between two messages of the story, something is said again rather than beside the point. */
const SAID_AGAIN = 0.4;

/** Chats of `length` messages, numbered from `first` on; the same for the same arguments. */
export function longChats(kind: Kind, length: number, count: number, first = 0): IncomingConversation[] {
  const all = samples().filter(({ messages }) => messages.length >= LEAST_STORY);
  // Small talk is in English, so that wandering chats are, too.
  const sources = kind === 'joined' ? all : all.filter(({ id }) => id < 'sample-1');
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    const random = seededRandom(number + 1);
    const stories = shuffled(sources, random);
    const lines =
      kind === 'joined' ? stories.flatMap(linesOf) : wandering(stories.map(linesOf), length, random);
    const { startedAt } = stories[0]!;
    return {
      ...stories[0]!,
      id: `${kind}-${length}-${number}`,
      messages: lines.slice(0, length).map((line) => ({ ...line, at: startedAt })),
    };
  });
}

function linesOf({ messages }: IncomingConversation): Line[] {
  return messages.map(({ from, text }) => ({ from, text }));
}

/** The stories in order, with small talk and repetitions between their messages until the length is reached. */
function wandering(stories: readonly Line[][], length: number, random: () => number): Line[] {
  const story = stories.slice(0, Math.max(1, Math.round(length / MESSAGES_A_STORY))).flat();
  const talk = shuffled(SMALL_TALK, random);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const lines: Line[] = [];
  let beside = 0;
  story.forEach((line, index) => {
    lines.push(line);
    // Evenly over the chat, and never between a question and its answer.
    const due = (length * (index + 1)) / story.length;
    while (lines.length < due && line.from === 'texter') {
      const told = story
        .slice(0, index + 1)
        .filter(({ from, text }) => from === 'texter' && text.length > 30);
      if (told.length > 2 && random() < SAID_AGAIN) {
        lines.push({ from: 'texter', text: `${pick(AGAIN)}${pick(told).text}` });
        lines.push({ from: 'responder', text: pick(HEARD) });
      } else lines.push(...talk[beside++ % talk.length]!);
    }
  });
  return lines;
}
