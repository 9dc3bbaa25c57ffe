import { Module } from '@nestjs/common';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { CLASSIFIER } from './classification.types.js';
import { EvaluationService } from './evaluation/evaluation.service.js';
import { ExemplarIndex } from './exemplars.js';
import { LocalClassifier } from './local.classifier.js';
import { ConversationReader } from './reader.js';
import { HeadStore } from './training/head.store.js';
import { TrainingService } from './training/training.service.js';

/** The classifier that `ENGINE` picks, and what trains and measures it. */
@Module({
  imports: [TaxonomyModule, EmbeddingsModule],
  providers: [
    ConversationReader,
    ExemplarIndex,
    LocalClassifier,
    { provide: CLASSIFIER, useExisting: LocalClassifier },
    HeadStore,
    TrainingService,
    EvaluationService,
  ],
  exports: [CLASSIFIER, LocalClassifier, ConversationReader, TrainingService, EvaluationService],
})
export class ClassificationModule {}
