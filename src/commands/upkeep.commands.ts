import { AccessModule } from '../access/access.module.js';
import { roles, type Role } from '../access/access.key.entity.js';
import { AccessService } from '../access/access.service.js';
import { DatabaseModule } from '../database/database.module.js';
import { Database } from '../database/database.service.js';
import { withModules } from './application.js';
import { processSettings } from './process.settings.js';
import { ExitStatus, UsageError } from './exit.status.js';
import { note, print } from './terminal.js';

/** `keyline migrate`: brings the schema up to date. */
export async function migrate(): Promise<ExitStatus> {
  const database = await Database.open(processSettings(), { migrate: true });
  await database.onApplicationShutdown();
  note('The schema is up to date.');
  return ExitStatus.ok;
}

/** `keyline key create`: the key goes to standard output, once. */
export async function createKey({ role, name }: { role: string; name: string }): Promise<ExitStatus> {
  const known = roles.find((candidate): candidate is Role => candidate === role);
  if (!known) throw new UsageError(`--role: expected one of ${roles.join(', ')}`);
  return withModules(processSettings(), [DatabaseModule, AccessModule], async (application) => {
    await print(await application.get(AccessService).createKey(known, name));
    note('Keep it: it is stored only as a hash and cannot be shown again.');
    return ExitStatus.ok;
  });
}

/** `keyline key revoke`: takes back every key of a name. */
export async function revokeKey({ name }: { name: string }): Promise<ExitStatus> {
  return withModules(processSettings(), [DatabaseModule, AccessModule], async (application) => {
    const revoked = await application.get(AccessService).revokeKeys(name);
    note(`${revoked} revoked.`);
    return revoked > 0 ? ExitStatus.ok : ExitStatus.failed;
  });
}
