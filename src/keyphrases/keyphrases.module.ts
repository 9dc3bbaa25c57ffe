import { Module } from '@nestjs/common';
import { ClassificationModule } from '../classification/classification.module.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { LlmModule } from '../llm/llm.module.js';
import { LLM, type LlmService } from '../llm/llm.service.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { KeyphraseSampling } from './evaluation/keyphrase.sampling.js';
import { KeyphraseConstraints } from './keyphrase.constraints.js';
import { KEYPHRASE_GENERATOR, type KeyphraseGenerator } from './keyphrase.types.js';
import { LlmGenerator } from './llm.generator.js';
import { LocalGenerator } from './local.generator.js';

@Module({
  imports: [ClassificationModule, DeidentificationModule, EmbeddingsModule, LlmModule, TaxonomyModule],
  providers: [
    KeyphraseConstraints,
    KeyphraseSampling,
    LocalGenerator,
    {
      provide: KEYPHRASE_GENERATOR,
      useFactory: (
        local: LocalGenerator,
        llm: LlmService | null,
        taxonomy: TaxonomyService,
        constraints: KeyphraseConstraints,
      ): KeyphraseGenerator => (llm ? new LlmGenerator(local, llm, taxonomy, constraints) : local),
      inject: [LocalGenerator, LLM, TaxonomyService, KeyphraseConstraints],
    },
  ],
  exports: [KEYPHRASE_GENERATOR, KeyphraseConstraints, KeyphraseSampling, LocalGenerator],
})
export class KeyphrasesModule {}
