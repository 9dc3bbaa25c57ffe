import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { AccessService } from './access.service.js';

describe('AccessService', () => {
  let database: TestDatabase;
  let access: AccessService;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    access = new AccessService(database.source);
  });

  it('knows a key that it made, with its name and role', async () => {
    const key = await access.createKey('responder', 'night shift');
    expect(await access.caller(key)).toEqual({ name: 'night shift', role: 'responder' });
  });

  it('knows no key that it did not make', async () => {
    const key = await access.createKey('admin', 'someone');
    for (const other of [`${key}x`, key.slice(0, -1), key.slice(3), 'kl_', '', 'kl_anything'])
      expect(await access.caller(other)).toBeNull();
  });

  it('stores no key, only hashes', async () => {
    const key = await access.createKey('analyst', 'stored');
    const rows = JSON.stringify(await database.source.query('SELECT * FROM access_key'));
    expect(rows).toContain('stored');
    expect(rows).not.toContain(key);
    expect(rows).not.toContain(key.slice(3));
  });

  it('takes back all keys of a name, and no others', async () => {
    const gone = [await access.createKey('ingest', 'leaver'), await access.createKey('ingest', 'leaver')];
    const stays = await access.createKey('ingest', 'stayer');
    expect(await access.revokeKeys('leaver')).toBe(2);
    for (const key of gone) expect(await access.caller(key)).toBeNull();
    expect(await access.caller(stays)).not.toBeNull();
    expect(await access.revokeKeys('leaver')).toBe(0);
  });

  it('gives a session key that works in this process only and is never stored', async () => {
    const key = access.sessionKey();
    expect(access.sessionKey()).toBe(key);
    expect(await access.caller(key)).toEqual({ name: 'session', role: 'admin' });
    expect(await new AccessService(database.source).caller(key)).toBeNull();
  });
});
