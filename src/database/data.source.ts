import { DataSource } from 'typeorm';
import { Initial1764000000000 } from '../../migrations/1764000000000-initial.js';
import { TaxonomyLifecycle1764400000000 } from '../../migrations/1764400000000-taxonomy-lifecycle.js';
import { LlmLedger1764500000000 } from '../../migrations/1764500000000-llm-ledger.js';
import { LlmBatches1764600000000 } from '../../migrations/1764600000000-llm-batches.js';
import { VocabularyChanges1764800000000 } from '../../migrations/1764800000000-vocabulary-changes.js';
import { CorrectionReasons1764900000000 } from '../../migrations/1764900000000-correction-reasons.js';
import { LlmBatchHolder1765000000000 } from '../../migrations/1765000000000-llm-batch-holder.js';
import { VocabularyUpkeep1765100000000 } from '../../migrations/1765100000000-vocabulary-upkeep.js';
import { SavedTopics1765400000000 } from '../../migrations/1765400000000-saved-topics.js';
import { SampledOnce1765600000000 } from '../../migrations/1765600000000-sampled-once.js';
import { VocabularyNearest1765500000000 } from '../../migrations/1765500000000-vocabulary-nearest.js';
import { ArchiveIndexes1765300000000 } from '../../migrations/1765300000000-archive-indexes.js';
import { AccessKeyEntity } from '../access/access.key.entity.js';
import { LlmBatchConversationEntity, LlmBatchEntity } from '../backfill/llm.batch.entity.js';
import { ConversationLabelEntity } from '../classification/conversation.label.entity.js';
import { ConversationEntity } from '../conversations/conversation.entity.js';
import { MessageEntity } from '../conversations/message.entity.js';
import { CorrectionEntity } from '../corrections/correction.entity.js';
import { KeyphraseEntity } from '../keyphrases/keyphrase.entity.js';
import { VocabularyChangeEntity } from '../keyphrases/vocabulary.change.entity.js';
import { VocabularyEntity } from '../keyphrases/vocabulary.entity.js';
import { LlmCallEntity } from '../llm/ledger/llm.call.entity.js';
import { LlmDayEntity } from '../llm/ledger/llm.day.entity.js';
import { ReportEntity } from '../reports/report.entity.js';
import { TaxonomyEntity } from '../taxonomy/taxonomy.entity.js';
import {
  SavedTopicEntity,
  SavedTopicPhraseEntity,
  SavedTopicVersionEntity,
} from '../topics/saved/saved.topic.entity.js';
import { TopicJudgementEntity, TopicSampleEntity } from '../topics/saved/topic.sample.entity.js';

/** Where the database is: a URL, or the embedded database's socket folder. */
export type DatabaseAddress = { url: string } | { host: string; port: number };

/** A data source that knows every table and every migration, not yet connected. */
export function createDataSource(address: DatabaseAddress): DataSource {
  return new DataSource({
    type: 'postgres',
    ...('url' in address ? address : { ...address, username: 'postgres', database: 'postgres' }),
    entities: [
      ConversationEntity,
      MessageEntity,
      ConversationLabelEntity,
      VocabularyEntity,
      VocabularyChangeEntity,
      KeyphraseEntity,
      CorrectionEntity,
      AccessKeyEntity,
      ReportEntity,
      TaxonomyEntity,
      LlmCallEntity,
      LlmDayEntity,
      LlmBatchEntity,
      LlmBatchConversationEntity,
      SavedTopicEntity,
      SavedTopicVersionEntity,
      SavedTopicPhraseEntity,
      TopicSampleEntity,
      TopicJudgementEntity,
    ],
    migrations: [
      Initial1764000000000,
      TaxonomyLifecycle1764400000000,
      LlmLedger1764500000000,
      LlmBatches1764600000000,
      VocabularyChanges1764800000000,
      CorrectionReasons1764900000000,
      LlmBatchHolder1765000000000,
      VocabularyUpkeep1765100000000,
      SavedTopics1765400000000,
      ArchiveIndexes1765300000000,
      VocabularyNearest1765500000000,
      SampledOnce1765600000000,
    ],
    migrationsTransactionMode: 'each',
    installExtensions: false,
    poolSize: 10,
  });
}
