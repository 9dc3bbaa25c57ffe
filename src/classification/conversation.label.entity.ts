import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ConversationEntity } from '../conversations/conversation.entity.js';
import type { Span } from '../conversations/conversation.types.js';

/** Who says so: an engine, or a responder's correction, which outlives every new analysis. */
export type Source = 'engine' | 'responder';

/** A label that holds for a conversation. */
@Entity('conversation_label')
@Index('conversation_label_label', ['labelId', 'startedAt', 'conversationId'])
export class ConversationLabelEntity {
  @PrimaryColumn('text', { name: 'conversation_id' })
  conversationId!: string;

  @PrimaryColumn('text', { name: 'label_id' })
  labelId!: string;

  @Column('real')
  score!: number;

  @Column('jsonb')
  evidence!: Span[];

  @Column('text', { default: 'engine' })
  source!: Source;

  /** When its conversation began; the database fills it in. */
  @Column({ type: 'timestamptz', name: 'started_at', select: false, insert: false, update: false })
  startedAt!: Date;

  @ManyToOne(() => ConversationEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'conversation_id' })
  conversation!: Relation<ConversationEntity>;
}
