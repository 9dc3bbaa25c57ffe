import { createReadStream, statSync } from 'node:fs';
import { once } from 'node:events';
import { SingleBar } from 'cli-progress';
import { readJsonLines, type JsonLine } from '../conversations/json.lines.js';
import type { Refusal } from '../conversations/conversation.schema.js';
import { UsageError } from './exit.status.js';

/** Writes a result to standard output, as fast as its reader takes it. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}

/** Writes what is not a result. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A progress bar on standard error; on no terminal it stays silent. */
export function progressBar(what: string, figures = '{value}/{total}'): SingleBar {
  return new SingleBar({
    format: `${what} [{bar}] ${figures}`,
    stream: process.stderr,
    noTTYOutput: false,
    clearOnComplete: true,
    hideCursor: true,
  });
}

/** A count on standard error, for work whose end is not known; on no terminal it stays silent. */
export function counter(what: string): { update: (done: number) => void; stop: () => void } {
  const bar = new SingleBar({
    format: `${what} {value} in {duration_formatted}`,
    stream: process.stderr,
    noTTYOutput: false,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(0, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}

/**
 * The bytes of a file, or of standard input for `-`.
 * @throws UsageError where there is no such file or named pipe, or it is a directory
 */
export function openFile(path: string): AsyncIterable<Uint8Array> {
  if (path === '-') return process.stdin;
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new UsageError(`${path}: expected a file, and this is a directory`);
  if (!found?.isFile() && !found?.isFIFO()) throw new UsageError(`${path}: no such file`);
  return createReadStream(path);
}

/** The JSON lines of a file or of standard input. */
export function linesOf(path: string): AsyncGenerator<JsonLine> {
  return readJsonLines(openFile(path));
}

/** Says on standard error which line was refused, and why. */
export function noteRefusal(line: number, { id, field, reason }: Refusal): void {
  note(
    [`line ${line}`, ...(id === null ? [] : [`id ${id}`]), ...(field === null ? [] : [field]), reason].join(
      ': ',
    ),
  );
}
