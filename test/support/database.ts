import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Database } from '../../src/database/database.service.js';
import { postgresDatabase, services } from './postgres.js';
import { testFolder, testSettings, type TestFolder } from './settings.js';

/** A migrated embedded database, empty, in a folder of its own. */
export interface TestDatabase {
  folder: TestFolder;
  source: DataSource;
  close(): Promise<void>;
}

/** Creating a database takes seconds, copying one does not: each run makes one and copies it. */
function templatePath(): string {
  const run = process.env['KEYLINE_TEST_RUN'];
  if (!run) throw new Error('KEYLINE_TEST_RUN is missing: test/support/global-setup.mjs sets it');
  return join(run, 'template');
}

/** A data directory that holds a fresh, closed database, for code that opens it by itself. */
export async function folderWithDatabase(): Promise<TestFolder> {
  const folder = testFolder();
  const template = templatePath();
  if (existsSync(template)) {
    cpSync(join(template, 'database'), join(folder.path, 'database'), { recursive: true });
    return folder;
  }
  const database = await Database.open(testSettings(folder));
  await database.onApplicationShutdown();
  const aside = `${template}-${process.pid}`;
  mkdirSync(aside, { recursive: true });
  cpSync(join(folder.path, 'database'), join(aside, 'database'), { recursive: true });
  try {
    renameSync(aside, template);
  } catch {
    // Another test process was first; its template serves as well.
  }
  return folder;
}

/** What a test of SQL may run on: the embedded database, and PostgreSQL where `DATABASE_URL` names a server. */
export const databaseKinds = services.databaseUrl
  ? (['PGlite', 'PostgreSQL'] as const)
  : (['PGlite'] as const);

/** Opens a database for a test. Call `close` when done; the folder goes with it. */
export async function openTestDatabase(
  kind: (typeof databaseKinds)[number] = 'PGlite',
): Promise<TestDatabase> {
  const postgres = kind === 'PostgreSQL' ? await postgresDatabase(services.databaseUrl ?? '') : null;
  const folder = postgres ? testFolder() : await folderWithDatabase();
  const settings = testSettings(
    folder,
    postgres ? { DATABASE_URL: postgres.url, HASH_KEY: 'a key for this test only' } : {},
  );
  const database = await Database.open(settings, { migrate: true });
  return {
    folder,
    source: database.source,
    close: async () => {
      await database.onApplicationShutdown();
      await postgres?.drop();
      folder.remove();
    },
  };
}
