import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { hasCode } from '../../config/error.code.js';

const lockSchema = z.object({ pid: z.number().int(), socket: z.string() });
const START_UP_MS = 30_000;

/** Who holds a data directory, and the socket on which they share the database. */
export type Holder = z.output<typeof lockSchema>;

/** Another process holds the data directory and does not answer. */
export class DataDirectoryInUseError extends Error {
  override readonly name = 'DataDirectoryInUseError';
}

/**
 * Takes the lock of a data directory, because PGlite has none and two processes writing the same files lose
 * rows.
 * @returns null when this process now holds it, or the holder that answers on its socket
 * @throws DataDirectoryInUseError when the holder lives but does not answer within 30 s
 */
export async function takeLock(directory: string, mine: Holder): Promise<Holder | null> {
  const path = join(directory, 'lock.json');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const deadline = Date.now() + START_UP_MS;
  for (;;) {
    try {
      await writeFile(path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return null;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    const holder = await readHolder(path);
    if (holder && (await answers(holder.socket))) return holder;
    if (!holder || !isAlive(holder.pid)) {
      await rm(path, { force: true });
    } else if (Date.now() > deadline) {
      throw new DataDirectoryInUseError(
        `The data directory ${directory} is held by process ${holder.pid}, which does not answer. ` +
          `Stop that process, or delete ${path} if it is not Keyline.`,
      );
    } else {
      await wait(100);
    }
  }
}

export async function releaseLock(directory: string): Promise<void> {
  await rm(join(directory, 'lock.json'), { force: true });
}

/** A lock that cannot be read was left half-written by a crash: nobody holds it. */
async function readHolder(path: string): Promise<Holder | null> {
  try {
    return lockSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const client = connect(socket);
    client.once('connect', () => {
      client.destroy();
      resolve(true);
    });
    client.once('error', () => resolve(false));
  });
}
