import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { compiled } from '../../config/paths.js';
import { releaseLock, takeLock } from './lock.js';

const PORT = 5432;

/** A running embedded database: where PostgreSQL's clients reach it, and how to leave it. */
export interface EmbeddedDatabase {
  /** The folder of the unix socket, as `host` for a PostgreSQL client. */
  host: string;
  port: number;
  /** Whether this process holds it, or has joined another that does. */
  owned: boolean;
  close(): Promise<void>;
}

/**
 * Opens the database under a data directory, or joins the process that has it open, so that the command line
 * works beside a running server.
 * @throws DataDirectoryInUseError when another process holds the directory and does not answer
 */
export async function openEmbeddedDatabase(directory: string): Promise<EmbeddedDatabase> {
  // A unix socket's path is limited to about 100 characters, which a data directory may exceed.
  const folder = mkdtempSync(join(tmpdir(), 'keyline-'));
  const socket = join(folder, `.s.PGSQL.${PORT}`);
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });

  const holder = await takeLock(directory, { pid: process.pid, socket });
  if (holder) {
    removeFolder();
    return { host: dirname(holder.socket), port: PORT, owned: false, close: async () => {} };
  }

  const worker = new Worker(compiled('src/database/embedded/embedded.worker.js'), {
    workerData: { directory: join(directory, 'database'), socket },
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const leave = async () => {
    await ended;
    removeFolder();
    await releaseLock(directory);
  };
  try {
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
  } catch (error) {
    await leave();
    throw error;
  }
  return {
    host: folder,
    port: PORT,
    owned: true,
    close: async () => {
      worker.postMessage('close');
      await leave();
    },
  };
}
