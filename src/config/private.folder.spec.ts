import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder, narrowFiles } from './private.folder.js';
import { SettingsError } from './settings.js';

const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

describe('the data directory', () => {
  let parent: string;
  let umask: number;

  beforeEach(() => {
    umask = process.umask(0);
    parent = mkdtempSync(join(tmpdir(), 'keyline-private-'));
  });
  afterEach(() => {
    process.umask(umask);
    rmSync(parent, { recursive: true });
  });

  it('is made for its owner alone, with the folders in it', () => {
    const directory = join(parent, 'a', 'b');
    expect(dataFolder(directory, 'cache')).toBe(join(directory, 'cache'));
    expect([join(parent, 'a'), directory, join(directory, 'cache')].map(modeOf)).toEqual([
      '700',
      '700',
      '700',
    ]);
  });

  it('is closed to others where it is there and open', () => {
    const directory = join(parent, 'open');
    mkdirSync(join(directory, 'cache'), { recursive: true, mode: 0o777 });
    dataFolder(directory, 'cache');
    expect([directory, join(directory, 'cache')].map(modeOf)).toEqual(['700', '700']);
  });

  it('is not one that all users share, which is left as it is', () => {
    const shared = join(parent, 'shared');
    mkdirSync(shared);
    chmodSync(shared, 0o1777);
    expect(() => dataFolder(shared)).toThrow(SettingsError);
    expect(modeOf(shared)).toBe('1777');
  });

  it('can have all its files closed, at any depth', () => {
    const deep = join(parent, 'base', '5');
    chmodSync(parent, 0o755);
    mkdirSync(deep, { recursive: true });
    for (const path of [join(parent, 'one'), join(deep, 'two')]) writeFileSync(path, '', { mode: 0o666 });
    narrowFiles(parent);
    expect([parent, join(parent, 'one'), deep, join(deep, 'two')].map(modeOf)).toEqual([
      '700',
      '600',
      '700',
      '600',
    ]);
  });
});
