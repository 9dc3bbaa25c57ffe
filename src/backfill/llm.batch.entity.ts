import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ConversationEntity } from '../conversations/conversation.entity.js';

/**
 * `preparing` while it is being filled and nothing of it has left this machine; `sending` while the endpoint alone knows
 * whether it has it; `submitted` once it is known to; `answered` once its calls are in the ledger.
 */
export type BatchState = 'preparing' | 'sending' | 'submitted' | 'answered';

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

  /** Tells the endpoint and model that it is for from others, as `OpenAiBatches` does; null where nobody noted it. */
  @Column('text', { nullable: true })
  endpoint!: string | null;

  /** Since when the endpoint has not known it, or the file of its answers; null while it does. */
  @Column('timestamptz', { name: 'missing_since', nullable: true })
  missingSince!: Date | null;

  @Column('int', { default: 0 })
  requests!: number;

  /** The one day whose budget the tokens below are set aside from, as YYYY-MM-DD in UTC. */
  @Column('date', { nullable: true })
  day!: string | null;

  @Column('bigint', { name: 'prompt_tokens', default: 0 })
  promptTokens!: string;

  @Column('bigint', { name: 'completion_tokens', default: 0 })
  completionTokens!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Who has it in hand, by a number for each time that anybody takes it up. */
  @Column('uuid', { nullable: true })
  holder!: string | null;

  /** From when another may take it up: the holder moves this on. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;
}

/** A conversation that a batch is about; the row goes when its result is stored, or given up. */
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

  /** How often its answers did not come to a result for reasons of its own. */
  @Column('int', { default: 0 })
  attempts!: number;
}
