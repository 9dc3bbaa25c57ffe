import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { KeyphrasesModule } from '../keyphrases/keyphrases.module.js';
import { VocabularyModule } from '../keyphrases/vocabulary.module.js';
import { PipelineModule } from '../pipeline/pipeline.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { CorrectionChecks } from './correction.checks.js';
import { CorrectionService } from './correction.service.js';

/** Corrections by responders. */
@Module({
  imports: [ConversationsModule, PipelineModule, KeyphrasesModule, VocabularyModule, TaxonomyModule],
  providers: [CorrectionChecks, CorrectionService],
  exports: [CorrectionService],
})
export class CorrectionsModule {}
