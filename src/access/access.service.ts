import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessKeyEntity, type Role } from './access.key.entity.js';
import type { Caller } from './access.types.js';

/** Starts every key, so that a leaked one is recognised for what it is. */
const PREFIX = 'kl_';

/** Makes bearer keys and tells whose they are. */
@Injectable()
export class AccessService {
  private session: string | undefined;
  /** One look at the database for all that is asked in a request, also for what is asked at once. */
  private readonly callers = new WeakMap<IncomingMessage, Promise<Caller | null>>();

  constructor(private readonly database: DataSource) {}

  /**
   * Makes a key. This is the only time it can be seen: only its hash is stored.
   * @param name shown in logs and corrections; several keys may share one
   */
  async createKey(role: Role, name: string): Promise<string> {
    const key = newKey();
    await this.database.getRepository(AccessKeyEntity).insert({ hash: hashOf(key), name, role });
    return key;
  }

  /** An admin key that is never stored and dies with this process, for whoever sits at its terminal. */
  sessionKey(): string {
    this.session ??= newKey();
    return this.session;
  }

  /** Takes back every key of a name. Returns how many there were. */
  async revokeKeys(name: string): Promise<number> {
    const { affected } = await this.database.getRepository(AccessKeyEntity).delete({ name });
    return affected ?? 0;
  }

  /** Whose key a request bears, or null where it bears none that is known. */
  callerOf(request: IncomingMessage): Promise<Caller | null> {
    const known = this.callers.get(request) ?? this.identify(request);
    this.callers.set(request, known);
    return known;
  }

  /** Whose key it is, or null for one that was never made. */
  async caller(key: string): Promise<Caller | null> {
    if (this.session !== undefined && hashOf(key) === hashOf(this.session))
      return { name: 'session', role: 'admin' };
    if (!key.startsWith(PREFIX)) return null;
    const found = await this.database.getRepository(AccessKeyEntity).findOneBy({ hash: hashOf(key) });
    return found && { name: found.name, role: found.role };
  }

  private async identify(request: IncomingMessage): Promise<Caller | null> {
    const [scheme, key] = (request.headers.authorization ?? '').split(' ');
    return scheme?.toLowerCase() === 'bearer' && key ? this.caller(key) : null;
  }
}

function newKey(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
