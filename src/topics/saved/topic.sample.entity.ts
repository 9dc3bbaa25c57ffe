import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { ConversationEntity } from '../../conversations/conversation.entity.js';
import { SavedTopicVersionEntity } from './saved.topic.entity.js';
import type { Sizes, Stratum } from './saved.topic.types.js';

/** Conversations drawn to judge a version of a topic by. */
@Entity('topic_sample')
@Index('topic_sample_topic', ['topicId', 'number', 'id'])
export class TopicSampleEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('int', { name: 'topic_id' })
  topicId!: number;

  @Column('int')
  number!: number;

  @ManyToOne(() => SavedTopicVersionEntity, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'topic_id', referencedColumnName: 'topicId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  version!: Relation<SavedTopicVersionEntity>;

  @Column('jsonb')
  sizes!: Sizes;

  @Column('text', { name: 'drawn_by' })
  drawnBy!: string;

  @Column('timestamptz', { name: 'drawn_at', default: () => 'now()' })
  drawnAt!: Date;
}

/** A conversation of a sample, and what somebody said of it. */
@Entity('topic_judgement')
@Index('topic_judgement_once', ['sampleId', 'conversationId'], { unique: true })
export class TopicJudgementEntity {
  @PrimaryColumn('int', { name: 'sample_id' })
  sampleId!: number;

  @ManyToOne(() => TopicSampleEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'sample_id' })
  sample!: Relation<TopicSampleEntity>;

  /** In the order to judge in: at random, so that it tells nothing of the stratum. */
  @PrimaryColumn('int')
  place!: number;

  @Index('topic_judgement_conversation')
  @Column('text', { name: 'conversation_id' })
  conversationId!: string;

  @ManyToOne(() => ConversationEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'conversation_id' })
  conversation!: Relation<ConversationEntity>;

  @Column('text')
  stratum!: Stratum;

  /** Null until somebody judges it. */
  @Column('bool', { name: 'is_about', nullable: true })
  isAbout!: boolean | null;

  /** Name of a key. */
  @Column('text', { name: 'judged_by', nullable: true })
  judgedBy!: string | null;

  @Column('timestamptz', { name: 'judged_at', nullable: true })
  judgedAt!: Date | null;
}
