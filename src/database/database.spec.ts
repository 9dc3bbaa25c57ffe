import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { folderWithDatabase, openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { testFolder, testSettings } from '../../test/support/settings.js';
import { Database, DatabaseError } from './database.service.js';

describe('the schema', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const tables = async () => {
    const rows: { table_name: string }[] = await database.source.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    return rows.map(({ table_name }) => table_name);
  };
  const columns = async () => {
    const rows: { name: string }[] = await database.source.query(
      `SELECT table_name || '.' || column_name || ' ' || is_nullable AS name
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('has the tables and columns that the entities name, and no others', async () => {
    const expected = database.source.entityMetadatas.flatMap(({ tableName, columns: all }) =>
      all.map(({ databaseName, isNullable }) => `${tableName}.${databaseName} ${isNullable ? 'YES' : 'NO'}`),
    );
    expect(await columns()).toEqual(expected.toSorted());
  });

  it('goes back to nothing and comes again', async () => {
    const before = await tables();
    for (let left = database.source.migrations.length; left > 0; left -= 1)
      await database.source.undoLastMigration();
    expect(await tables()).toEqual(['migrations']);
    await database.source.runMigrations();
    expect(await tables()).toEqual(before);
  });

  it('keeps transactions of several connections apart', async () => {
    await database.source.query('CREATE TABLE apart (writer int)');
    await Promise.all(
      Array.from({ length: 12 }, (_, writer) =>
        database.source
          .transaction(async (manager) => {
            await manager.query('INSERT INTO apart VALUES ($1)', [writer]);
            await manager.query('INSERT INTO apart VALUES ($1)', [writer]);
            if (writer % 2) throw new Error('roll back');
          })
          .catch(() => undefined),
      ),
    );
    const rows: { writer: number }[] = await database.source.query(
      'SELECT DISTINCT writer FROM apart ORDER BY 1',
    );
    await database.source.query('DROP TABLE apart');
    expect(rows.map(({ writer }) => writer)).toEqual([0, 2, 4, 6, 8, 10]);
  });

  it('answers each connection its own result when parameterised queries overlap', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => database.source.query('SELECT $1::int AS n', [n])),
    );
    expect(answers.map(([{ n }]) => n)).toEqual(Array.from({ length: 200 }, (_, n) => n));
  });

  it('goes on after a failed query', async () => {
    await expect(
      database.source.query('SELECT nowhere FROM conversation WHERE id = $1', ['x']),
    ).rejects.toThrow();
    expect(await database.source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('opening a database', () => {
  it('is refused in one line where PostgreSQL does not answer', async () => {
    const folder = testFolder();
    const settings = testSettings(folder, {
      DATABASE_URL: 'postgres://secret-user:secret-pass@127.0.0.1:1/none',
      HASH_KEY: '0123456789abcdef',
    });
    const refusal = await Database.open(settings).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DatabaseError);
    expect(String(refusal)).toMatch(/DATABASE_URL: PostgreSQL cannot be reached/);
    expect(String(refusal)).not.toMatch(/secret/);
    folder.remove();
  });

  it('joins the process that has the embedded database open, and sees its rows', async () => {
    const first = await openTestDatabase();
    const second = await Database.open(testSettings(first.folder));
    await first.source.query('CREATE TABLE shared (n int)');
    await first.source.query('INSERT INTO shared VALUES (7)');
    expect(await second.source.query('SELECT n FROM shared')).toEqual([{ n: 7 }]);
    expect(second.exclusive).toBe(false);
    await second.onApplicationShutdown();
    await first.close();
  });

  it('lets the server wait for a command that has the embedded database open, and then hold it itself', async () => {
    const folder = await folderWithDatabase();
    const command = await Database.open(testSettings(folder));
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const opening = Database.open(testSettings(folder), { own: true });
    while (warned.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await command.onApplicationShutdown();
    const server = await opening;
    expect(server.exclusive).toBe(true);
    expect(await server.source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(warned.mock.calls).toEqual([[expect.stringContaining(`in use by process ${process.pid}`)]]);
    warned.mockRestore();
    await server.onApplicationShutdown();
    folder.remove();
  });

  it('gives the data directory back where the embedded database does not start', async () => {
    const folder = testFolder();
    writeFileSync(join(folder.path, 'database'), 'no folder');
    await expect(Database.open(testSettings(folder))).rejects.toBeDefined();
    expect(readdirSync(folder.path)).not.toContain('lock.json');
    folder.remove();
  });
});
