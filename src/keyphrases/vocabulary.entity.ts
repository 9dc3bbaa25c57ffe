import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { vectorColumn } from '../database/vector.column.js';

/**
 * A wording of the keyphrase vocabulary. One that is merged into none is a meaning, under which all the wordings that
 * lead to it meet; SQL's `meaning_of(id)` follows them there.
 */
@Entity('vocabulary')
@Index('vocabulary_phrase', ['phrase'], { unique: true })
@Index('vocabulary_merged_into', ['mergedInto'], { where: 'merged_into IS NOT NULL' })
@Index('vocabulary_concept', ['concept'], { unique: true, where: 'concept IS NOT NULL' })
export class VocabularyEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id!: number;

  /** Canonical English form. */
  @Column('text')
  phrase!: string;

  /** The concept of the bank it stands for, or null where conversations brought it. */
  @Column('text', { nullable: true })
  concept!: string | null;

  @Column('boolean', { name: 'in_taxonomy' })
  inTaxonomy!: boolean;

  /** Speaks of suicide, self-harm or abuse: never merged into a wording that does not. */
  @Column('boolean')
  risk!: boolean;

  @Column('vector', { transformer: vectorColumn, select: false })
  embedding!: Float32Array;

  /** Which embedder made `embedding`. */
  @Column('text')
  embedder!: string;

  /** Of its English words; the database fills them in. */
  @Column({ type: 'text', array: true, select: false, insert: false, update: false })
  stems!: string[];

  /** The wording that it means the same as, or null where it is a meaning of its own. */
  @Column('int', { name: 'merged_into', nullable: true })
  mergedInto!: number | null;

  /** Whether it was merged for its vector; otherwise by a person. */
  @Column('boolean', { name: 'by_rule', default: false })
  byRule!: boolean;

  /** When a keyphrase was last to be written with it, give or take half a day. */
  @Column('timestamptz', { name: 'resolved_at', default: () => 'now()' })
  resolvedAt!: Date;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
