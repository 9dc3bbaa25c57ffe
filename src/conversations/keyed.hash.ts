import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { hasCode } from '../config/error.code.js';
import { dataFolder } from '../config/private.folder.js';
import { SETTINGS, SettingsError, type Settings } from '../config/settings.js';

/**
 * HMAC-SHA-256 with the installation's key, so that a stored hash cannot be found again by hashing guesses.
 * `HASH_KEY` gives the key; the embedded default makes one on first use and keeps it in the data directory,
 * readable by its owner alone.
 */
@Injectable()
export class KeyedHash {
  private readonly key: string;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.key = settings.HASH_KEY ?? keptKey(settings.DATA_DIR);
  }

  /**
   * @param purpose keeps hashes of one kind apart from those of another
   * @returns 64 hexadecimal digits
   */
  of(purpose: 'texter' | 'content' | 'training', text: string): string {
    return createHmac('sha256', this.key).update(purpose).update('\0').update(text).digest('hex');
  }
}

/** @throws SettingsError where the kept key is damaged */
function keptKey(directory: string): string {
  const path = join(dataFolder(directory), 'hash.key');
  if (!existsSync(path)) makeKey(path);
  const key = readFileSync(path, 'utf8');
  if (!/^[0-9a-f]{64}$/.test(key))
    throw new SettingsError(
      `${path} is damaged: restore it from a backup; without one, delete it, and texters and repeats of earlier conversations are no longer recognised`,
    );
  return key;
}

/** Written aside and linked into place, so that the key is there whole or not at all, and the first one stays. */
function makeKey(path: string): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600, flush: true });
  try {
    linkSync(aside, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside);
  }
}
