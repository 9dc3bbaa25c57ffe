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
import { VocabularyEntity } from '../../keyphrases/vocabulary.entity.js';
import type { TopicDefinition } from './saved.topic.types.js';

/** A topic that an analyst keeps. What it asks for is in its versions. */
@Entity('saved_topic')
@Index('saved_topic_name', ['owner', 'name'], { unique: true })
export class SavedTopicEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  name!: string;

  /** Name of the key that saved it first. */
  @Column('text')
  owner!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

/** A definition that a topic has or had. Versions are never changed, so that what was counted by one stays explained. */
@Entity('saved_topic_version')
export class SavedTopicVersionEntity {
  @PrimaryColumn('int', { name: 'topic_id' })
  topicId!: number;

  @ManyToOne(() => SavedTopicEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'topic_id' })
  topic!: Relation<SavedTopicEntity>;

  /** Counts from 1. */
  @PrimaryColumn('int')
  number!: number;

  @Column('jsonb')
  definition!: TopicDefinition;

  /** Name of the key that saved it. */
  @Column('text', { name: 'saved_by' })
  savedBy!: string;

  @Column('timestamptz', { name: 'saved_at', default: () => 'now()' })
  savedAt!: Date;
}

/** A phrase that was near a topic when a version of it was saved. */
@Entity('saved_topic_phrase')
export class SavedTopicPhraseEntity {
  @PrimaryColumn('int', { name: 'topic_id' })
  topicId!: number;

  @PrimaryColumn('int')
  number!: number;

  @ManyToOne(() => SavedTopicVersionEntity, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'topic_id', referencedColumnName: 'topicId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  version!: Relation<SavedTopicVersionEntity>;

  @Index('saved_topic_phrase_vocabulary')
  @PrimaryColumn('int', { name: 'vocabulary_id' })
  vocabularyId!: number;

  @ManyToOne(() => VocabularyEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'vocabulary_id' })
  vocabulary!: Relation<VocabularyEntity>;

  /** To the topic, 0..1. */
  @Column('float8')
  similarity!: number;
}
