import { Module } from '@nestjs/common';
import { KeyedHash } from '../conversations/keyed.hash.js';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { LlmModule } from '../llm/llm.module.js';
import { LLM, type LlmService } from '../llm/llm.service.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { CLASSIFIER, type Classifier } from './classification.types.js';
import { EvaluationService } from './evaluation/evaluation.service.js';
import { ExemplarIndex } from './exemplars.js';
import { LlmClassifier } from './llm.classifier.js';
import { LocalClassifier } from './local.classifier.js';
import { ReadingModule } from './reading.module.js';
import { HeadStore } from './training/head.store.js';
import { TrainingService } from './training/training.service.js';

/** The classifier that `ENGINE` picks, and what trains and measures it. */
@Module({
  imports: [TaxonomyModule, EmbeddingsModule, ReadingModule, LlmModule],
  providers: [
    ExemplarIndex,
    LocalClassifier,
    {
      provide: CLASSIFIER,
      useFactory: (local: LocalClassifier, llm: LlmService | null, taxonomy: TaxonomyService): Classifier =>
        llm ? new LlmClassifier(local, llm, taxonomy) : local,
      inject: [LocalClassifier, LLM, TaxonomyService],
    },
    HeadStore,
    KeyedHash,
    TrainingService,
    EvaluationService,
  ],
  exports: [CLASSIFIER, LocalClassifier, ReadingModule, TrainingService, EvaluationService],
})
export class ClassificationModule {}
