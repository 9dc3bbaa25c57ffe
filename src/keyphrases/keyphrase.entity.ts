import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Source } from '../classification/conversation.label.entity.js';
import { ConversationEntity } from '../conversations/conversation.entity.js';
import type { Span } from '../conversations/conversation.types.js';
import { VocabularyEntity } from './vocabulary.entity.js';

/** A keyphrase of a conversation, in its own surface form, tied to its meaning in the vocabulary. */
@Entity('keyphrase')
@Index('keyphrase_vocabulary', ['vocabularyId', 'startedAt', 'conversationId'])
@Index('keyphrase_outside', ['startedAt'], { where: 'NOT in_taxonomy' })
@Index('keyphrase_wording', ['wordingId'])
export class KeyphraseEntity {
  @PrimaryColumn('text', { name: 'conversation_id' })
  conversationId!: string;

  /** 0 is the most telling. */
  @PrimaryColumn('int')
  rank!: number;

  @Column('text')
  text!: string;

  /** Its meaning, `meaning_of(wording_id)`: what is counted and found. */
  @Column('int', { name: 'vocabulary_id' })
  vocabularyId!: number;

  /** Its own canonical wording, which stays the same whatever is merged. */
  @Column('int', { name: 'wording_id' })
  wordingId!: number;

  @Column('boolean', { name: 'in_taxonomy' })
  inTaxonomy!: boolean;

  @Column('jsonb')
  evidence!: Span[];

  @Column('text', { default: 'engine' })
  source!: Source;

  /** When its conversation began; the database fills it in. */
  @Column({ type: 'timestamptz', name: 'started_at', select: false, insert: false, update: false })
  startedAt!: Date;

  /** For whom its conversation counts; the database fills it in. */
  @Column({ type: 'bigint', select: false, insert: false, update: false })
  texter!: string;

  @ManyToOne(() => ConversationEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'conversation_id' })
  conversation!: Relation<ConversationEntity>;

  @ManyToOne(() => VocabularyEntity)
  @JoinColumn({ name: 'vocabulary_id' })
  vocabulary!: Relation<VocabularyEntity>;

  @ManyToOne(() => VocabularyEntity)
  @JoinColumn({ name: 'wording_id' })
  wording!: Relation<VocabularyEntity>;
}
