import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ConversationEntity } from './conversation.entity.js';
import type { Sender } from './conversation.types.js';

/** A de-identified message. */
@Entity('message')
export class MessageEntity {
  @PrimaryColumn('text', { name: 'conversation_id' })
  conversationId!: string;

  @PrimaryColumn('int')
  position!: number;

  @Column('text')
  sender!: Sender;

  @Column('timestamptz', { nullable: true })
  at!: Date | null;

  @Column('text')
  text!: string;

  @ManyToOne(() => ConversationEntity, (conversation) => conversation.messages, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'conversation_id' })
  conversation!: Relation<ConversationEntity>;
}
