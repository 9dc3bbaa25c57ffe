import { hasCode } from '../config/error.code.js';
import { ExitStatus, UsageError } from './exit.status.js';
import { note } from './terminal.js';

// Nothing that Keyline writes is for other users. Threads have the umask of their process.
process.umask(0o077);

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on('error', (error) => {
  if (hasCode(error, 'EPIPE')) process.exit(ExitStatus.ok);
  throw error;
});

/**
 * Makes a command's action set the exit status and end on an expected failure with one clear line. The process
 * ends by itself once nothing is left to do.
 */
export function run<A extends unknown[]>(
  action: (...args: A) => Promise<ExitStatus>,
): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      process.exitCode = await action(...args);
    } catch (error) {
      note(`keyline: ${messageOf(error)}`);
      if (process.env['LOG_LEVEL'] === 'debug' && error instanceof Error) note(error.stack ?? '');
      await closeDatabases();
      // Threads and connections of a half-finished boot would keep the process alive.
      process.exit(error instanceof UsageError ? ExitStatus.usage : ExitStatus.failed);
    }
  };
}

/** Errors of the boot and of commands are written for people and never hold a conversation's words. */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Loaded only here, because most commands that are used wrongly never came near a database. */
async function closeDatabases(): Promise<void> {
  const { Database } = await import('../database/database.service.js');
  await Database.closeAll().catch(() => undefined);
}
