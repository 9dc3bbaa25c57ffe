import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Database } from './database.service.js';

const OWN = Symbol('whether the process must hold the embedded database itself');

/** Opens the database at boot and closes it last of all. */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      useFactory: (settings: Settings, own = false) => Database.open(settings, { own }),
      inject: [SETTINGS, { token: OWN, optional: true }],
    },
    { provide: DataSource, useFactory: (database: Database) => database.source, inject: [Database] },
  ],
  exports: [Database, DataSource],
})
export class DatabaseModule {
  /** For the server, which outlives the commands beside it: they join it, it joins nobody. */
  static owned(): DynamicModule {
    return { module: DatabaseModule, providers: [{ provide: OWN, useValue: true }] };
  }
}
