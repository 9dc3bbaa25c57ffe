import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { hasCode } from '../../config/error.code.js';
import { dataFolder } from '../../config/private.folder.js';
import { isAlive, thisProcess } from './process.identity.js';

const holderSchema = z.object({ pid: z.number().int(), started: z.string().nullable(), socket: z.string() });
const START_UP_MS = 30_000;
const POLL_MS = 100;

/** Who holds a data directory, and the socket on which they share the database. */
export type Holder = z.output<typeof holderSchema>;

/** Another process holds the data directory and does not answer. */
export class DataDirectoryInUseError extends Error {
  override readonly name = 'DataDirectoryInUseError';
}

export interface LockOptions {
  /** Where given, a holder that answers is not joined: this is told of it once, and its end is waited for. */
  waitFor?: ((holder: Holder) => void) | undefined;
}

/**
 * Takes the lock of a data directory, because PGlite has none and two processes writing the same files lose
 * rows.
 * @param socket where this process will share the database; no two openings may name the same
 * @returns null when this process now holds it, or the holder that answers on its socket
 * @throws DataDirectoryInUseError when the holder lives but does not answer within 30 s
 */
export async function takeLock(
  directory: string,
  socket: string,
  { waitFor }: LockOptions = {},
): Promise<Holder | null> {
  dataFolder(directory);
  const path = lockPath(directory);
  const mine = JSON.stringify({ ...thisProcess(), socket } satisfies Holder);
  let told = false;
  for (let deadline = Date.now() + START_UP_MS; ;) {
    const found = await readText(path);
    if (found === null) {
      if (await place(path, mine)) return null;
      continue;
    }
    const holder = readHolder(found);
    if (holder && (await answers(holder.socket))) {
      if (!waitFor) return holder;
      if (!told) waitFor(holder);
      told = true;
      deadline = Date.now() + START_UP_MS;
    } else if ((!holder || !isAlive(holder)) && (await replace(path, found, mine))) {
      return null;
    }
    if (Date.now() > deadline) throw new DataDirectoryInUseError(remedy(directory, path, holder));
    await wait(POLL_MS);
  }
}

/** Gives the lock back, if this opening still has it. */
export async function releaseLock(directory: string, socket: string): Promise<void> {
  const path = lockPath(directory);
  const found = await readText(path);
  if (found !== null && readHolder(found)?.socket === socket) await rm(path, { force: true });
}

const lockPath = (directory: string) => join(directory, 'lock.json');
/** Held for a moment by whoever replaces a dead holder's lock, so that nobody replaces the successor's. */
const replacingPath = (path: string) => `${path}.replacing`;

/** Creates a lock with its content in one step, as a link: nobody can read it half-written. */
async function place(path: string, content: string): Promise<boolean> {
  const aside = await writeAside(path, content);
  try {
    await link(aside, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** Puts a lock in the place of a dead holder's, unless another process was first. */
async function replace(path: string, dead: string, content: string): Promise<boolean> {
  if (!(await place(replacingPath(path), content))) return false;
  try {
    if ((await readText(path)) !== dead) return false;
    await rename(await writeAside(path, content), path);
    return true;
  } finally {
    await rm(replacingPath(path), { force: true });
  }
}

async function writeAside(path: string, content: string): Promise<string> {
  const aside = `${path}.${process.pid}.${randomUUID()}`;
  await writeFile(aside, content, { mode: 0o600 });
  return aside;
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Null for what no Keyline wrote whole: nobody holds it. */
function readHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function remedy(directory: string, path: string, holder: Holder | null): string {
  if (holder && isAlive(holder))
    return (
      `The data directory ${directory} is held by process ${holder.pid}, which does not answer. ` +
      `Stop that process, or delete ${path} if it is not Keyline.`
    );
  return `The data directory ${directory} cannot be taken over: delete ${replacingPath(path)}, which a process left when it was killed.`;
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
