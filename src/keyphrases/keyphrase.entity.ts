import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Source } from '../classification/conversation.label.entity.js';
import { ConversationEntity } from '../conversations/conversation.entity.js';
import type { Span } from '../conversations/conversation.types.js';
import { VocabularyEntity } from './vocabulary.entity.js';

/** A keyphrase of a conversation, in its own surface form, tied to its meaning in the vocabulary. */
@Entity('keyphrase')
@Index('keyphrase_vocabulary', ['vocabularyId', 'conversationId'])
export class KeyphraseEntity {
  @PrimaryColumn('text', { name: 'conversation_id' })
  conversationId!: string;

  /** 0 is the most telling. */
  @PrimaryColumn('int')
  rank!: number;

  @Column('text')
  text!: string;

  @Column('int', { name: 'vocabulary_id' })
  vocabularyId!: number;

  @Column('boolean', { name: 'in_taxonomy' })
  inTaxonomy!: boolean;

  @Column('jsonb')
  evidence!: Span[];

  @Column('text', { default: 'engine' })
  source!: Source;

  @ManyToOne(() => ConversationEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'conversation_id' })
  conversation!: Relation<ConversationEntity>;

  @ManyToOne(() => VocabularyEntity)
  @JoinColumn({ name: 'vocabulary_id' })
  vocabulary!: Relation<VocabularyEntity>;
}
