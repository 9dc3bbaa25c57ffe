import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { dataFolder } from './private.folder.js';

/**
 * What is computed from the taxonomy alone, kept in `DATA_DIR/cache/` so that only the first start pays for it.
 * Never give it texters' words: what it is given ends on disk.
 *
 * A file is named after what it is and a key that holds all it was computed from, so it can be stale in no way;
 * one file is kept for each name.
 */
export class CacheFolder {
  private readonly folder: string;

  constructor(private readonly dataDirectory: string) {
    this.folder = join(dataDirectory, 'cache');
  }

  /** The file's bytes; undefined where it is not there. */
  async read(name: string, key: string, extension: string): Promise<Buffer | undefined> {
    return readFile(join(this.folder, `${name}-${key}${extension}`)).catch(() => undefined);
  }

  /**
   * Keeps a file in place of the earlier ones of its name.
   * @param name lower-case letters
   * @param extension with its dot
   */
  async write(name: string, key: string, extension: string, content: Uint8Array | string): Promise<void> {
    dataFolder(this.dataDirectory, 'cache');
    for (const old of await readdir(this.folder))
      if (old.startsWith(`${name}-`) && extname(old) === extension)
        await rm(join(this.folder, old), { force: true });
    // Written aside and renamed, so that a crash leaves no half file under the final name.
    const file = join(this.folder, `${name}-${key}${extension}`);
    const aside = `${file}.${randomUUID()}`;
    await writeFile(aside, content);
    await rename(aside, file);
  }
}
