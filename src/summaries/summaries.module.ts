import { Module } from '@nestjs/common';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { DeidentificationService } from '../deidentification/deidentification.service.js';
import { LlmModule } from '../llm/llm.module.js';
import { LLM, type LlmService } from '../llm/llm.service.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { LlmSummariser } from './llm.summariser.js';
import { LocalSummariser } from './local.summariser.js';
import { SUMMARISER, type Summariser } from './summary.types.js';

@Module({
  imports: [DeidentificationModule, LlmModule, TaxonomyModule],
  providers: [
    LocalSummariser,
    {
      provide: SUMMARISER,
      useFactory: (
        local: LocalSummariser,
        llm: LlmService | null,
        taxonomy: TaxonomyService,
        deidentification: DeidentificationService,
      ): Summariser => (llm ? new LlmSummariser(local, llm, taxonomy, deidentification) : local),
      inject: [LocalSummariser, LLM, TaxonomyService, DeidentificationService],
    },
  ],
  exports: [SUMMARISER, LocalSummariser],
})
export class SummariesModule {}
