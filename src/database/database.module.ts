import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Database } from './database.service.js';
import type { EmbeddedDatabase } from './embedded/embedded.database.js';

/** For a process that must hold the embedded database itself. */
interface Owned {
  /** Where it is being opened already. */
  embedded: Promise<EmbeddedDatabase> | undefined;
}

const OWN = Symbol('Owned');

/** Opens the database at boot and closes it last of all. */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      useFactory: (settings: Settings, owned?: Owned) =>
        Database.open(settings, { own: owned !== undefined, embedded: owned?.embedded }),
      inject: [SETTINGS, { token: OWN, optional: true }],
    },
    { provide: DataSource, useFactory: (database: Database) => database.source, inject: [Database] },
  ],
  exports: [Database, DataSource],
})
export class DatabaseModule {
  /** For the server, which outlives the commands beside it: they join it, it joins nobody. */
  static owned(embedded?: Promise<EmbeddedDatabase>): DynamicModule {
    const useValue: Owned = { embedded };
    return { module: DatabaseModule, providers: [{ provide: OWN, useValue }] };
  }
}
