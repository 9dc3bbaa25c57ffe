import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { dataFolder } from '../../config/private.folder.js';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { headSchema, type StoredHead } from './head.js';

/** The head's file cannot be used; the message says what to do. */
export class HeadError extends Error {
  override readonly name = 'HeadError';
}

/** Keeps the trained head in `DATA_DIR/model/head.json`. */
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
   * The stored head, or null where none was trained.
   * @throws HeadError the file is damaged
   */
  async read(): Promise<StoredHead | null> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    try {
      return headSchema.parse(JSON.parse(text));
    } catch {
      throw new HeadError(`${this.path} is no trained head: remove it, or run \`keyline train\` again`);
    }
  }

  /** Written aside and renamed, so that a crash leaves the old head whole. */
  async write(head: StoredHead): Promise<void> {
    dataFolder(this.settings.DATA_DIR, 'model');
    const aside = `${this.path}.${randomUUID()}`;
    await writeFile(aside, JSON.stringify(head));
    await rename(aside, this.path);
  }
}
