import { randomUUID } from 'node:crypto';
import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { hasCode } from '../../config/error.code.js';
import { dataFolder } from '../../config/private.folder.js';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { HEAD_VERSION, headSchema, type StoredHead } from './head.js';

/** The head's file cannot be used; the message says what to do. */
export class HeadError extends Error {
  override readonly name = 'HeadError';
}

/** Keeps the trained head in `DATA_DIR/model/head.json`, and the one before it as `head.previous.json`. */
@Injectable()
export class HeadStore {
  private readonly folder: string;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.folder = join(settings.DATA_DIR, 'model');
  }

  get path(): string {
    return join(this.folder, 'head.json');
  }

  /**
   * The stored head; null where none was trained, `'outdated'` for one of another version of Keyline.
   * @throws HeadError the file is damaged
   */
  async read(): Promise<StoredHead | 'outdated' | null> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    }
    try {
      const head: unknown = JSON.parse(text);
      return isOutdated(head) ? 'outdated' : headSchema.parse(head);
    } catch {
      throw new HeadError(`${this.path} is no trained head: remove it, or run \`keyline train\` again`);
    }
  }

  /** Written aside and renamed, so that a crash leaves the old head whole; that one is kept as the previous one. */
  async write(head: StoredHead): Promise<void> {
    dataFolder(this.settings.DATA_DIR, 'model');
    const aside = `${this.path}.${randomUUID()}`;
    await writeFile(aside, JSON.stringify(head), { mode: 0o600, flush: true });
    try {
      await copyFile(this.path, join(this.folder, 'head.previous.json'));
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
    await rename(aside, this.path);
  }
}

function isOutdated(head: unknown): boolean {
  return (
    typeof head === 'object' &&
    head !== null &&
    'version' in head &&
    typeof head.version === 'number' &&
    head.version !== HEAD_VERSION
  );
}
