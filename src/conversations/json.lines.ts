import type { Refusal } from './conversation.schema.js';

/** What one line may hold, in bytes; also the limit of a whole HTTP request. */
export const MAX_REQUEST_BYTES = 64 * 1024 * 1024;

/** A line's parsed JSON and its length in bytes, or why it has none. Numbers count from 1. */
export type JsonLine =
  { number: number; value: unknown; bytes: number } | { number: number; refusal: Refusal };

const NEWLINE = 0x0a;

/**
 * Reads JSON Lines from a byte stream, one line in memory at a time. A line that cannot be read is reported
 * alone, by its number, and the rest goes on. Blank lines are skipped; a byte order mark is allowed.
 */
export async function* readJsonLines(
  bytes: AsyncIterable<Uint8Array>,
  limit = MAX_REQUEST_BYTES,
): AsyncGenerator<JsonLine> {
  let number = 0;
  for await (const line of splitLines(bytes, limit)) {
    number += 1;
    const parsed = line === 'too long' ? tooLong(number, limit) : parseLine(line, number);
    if (parsed) yield parsed;
  }
}

/** Lines without their newline; one over the limit is skipped to its end and comes out as `too long`. */
async function* splitLines(
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Buffer | 'too long'> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (): Buffer | 'too long' => {
    const line = length > limit ? 'too long' : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      length += end - start;
      parts.push(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    length += chunk.length - start;
    if (length <= limit) parts.push(chunk.subarray(start));
    else parts = [];
  }
  if (length > 0) yield take();
}

function parseLine(line: Buffer, number: number): JsonLine | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return refused(number, 'not_utf8', 'expected UTF-8; save or send the file in that encoding');
  }
  if (text.trim() === '') return null;
  try {
    return { number, value: JSON.parse(text), bytes: line.length };
  } catch {
    // V8's own message quotes the text it stopped at, so it must not be passed on.
    return refused(number, 'not_json', 'expected one whole JSON object on the line');
  }
}

function tooLong(number: number, limit: number): JsonLine {
  return refused(number, 'too_long', `expected at most ${limit} bytes a line`);
}

function refused(number: number, code: Refusal['code'], reason: string): JsonLine {
  return { number, refusal: { status: 'refused', id: null, code, field: null, reason } };
}
