import { Logger } from '@nestjs/common';
import { openEmbeddedDatabase } from '../database/embedded/embedded.database.js';
import { StderrLogger } from '../operations/stderr.logger.js';
import type { ExitStatus } from './exit.status.js';
import { processSettings } from './process.settings.js';

/** `keyline serve`: the embedded database opens while the server's modules load, for each takes a second or two. */
export async function serveCommand({ samples }: { samples: boolean }): Promise<ExitStatus> {
  const settings = processSettings();
  Logger.overrideLogger(new StderrLogger(settings.LOG_LEVEL));
  if (settings.DATABASE_URL) return (await import('../server.js')).serve(settings, { samples });
  const embedded = openEmbeddedDatabase(settings.DATA_DIR, true);
  // A failure is reported where the database is needed, not as one that nobody minds.
  embedded.catch(() => undefined);
  return (await import('../server.js')).serve(settings, { samples, embedded });
}
