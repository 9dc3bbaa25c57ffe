import { Column, Entity, Index, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import type { ReviewReason } from '../classification/classification.types.js';
import { vectorColumn } from '../database/vector.column.js';
import type { Provenance } from './conversation.types.js';
import { MessageEntity } from './message.entity.js';

/**
 * `received`: stored, to be analysed. `processing`: a worker has it until `dueAt`. `ready`: analysed.
 * `failed`: given up, with the reason in `failure`.
 */
export type ConversationStatus = 'received' | 'processing' | 'ready' | 'failed';

/** Survey answers, de-identified: group names such as `ageGroup` to answers such as `14-17`. */
export type Survey = Readonly<Record<string, string>>;

/** One redaction of the stored text: where its placeholder stands, and what kind of thing it was. */
export interface StoredRedaction {
  message: number;
  start: number;
  end: number;
  entity: string;
  recognizer: string;
}

/** A de-identified conversation and the state of its analysis. The row is the truth; the queue only transport. */
@Entity('conversation')
@Index('conversation_due', ['dueAt'], { where: "status IN ('received', 'processing')" })
@Index('conversation_started_at', ['startedAt', 'id'])
@Index('conversation_ready', ['startedAt', 'id'], { where: "status = 'ready'" })
@Index('conversation_unready', ['startedAt', 'id'], { where: "status <> 'ready'" })
@Index('conversation_review', ['startedAt', 'id'], { where: "needs_review <> '{}'" })
@Index('conversation_language', ['language', 'startedAt', 'id'])
@Index('conversation_texter', ['texter'])
export class ConversationEntity {
  /** The caller's id, kept as given. */
  @PrimaryColumn('text')
  id!: string;

  /** HMAC-SHA-256 of the content as it arrived, to tell a repeat from a change. */
  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  /** HMAC-SHA-256 of the texter's id, or null where the caller gave none. */
  @Column('text', { name: 'texter_hash', nullable: true })
  texterHash!: string | null;

  /** For whom it counts, the texter or, where unknown, itself, as eight bytes of a hash that the database keeps. */
  @Column({ type: 'bigint', select: false, insert: false, update: false })
  texter!: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text')
  language!: string;

  @Column('text', { array: true, default: '{}' })
  tags!: string[];

  @Column('jsonb', { nullable: true })
  survey!: Survey | null;

  @Column('jsonb', { default: '[]' })
  redactions!: StoredRedaction[];

  @Column('text', { default: 'received' })
  status!: ConversationStatus;

  /** How often a worker has claimed it. */
  @Column('int', { default: 0 })
  attempts!: number;

  /** From when a worker may claim it: the end of another's lease, or of a pause after a failed attempt. */
  @Column('timestamptz', { name: 'due_at', default: () => 'now()' })
  dueAt!: Date;

  /** Named reason of the last failed attempt, never a message that could hold text. */
  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('timestamptz', { name: 'received_at', default: () => 'now()' })
  receivedAt!: Date;

  @Column('timestamptz', { name: 'analysed_at', nullable: true })
  analysedAt!: Date | null;

  @Column('text', { nullable: true })
  summary!: string | null;

  @Column('text', { name: 'needs_review', array: true, default: '{}' })
  needsReview!: ReviewReason[];

  @Column('jsonb', { nullable: true })
  provenance!: Provenance | null;

  /** Hash of the taxonomy that the analysis was made with; null before the first, and for results of old. */
  @Column('text', { name: 'made_with', nullable: true })
  madeWith!: string | null;

  /** Hash of the latest taxonomy that was found not to touch the result. */
  @Column('text', { name: 'holds_for', nullable: true })
  holdsFor!: string | null;

  /** What analysed it, as `EngineService` names it. */
  @Column('text', { nullable: true })
  engine!: string | null;

  /** The engine's score of every label, in the order of the taxonomy `madeWith`. */
  @Column('real', { array: true, nullable: true, select: false })
  scores!: number[] | null;

  /** Mean embedding of what the texter came with. */
  @Column('vector', { nullable: true, transformer: vectorColumn, select: false })
  embedding!: Float32Array | null;

  /** Which embedder made `embedding`. */
  @Column('text', { nullable: true })
  embedder!: string | null;

  /** For full text search: keyphrases at weight A, the texter's words at weight C. */
  @Column('tsvector', { nullable: true, select: false })
  words!: string | null;

  @OneToMany(() => MessageEntity, (message) => message.conversation)
  messages!: Relation<MessageEntity[]>;
}
