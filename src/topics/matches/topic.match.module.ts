import { Module } from '@nestjs/common';
import { DeidentificationModule } from '../../deidentification/deidentification.module.js';
import { DeidentificationService } from '../../deidentification/deidentification.service.js';
import { EmbeddingsModule } from '../../embeddings/embeddings.module.js';
import { LlmModule } from '../../llm/llm.module.js';
import { LLM, type LlmService } from '../../llm/llm.service.js';
import { TaxonomyModule } from '../../taxonomy/taxonomy.module.js';
import { TopicsModule } from '../topics.module.js';
import { PhraseProposer } from './phrase.proposer.js';
import { TopicMatchService } from './topic.match.service.js';

/** What a topic is matched against. A module of its own, so that a search needs no model. */
@Module({
  imports: [TopicsModule, TaxonomyModule, EmbeddingsModule, DeidentificationModule, LlmModule],
  providers: [
    TopicMatchService,
    {
      provide: PhraseProposer,
      useFactory: (llm: LlmService | null, deidentification: DeidentificationService) =>
        llm && new PhraseProposer(llm, deidentification),
      inject: [LLM, DeidentificationService],
    },
  ],
  exports: [TopicMatchService],
})
export class TopicMatchModule {}
