import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { compiled } from '../../config/paths.js';
import { DatabaseThread } from './database.thread.js';
import { type Holder, releaseLock, takeLock } from './lock.js';

const PORT = 5432;
const logger = new Logger('Database');

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
 * @param own never join, because the other process may end first: wait for its end
 * @throws DataDirectoryInUseError when another process holds the directory and does not answer
 */
export async function openEmbeddedDatabase(directory: string, own = false): Promise<EmbeddedDatabase> {
  // A unix socket's path is limited to about 100 characters, which a data directory may exceed.
  const folder = mkdtempSync(join(tmpdir(), 'keyline-'));
  const socket = join(folder, `.s.PGSQL.${PORT}`);
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const waitFor = ({ pid }: Holder) =>
    logger.warn(`The data directory ${directory} is in use by process ${pid}: waiting for it to end`);

  const holder = await takeLock(directory, socket, { waitFor: own ? waitFor : undefined }).catch((error) => {
    removeFolder();
    throw error;
  });
  if (holder) {
    removeFolder();
    return { host: dirname(holder.socket), port: PORT, owned: false, close: async () => {} };
  }

  const leave = async () => {
    removeFolder();
    await releaseLock(directory, socket);
  };
  const onLost = (failure: string) => {
    logger.error(`The thread of the embedded database ended: ${failure}. Keyline cannot go on without it.`);
    // Every request would fail from here on; whoever started the process can start it again.
    void leave().finally(() => process.exit(1));
  };
  try {
    const worker = new Worker(compiled('src/database/embedded/embedded.worker.js'), {
      workerData: { directory: join(directory, 'database'), socket },
    });
    const thread = await DatabaseThread.ready(worker, onLost);
    return { host: folder, port: PORT, owned: true, close: () => thread.close().then(leave) };
  } catch (error) {
    await leave();
    throw error;
  }
}
