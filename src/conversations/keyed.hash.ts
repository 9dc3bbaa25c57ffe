import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { hasCode } from '../config/error.code.js';
import { SETTINGS, type Settings } from '../config/settings.js';

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
  of(purpose: 'texter' | 'content', text: string): string {
    return createHmac('sha256', this.key).update(purpose).update('\0').update(text).digest('hex');
  }
}

function keptKey(directory: string): string {
  const path = join(directory, 'hash.key');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8');
}
