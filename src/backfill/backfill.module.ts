import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { AnalysisModule } from '../pipeline/analysis.module.js';
import { PipelineModule } from '../pipeline/pipeline.module.js';
import { StalenessModule } from '../staleness/staleness.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { BackfillStore } from './backfill.store.js';
import { BatchContentStore } from './batch.content.store.js';
import { BatchedModelModule } from './batched.model.module.js';
import { CollectionService } from './collection.service.js';
import { SubmissionService } from './submission.service.js';

/** The model's results for stored conversations, by the endpoint's Batch API. */
@Module({
  imports: [
    BatchedModelModule,
    PipelineModule,
    AnalysisModule,
    ConversationsModule,
    StalenessModule,
    TaxonomyModule,
  ],
  providers: [BackfillStore, BatchContentStore, SubmissionService, CollectionService],
  exports: [BackfillStore, SubmissionService, CollectionService],
})
export class BackfillModule {}
