import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ConversationEntity } from '../conversations/conversation.entity.js';

/** `preparing` until the endpoint has taken it, `answered` once its calls are in the ledger. */
export type BatchState = 'preparing' | 'submitted' | 'answered';

/** A batch of requests at the model's endpoint, without anything of what is asked. Its row goes when all is stored. */
@Entity('llm_batch')
export class LlmBatchEntity {
  /** Ours: it is also in the name of the file and in the batch's metadata, so that both are found again after a crash. */
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' })
  id!: string;

  @Column('text', { default: 'preparing' })
  state!: BatchState;

  /** The endpoint's own id of the batch. */
  @Column('text', { name: 'remote_id', nullable: true })
  remoteId!: string | null;

  @Column('int', { default: 0 })
  requests!: number;

  /** The day whose budget the tokens below are set aside from, as YYYY-MM-DD in UTC. */
  @Column('date', { nullable: true })
  day!: string | null;

  @Column('bigint', { name: 'prompt_tokens', default: 0 })
  promptTokens!: string;

  @Column('bigint', { name: 'completion_tokens', default: 0 })
  completionTokens!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** From when a process may take it up: whoever works on it moves this on. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;
}

/** A conversation that a batch is about; the row goes when its result is stored. */
@Entity('llm_batch_conversation')
export class LlmBatchConversationEntity {
  /** A conversation is in one batch at most. */
  @PrimaryColumn('text', { name: 'conversation_id' })
  conversationId!: string;

  @ManyToOne(() => ConversationEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'conversation_id' })
  conversation!: Relation<ConversationEntity>;

  @Index('llm_batch_conversation_batch')
  @Column('uuid', { name: 'batch_id' })
  batchId!: string;

  @ManyToOne(() => LlmBatchEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'batch_id' })
  batch!: Relation<LlmBatchEntity>;
}
