import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode } from '../../config/error.code.js';
import { dataFolder } from '../../config/private.folder.js';
import { isAlive, thisProcess } from '../../database/embedded/process.identity.js';
import type { Lesson, Lessons, RowLayout } from './lesson.js';
import { shuffled } from './random.js';
import { TrainingError } from './training.error.js';

/** Rows are written, and the progress with them, so many at a time. */
const ROWS_A_CHECKPOINT = 200;

/** Another order takes rows from so many places of the file at once, which are then mixed. */
const ROWS_A_CHUNK = 128;
const CHUNKS_AT_ONCE = 16;

const counts = z.record(z.string(), z.number().int());
const progressSchema = z.object({
  /** What the rows were computed from: another key is another training. */
  key: z.string(),
  rows: z.number().int(),
  /** The last line of the file that is done with, and how many up to it were refused. */
  line: z.number().int(),
  refused: z.number().int(),
  /** Whether the whole file has been read. */
  complete: z.boolean(),
  seen: z.number().int(),
  withoutGold: z.number().int(),
  /** Survey answers, de-identified, by their number less one. */
  groups: z.array(z.string()),
  /** Names of tags that the mapping lacks, de-identified, and of labels that the taxonomy lacks. */
  unknownTags: counts,
  unknownLabels: counts,
});

/** How far the reading of a file has come. */
export type Progress = z.output<typeof progressSchema>;

/**
 * Lessons on their way from the file to the head, in `DATA_DIR/training`, so that memory does not grow with them
 * and a stopped training goes on where it was. Holds numbers, and the answers that survey groups are named by; no
 * messages. One training at a time has it.
 */
export class Spool implements Lessons {
  private waiting: Int16Array[] = [];

  private constructor(
    private readonly folder: string,
    private readonly file: FileHandle,
    private readonly layout: RowLayout,
    readonly progress: Progress,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /**
   * Opens the spool of a training, or goes on with it.
   * @param key holds all that the rows depend on
   * @param fresh throws away what an unfinished training has left
   * @throws TrainingError another training runs, or has been left unfinished
   */
  static async open(
    dataDirectory: string,
    key: string,
    layout: RowLayout,
    { fresh = false, signal }: { fresh?: boolean | undefined; signal?: AbortSignal | undefined } = {},
  ): Promise<Spool> {
    const folder = dataFolder(dataDirectory, 'training');
    await lock(folder);
    try {
      const left = fresh ? null : await readProgress(folder);
      if (left && left.key !== key && left.rows > 0)
        throw new TrainingError(
          `${folder} holds an unfinished training (${left.rows} conversations) of another file, mapping, group, taxonomy or version: finish that one, or pass --fresh to throw it away`,
        );
      const progress = left?.key === key ? left : newProgress(key);
      const file = await open(join(folder, 'rows.bin'), progress.rows > 0 ? 'r+' : 'w+', 0o600);
      // What was written after the last checkpoint is read again.
      await file.truncate(progress.rows * layout.size * Int16Array.BYTES_PER_ELEMENT);
      return new Spool(folder, file, layout, progress, signal);
    } catch (error) {
      await rm(join(folder, 'lock.json'), { force: true });
      throw error;
    }
  }

  async append(lesson: Lesson): Promise<void> {
    this.waiting.push(this.layout.encode(lesson));
    if (this.waiting.length >= ROWS_A_CHECKPOINT) await this.checkpoint();
  }

  /** Makes what was done so far last. The rows come first: progress never counts a row that is not there. */
  async checkpoint(): Promise<void> {
    const rows = Buffer.concat(this.waiting.map(({ buffer }) => new Uint8Array(buffer)));
    await this.file.write(rows, 0, rows.length, this.bytes(this.progress.rows));
    await this.file.datasync();
    this.progress.rows += this.waiting.length;
    this.waiting = [];
    const aside = join(this.folder, `progress.json.${randomUUID()}`);
    await writeFile(aside, JSON.stringify(this.progress), { mode: 0o600 });
    await rename(aside, join(this.folder, 'progress.json'));
  }

  async *pass(wanted?: (texter: number) => boolean, random?: () => number): AsyncGenerator<Lesson> {
    const { rows } = this.progress;
    const { size } = this.layout;
    const starts = Array.from({ length: Math.ceil(rows / ROWS_A_CHUNK) }, (_, i) => i * ROWS_A_CHUNK);
    const order = random ? shuffled(starts, random) : starts;
    const block = new Int16Array(CHUNKS_AT_ONCE * ROWS_A_CHUNK * size);
    const lesson = this.layout.blank();
    for (let next = 0; next < order.length; next += CHUNKS_AT_ONCE) {
      this.signal?.throwIfAborted();
      let held = 0;
      for (const start of order.slice(next, next + CHUNKS_AT_ONCE)) {
        const count = Math.min(ROWS_A_CHUNK, rows - start);
        await this.file.read(
          new Uint8Array(block.buffer),
          this.bytes(held),
          this.bytes(count),
          this.bytes(start),
        );
        held += count;
      }
      const places = Array.from({ length: held }, (_, i) => i * size);
      for (const place of random ? shuffled(places, random) : places)
        if (!wanted || wanted(this.layout.texterAt(block, place)))
          yield this.layout.decode(block, place, lesson);
    }
  }

  /** Leaves the spool for a later run. */
  async close(): Promise<void> {
    await this.file.close();
    await rm(join(this.folder, 'lock.json'), { force: true });
  }

  /** Closes the spool and deletes it. */
  async remove(): Promise<void> {
    await this.file.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private bytes(rows: number): number {
    return rows * this.layout.size * Int16Array.BYTES_PER_ELEMENT;
  }
}

function newProgress(key: string): Progress {
  const none = { rows: 0, line: 0, refused: 0, seen: 0, withoutGold: 0 };
  return { key, ...none, complete: false, groups: [], unknownTags: {}, unknownLabels: {} };
}

async function readProgress(folder: string): Promise<Progress | null> {
  try {
    return progressSchema.parse(JSON.parse(await readFile(join(folder, 'progress.json'), 'utf8')));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw new TrainingError(`${folder} is damaged: pass --fresh to begin anew`);
  }
}

const holderSchema = z.object({ pid: z.number().int(), started: z.string().nullable() });

/** @throws TrainingError another process is training in this data directory */
async function lock(folder: string): Promise<void> {
  const path = join(folder, 'lock.json');
  const found = await readFile(path, 'utf8').catch(() => null);
  const holder = found === null ? null : holderSchema.safeParse(parsed(found)).data;
  if (holder && isAlive(holder))
    throw new TrainingError(
      `process ${holder.pid} is training in this data directory: wait for it, or stop it`,
    );
  await writeFile(path, JSON.stringify(thisProcess()), { mode: 0o600 });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
