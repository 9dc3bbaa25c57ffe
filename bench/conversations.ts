/**
 * Conversations for benchmarks: those of samples/ cut and joined into chats of about 30 messages, each made
 * different by the order of its parts, so that caches help no more than they would in service.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../src/config/paths.js';
import { conversationSchema, type IncomingConversation } from '../src/conversations/conversation.schema.js';

const MESSAGES = 30;

/** A conversation with the labels that its author gave it; one of parts has those of its first. */
export type LabelledSample = IncomingConversation & { gold: string[] };

const goldSchema = z.object({ gold: z.array(z.string()) });

/** The sample conversations, in order. */
export function samples(): LabelledSample[] {
  const folder = join(packageRoot, 'samples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line): unknown => JSON.parse(line))
    .map((value) => ({ ...conversationSchema.parse(value), ...goldSchema.parse(value) }));
}

/** As many conversations as asked for, of about 30 messages each; no two have the same messages in the same order. */
export function* conversations(count: number): Generator<LabelledSample> {
  const sources = samples().filter(({ messages }) => messages.length >= 10);
  for (let number = 0; number < count; number += 1) {
    const first = sources[number % sources.length]!;
    const second = sources[(number * 7 + Math.floor(number / sources.length) * 3 + 1) % sources.length]!;
    const cut = 8 + (number % 13);
    const messages = [...first.messages.slice(0, cut), ...second.messages.slice(cut)].slice(0, MESSAGES);
    yield { ...first, id: `bench-${number}`, messages: varied(messages, number) };
  }
}

/** What people end a text with. */
const ENDINGS =
  'anyway,honestly,idk,lol,though,tbh,sorry,yeah,still,again,today,now,really,so,ugh,man,like,kinda,and,but,too,ok,right,maybe,also,then,here,well,just,hm,omg,wow,rn,tmrw,tonight,lately,always,never,ever,even,only,actually,basically,literally,seriously,obviously,probably,apparently,somehow,whatever'.split(
    ',',
  );

/** Texters' longer messages get an ending of their own, two words that make every text to be embedded a new one. */
function varied(
  messages: IncomingConversation['messages'],
  number: number,
): IncomingConversation['messages'] {
  const ending = `${ENDINGS[number % ENDINGS.length]} ${ENDINGS[Math.floor(number / ENDINGS.length) % ENDINGS.length]}`;
  return messages.map((message) =>
    message.from === 'texter' && message.text.length > 24
      ? { ...message, text: `${message.text} ${ending}` }
      : message,
  );
}
