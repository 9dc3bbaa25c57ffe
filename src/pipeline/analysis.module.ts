import { Module } from '@nestjs/common';
import { ClassificationModule } from '../classification/classification.module.js';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { KeyphrasesModule } from '../keyphrases/keyphrases.module.js';
import { SummariesModule } from '../summaries/summaries.module.js';
import { AnalysisService } from './analysis.service.js';
import { PresentingIssueService } from './presenting.issue.service.js';

/** Analysis in memory, without a database: all that `keyline analyze` needs. */
@Module({
  imports: [ClassificationModule, KeyphrasesModule, SummariesModule, EmbeddingsModule],
  providers: [AnalysisService, PresentingIssueService],
  exports: [AnalysisService, PresentingIssueService],
})
export class AnalysisModule {}
