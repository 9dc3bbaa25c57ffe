import { mkdtempSync } from 'node:fs';
import { appendFile, cp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CacheFolder } from '../config/cache.folder.js';
import { readSettings } from '../config/settings.js';
import { loadCheckedTaxonomy } from './checked.taxonomy.js';
import { FileError } from '../config/file.error.js';
import { loadTaxonomy } from './taxonomy.loader.js';

describe('a taxonomy that has passed its checks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyline-checked-'));
  const directory = join(folder, 'taxonomy');
  const cache = new CacheFolder(folder);
  const kept = async () => (await readdir(join(folder, 'cache'))).filter((name) => name.endsWith('.json'));

  beforeAll(() => cp(readSettings({}).TAXONOMY, directory, { recursive: true }));
  afterAll(() => rm(folder, { recursive: true }));

  it('is the same when it is read again, patterns included', async () => {
    const taxonomy = await loadTaxonomy(directory);
    expect(await loadCheckedTaxonomy(directory, cache)).toEqual(taxonomy);
    expect(await kept()).toHaveLength(1);
    expect(await loadCheckedTaxonomy(directory, cache)).toEqual(taxonomy);
  });

  it('is read anew where what was kept is cut short', async () => {
    const [file] = await kept();
    await truncate(join(folder, 'cache', file!), 1000);
    expect(await loadCheckedTaxonomy(directory, cache)).toEqual(await loadTaxonomy(directory));
  });

  it('is checked anew once a file has changed', async () => {
    await appendFile(join(directory, 'labels', 'grief.yaml'), '- id: grief.wrong\n');
    await expect(loadCheckedTaxonomy(directory, cache)).rejects.toThrow(FileError);
  });
});
