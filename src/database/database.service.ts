import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { createDataSource } from './data.source.js';
import { type EmbeddedDatabase, openEmbeddedDatabase } from './embedded/embedded.database.js';

/** The database cannot be used; the message says what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

export interface OpenOptions {
  /** Migrate PostgreSQL, too. */
  migrate?: boolean;
  /** Hold the embedded database oneself, and wait for a process that has it open: its end must not be ours. */
  own?: boolean;
  /** The embedded database, where it is being opened already. */
  embedded?: Promise<EmbeddedDatabase> | undefined;
}

/** Databases that this process has open or is opening. */
const opened = new Set<Promise<Database>>();

/** The open database: the embedded one, or PostgreSQL at `DATABASE_URL`. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private forget: () => void = () => {};

  private constructor(
    readonly source: DataSource,
    /** Whether no other process can be at work on it. */
    readonly exclusive: boolean,
    private readonly closeEmbedded: () => Promise<void>,
  ) {}

  /**
   * Opens the database that the settings name. The embedded one is migrated on the way; PostgreSQL, which other
   * machines may be using, only by `keyline migrate`.
   * @throws DatabaseError when it cannot be reached or is not migrated
   */
  static async open(settings: Settings, options: OpenOptions = {}): Promise<Database> {
    const opening = Database.openMigrated(settings, options);
    opened.add(opening);
    try {
      const database = await opening;
      database.forget = () => opened.delete(opening);
      return database;
    } catch (error) {
      opened.delete(opening);
      throw error;
    }
  }

  /** For a boot that failed half-way: Nest then closes nothing, and an open database would keep the process alive. */
  static async closeAll(): Promise<void> {
    for (const opening of opened) await (await opening).onApplicationShutdown();
  }

  async onApplicationShutdown(): Promise<void> {
    this.forget();
    await this.source.destroy();
    await this.closeEmbedded();
  }

  private static async openMigrated(settings: Settings, options: OpenOptions): Promise<Database> {
    const database = settings.DATABASE_URL
      ? await Database.openPostgres(settings.DATABASE_URL)
      : await Database.openEmbedded(settings.DATA_DIR, options);
    if (options.migrate || !settings.DATABASE_URL) await database.migrate();
    else if (await database.source.showMigrations()) {
      await database.onApplicationShutdown();
      throw new DatabaseError('DATABASE_URL: the schema is not up to date: run `keyline migrate`');
    }
    return database;
  }

  private static async openPostgres(url: string): Promise<Database> {
    const source = createDataSource({ url });
    try {
      await source.initialize();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
      throw new DatabaseError(`DATABASE_URL: PostgreSQL cannot be reached there${code}`);
    }
    return new Database(source, false, async () => {});
  }

  private static async openEmbedded(directory: string, options: OpenOptions): Promise<Database> {
    const { host, port, owned, close } = await (options.embedded ??
      openEmbeddedDatabase(directory, options.own));
    const source = createDataSource({ host, port });
    await source.initialize();
    return new Database(source, owned, close);
  }

  private async migrate(): Promise<void> {
    try {
      await this.source.runMigrations();
    } catch (error) {
      await this.onApplicationShutdown();
      const reason = error instanceof Error ? error.message : String(error);
      const remedy = /extension "vector"/.test(reason) ? ': install pgvector on the server' : `: ${reason}`;
      throw new DatabaseError(`The schema could not be migrated${remedy}`);
    }
  }
}
