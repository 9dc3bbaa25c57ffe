import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from './support/cli.js';
import { testFolder, type TestFolder } from './support/settings.js';

const line = JSON.stringify({
  id: 'c-1',
  startedAt: '2026-01-01T00:00:00Z',
  messages: [{ from: 'texter', text: 'i feel so alone since i moved' }],
});

describe('the files of an installation', () => {
  let folder: TestFolder;
  let umask: number;

  beforeEach(() => {
    folder = testFolder();
    // What a careless shell may leave a process with.
    umask = process.umask(0);
  });
  afterEach(() => {
    process.umask(umask);
    folder.remove();
  });

  /** What others than the owner may touch. */
  const open = (path: string): string[] =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isSymbolicLink())
      .map((entry) => join(entry.parentPath, entry.name))
      .concat(path)
      .filter((each) => statSync(each).mode & 0o077);

  it('are for their owner alone, and closed again where they were left open', async () => {
    const directory = join(folder.path, 'new');
    const environment = { DATA_DIR: directory };
    expect(await runCli(['import', '-', '--no-wait'], environment, line)).toMatchObject({ status: 0 });
    expect(readdirSync(directory)).toEqual(expect.arrayContaining(['database', 'hash.key']));
    expect(open(directory)).toEqual([]);
    const left = [directory, join(directory, 'database'), join(directory, 'database', 'PG_VERSION')];
    for (const path of left) chmodSync(path, 0o777);
    expect(await runCli(['migrate'], environment)).toMatchObject({ status: 0 });
    expect(open(directory)).toEqual([]);
  });
});
