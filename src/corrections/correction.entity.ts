import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ConversationEntity } from '../conversations/conversation.entity.js';
import type { Provenance, Span } from '../conversations/conversation.types.js';

/** What a responder changed. `before` and `after` are label ids or keyphrases; which are set follows from the kind. */
export type CorrectionKind =
  'label_added' | 'label_removed' | 'keyphrase_added' | 'keyphrase_removed' | 'keyphrase_edited';

/** Why a responder put a keyphrase otherwise; a word and no free text, so that nothing can be told in it. */
export type EditReason = 'inaccurate' | 'too_general' | 'too_narrow' | 'unclear' | 'judging' | 'wording';

/** A responder's correction. It is applied again after every new analysis. */
@Entity('correction')
@Index('correction_conversation', ['conversationId', 'id'])
export class CorrectionEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text', { name: 'conversation_id' })
  conversationId!: string;

  @Column('text')
  kind!: CorrectionKind;

  @Column('text', { nullable: true })
  before!: string | null;

  @Column('text', { nullable: true })
  after!: string | null;

  /** English form of an added or edited keyphrase; null where it is `after` itself. */
  @Column('text', { nullable: true })
  canonical!: string | null;

  @Column('jsonb', { default: '[]' })
  evidence!: Span[];

  /** Of an edited keyphrase, where the responder said so. */
  @Column('text', { nullable: true })
  why!: EditReason | null;

  /** What had made the result that was corrected. */
  @Column('jsonb', { name: 'made_from', nullable: true })
  madeFrom!: Provenance | null;

  /** Name of the key that made it. */
  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date;

  @ManyToOne(() => ConversationEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'conversation_id' })
  conversation!: Relation<ConversationEntity>;
}
