import { Module } from '@nestjs/common';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { ConversationReader } from './reader.js';

/** The one reader of conversations: the local engine's, and what prunes transcripts for a model. */
@Module({
  imports: [EmbeddingsModule, TaxonomyModule],
  providers: [ConversationReader],
  exports: [ConversationReader],
})
export class ReadingModule {}
