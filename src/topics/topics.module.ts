import { Module } from '@nestjs/common';
import { ExemplarIndex } from '../classification/exemplars.js';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { LabelFit } from './label.fit.js';
import { PhraseVectors } from './phrase.vectors.js';
import { ThemeNames } from './theme.names.js';
import { ThemeService } from './theme.service.js';
import { ThemeStore } from './theme.store.js';
import { TopicSearchService } from './topic.search.service.js';
import { TopicStore } from './topic.store.js';
import { TopicUnderstanding } from './topic.understanding.js';

/** Retrieval by topic, and themes outside the taxonomy. */
@Module({
  imports: [TaxonomyModule, EmbeddingsModule],
  providers: [
    ExemplarIndex,
    PhraseVectors,
    LabelFit,
    TopicStore,
    TopicUnderstanding,
    TopicSearchService,
    ThemeStore,
    ThemeNames,
    ThemeService,
  ],
  exports: [TopicSearchService, ThemeService, ThemeStore],
})
export class TopicsModule {}
