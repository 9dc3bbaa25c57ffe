import { Module } from '@nestjs/common';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { QueueModule } from '../pipeline/queue.module.js';
import { ConversationStore } from './conversation.store.js';
import { IngestionService } from './ingestion.service.js';
import { KeyedHash } from './keyed.hash.js';

/** The record and its ingestion. */
@Module({
  imports: [DeidentificationModule, QueueModule],
  providers: [ConversationStore, IngestionService, KeyedHash],
  exports: [ConversationStore, IngestionService],
})
export class ConversationsModule {}
