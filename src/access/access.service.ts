import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessKeyEntity, type Role } from './access.key.entity.js';
import type { Caller } from './access.types.js';

/** Starts every key, so that a leaked one is recognised for what it is. */
const PREFIX = 'kl_';

/** Makes bearer keys and tells whose they are. */
@Injectable()
export class AccessService {
  constructor(private readonly database: DataSource) {}

  /**
   * Makes a key. This is the only time it can be seen: only its hash is stored.
   * @param name shown in logs and corrections; several keys may share one
   */
  async createKey(role: Role, name: string): Promise<string> {
    const key = PREFIX + randomBytes(32).toString('base64url');
    await this.database.getRepository(AccessKeyEntity).insert({ hash: hashOf(key), name, role });
    return key;
  }

  /** Whether any key has been made yet. */
  hasKeys(): Promise<boolean> {
    return this.database.getRepository(AccessKeyEntity).exists();
  }

  /** Takes back every key of a name. Returns how many there were. */
  async revokeKeys(name: string): Promise<number> {
    const { affected } = await this.database.getRepository(AccessKeyEntity).delete({ name });
    return affected ?? 0;
  }

  /** Whose key it is, or null for one that was never made. */
  async caller(key: string): Promise<Caller | null> {
    if (!key.startsWith(PREFIX)) return null;
    const found = await this.database.getRepository(AccessKeyEntity).findOneBy({ hash: hashOf(key) });
    return found && { name: found.name, role: found.role };
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
