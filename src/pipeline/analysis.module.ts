import { Module } from '@nestjs/common';
import { ClassificationModule } from '../classification/classification.module.js';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { LlmModule } from '../llm/llm.module.js';
import { KeyphrasesModule } from '../keyphrases/keyphrases.module.js';
import { SummariesModule } from '../summaries/summaries.module.js';
import { AnalysisService } from './analysis.service.js';
import { EngineService } from './engine.service.js';
import { PresentingIssueService } from './presenting.issue.service.js';

/** Analysis in memory, without a database: all that `keyline analyze` needs. */
@Module({
  imports: [ClassificationModule, KeyphrasesModule, SummariesModule, EmbeddingsModule, LlmModule],
  providers: [AnalysisService, EngineService, PresentingIssueService],
  exports: [AnalysisService, EngineService, PresentingIssueService],
})
export class AnalysisModule {}
