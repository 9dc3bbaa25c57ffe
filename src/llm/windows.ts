import type { Message } from '../conversations/conversation.types.js';

/** What a message adds to its text as JSON. */
const OVERHEAD = 40;

/** Each window begins with so many messages of the one before, so that an answer is read with its question. */
const OVERLAP = 3;

/** Characters that messages take as JSON, nearly. */
export function sizeOf(messages: readonly Message[]): number {
  return messages.reduce((sum, { text }) => sum + text.length + OVERHEAD, 0);
}

/**
 * Cuts a conversation into windows of consecutive messages that a model can read at once; every message is in
 * at least one of them. A single message is never cut, however long.
 * @param most characters in a window
 */
export function windowsOf(messages: readonly Message[], most: number): Message[][] {
  const windows: Message[][] = [];
  let open: Message[] = [];
  let size = 0;
  for (const message of messages) {
    const own = sizeOf([message]);
    if (open.length > 0 && size + own > most) {
      windows.push(open);
      open = lead(open, most / 4);
      size = sizeOf(open);
    }
    open.push(message);
    size += own;
  }
  if (open.length > 0) windows.push(open);
  return windows;
}

/** The last few messages of a window, as far as they leave room for what comes. */
function lead(window: readonly Message[], most: number): Message[] {
  const tail = window.slice(-OVERLAP);
  while (tail.length > 0 && sizeOf(tail) > most) tail.shift();
  return tail;
}
