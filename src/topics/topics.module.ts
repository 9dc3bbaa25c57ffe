import { Module } from '@nestjs/common';
import { ExemplarIndex } from '../classification/exemplars.js';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { LabelFit } from './label.fit.js';
import { PhraseVectors } from './phrase.vectors.js';
import { SavedTopicService } from './saved/saved.topic.service.js';
import { SavedTopicStore } from './saved/saved.topic.store.js';
import { TopicSampleService } from './saved/topic.sample.service.js';
import { TopicSampleStore } from './saved/topic.sample.store.js';
import { TopicTrendService } from './saved/topic.trend.service.js';
import { ThemeNames } from './theme.names.js';
import { ThemeService } from './theme.service.js';
import { ThemeStore } from './theme.store.js';
import { TopicCountService } from './topic.count.service.js';
import { TopicCountStore } from './topic.count.store.js';
import { TopicSearchService } from './topic.search.service.js';
import { TopicStore } from './topic.store.js';
import { TopicUnderstanding } from './topic.understanding.js';
import { WordingStore } from './wording.store.js';

/** Retrieval by topic, topics that are kept, and themes outside the taxonomy. */
@Module({
  imports: [TaxonomyModule, EmbeddingsModule],
  providers: [
    ExemplarIndex,
    PhraseVectors,
    LabelFit,
    TopicStore,
    WordingStore,
    TopicUnderstanding,
    TopicSearchService,
    TopicCountStore,
    TopicCountService,
    ThemeStore,
    ThemeNames,
    ThemeService,
    SavedTopicStore,
    SavedTopicService,
    TopicSampleStore,
    TopicSampleService,
    TopicTrendService,
  ],
  exports: [
    TopicUnderstanding,
    TopicCountService,
    TopicSearchService,
    ThemeService,
    ThemeStore,
    SavedTopicService,
    TopicSampleService,
    TopicTrendService,
  ],
})
export class TopicsModule {}
