import { Module } from '@nestjs/common';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { VocabularyCuration } from './vocabulary.curation.js';
import { VocabularyList } from './vocabulary.list.js';
import { VocabularyService } from './vocabulary.service.js';

/** The vocabulary's rows; apart from generation, which needs no database. */
@Module({
  imports: [EmbeddingsModule, TaxonomyModule],
  providers: [VocabularyService, VocabularyCuration, VocabularyList],
  exports: [VocabularyService, VocabularyCuration, VocabularyList],
})
export class VocabularyModule {}
