import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { VocabularyModule } from '../keyphrases/vocabulary.module.js';
import { LedgerModule } from '../llm/ledger/ledger.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { AnalysisModule } from './analysis.module.js';
import { AnalysisStore } from './analysis.store.js';
import { QueueModule } from './queue.module.js';
import { StoredAnalysisService } from './stored.analysis.service.js';
import { WorkerService } from './worker.service.js';

/** The way of a stored conversation to `ready`. */
@Module({
  imports: [QueueModule, ConversationsModule, LedgerModule, AnalysisModule, VocabularyModule, TaxonomyModule],
  providers: [AnalysisStore, StoredAnalysisService, WorkerService],
  exports: [AnalysisStore, StoredAnalysisService, WorkerService, QueueModule],
})
export class PipelineModule {}
