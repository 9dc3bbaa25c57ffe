import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Database } from '../../src/database/database.service.js';
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

/** Opens a database for a test. Call `close` when done; the folder goes with it. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const folder = await folderWithDatabase();
  const database = await Database.open(testSettings(folder));
  return {
    folder,
    source: database.source,
    close: async () => {
      await database.onApplicationShutdown();
      folder.remove();
    },
  };
}
