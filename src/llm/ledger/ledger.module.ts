import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { budgetOf } from './budget.js';
import { DatabaseLedger } from './database.ledger.js';
import { LEDGER } from './ledger.types.js';

/** Where the model is asked beside a database: what it takes is written down there, for all processes together. */
@Global()
@Module({
  providers: [
    {
      provide: LEDGER,
      useFactory: (database: DataSource, settings: Settings) =>
        new DatabaseLedger(database, budgetOf(settings)),
      inject: [DataSource, SETTINGS],
    },
  ],
  exports: [LEDGER],
})
export class LedgerModule {}
