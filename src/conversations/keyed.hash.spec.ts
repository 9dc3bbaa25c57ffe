import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder, testSettings, type TestFolder } from '../../test/support/settings.js';
import { KeyedHash } from './keyed.hash.js';

describe('the key of the hashes', () => {
  let folder: TestFolder;

  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => folder.remove());

  const open = () => new KeyedHash(testSettings(folder));
  const path = () => join(folder.path, 'hash.key');

  it('is made on first use, for its owner alone, and stays', () => {
    const first = open().of('texter', 'x');
    expect(readFileSync(path(), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(path()).mode & 0o077).toBe(0);
    expect(readdirSync(folder.path).toSorted()).toEqual(['cache', 'hash.key']);
    expect(open().of('texter', 'x')).toBe(first);
  });

  it.each(['', 'ab12', 'g'.repeat(64)])('is not taken when damaged: %j', (content) => {
    writeFileSync(path(), content);
    expect(open).toThrow(/hash\.key is damaged: restore it/);
    expect(readFileSync(path(), 'utf8')).toBe(content);
  });
});
