import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Database } from './database.service.js';

/** Opens the database at boot and closes it last of all. */
@Global()
@Module({
  providers: [
    { provide: Database, useFactory: (settings: Settings) => Database.open(settings), inject: [SETTINGS] },
    { provide: DataSource, useFactory: (database: Database) => database.source, inject: [Database] },
  ],
  exports: [Database, DataSource],
})
export class DatabaseModule {}
