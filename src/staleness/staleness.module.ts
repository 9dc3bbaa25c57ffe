import { Module } from '@nestjs/common';
import { StalenessService } from './staleness.service.js';
import { StalenessStore } from './staleness.store.js';

/** Which stored results a change of the taxonomy or of the engine touches. */
@Module({
  providers: [StalenessStore, StalenessService],
  exports: [StalenessStore, StalenessService],
})
export class StalenessModule {}
