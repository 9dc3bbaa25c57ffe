import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { z } from 'zod';
import { narrowFiles } from '../../config/private.folder.js';
import { SessionServer } from './session.server.js';

/** The thread that holds the embedded database, so that a long query never blocks the server's event loop. */
const { directory, socket } = z.object({ directory: z.string(), socket: z.string() }).parse(workerData);

const database = await PGlite.create({ dataDir: directory, extensions: { vector } });
// A new database comes out of an archive whose files everybody may write, whatever the process's umask.
narrowFiles(directory);
const server = new SessionServer(database);
await server.listen(socket);
parentPort?.once('message', () => {
  void (async () => {
    await server.close();
    await database.close();
    parentPort?.close();
  })();
});
parentPort?.postMessage('ready');
