import { Module } from '@nestjs/common';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { LocalSummariser } from './local.summariser.js';
import { SUMMARISER } from './summary.types.js';

@Module({
  imports: [TaxonomyModule],
  providers: [LocalSummariser, { provide: SUMMARISER, useExisting: LocalSummariser }],
  exports: [SUMMARISER, LocalSummariser],
})
export class SummariesModule {}
