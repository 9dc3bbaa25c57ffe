import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/config/paths.js';
import { runCli } from './support/cli.js';
import { folderWithDatabase } from './support/database.js';
import type { TestFolder } from './support/settings.js';

const samples = readFileSync(join(packageRoot, 'samples/en.jsonl'), 'utf8');

describe('keyline themes over the samples', () => {
  let folder: TestFolder;
  let environment: Record<string, string>;

  beforeAll(async () => {
    folder = await folderWithDatabase();
    environment = { DATA_DIR: folder.path };
    const { status } = await runCli(['import', '-'], environment, samples);
    expect(status).toBe(0);
  });
  afterAll(() => folder.remove());

  it('has the planted themes among its first five, of groups of five texters', async () => {
    const { stdout } = await runCli(['themes', '--json'], environment);
    const themes = (JSON.parse(stdout) as { name: string; texters: number }[]).slice(0, 5);
    expect(themes).toContainEqual(
      expect.objectContaining({ name: expect.stringContaining('immigration'), texters: 5 }),
    );
    expect(themes).toContainEqual(
      expect.objectContaining({ name: expect.stringMatching(/^caring for|^childcare/), texters: 5 }),
    );
  });
});
