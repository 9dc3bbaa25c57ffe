import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { vectorColumn } from '../database/vector.column.js';

/** One meaning of the keyphrase vocabulary, under which all its surface forms meet. */
@Entity('vocabulary')
@Index('vocabulary_phrase', ['phrase'], { unique: true })
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

  /** Speaks of suicide, self-harm or abuse: never merged into a phrase that does not. */
  @Column('boolean')
  risk!: boolean;

  @Column('vector', { transformer: vectorColumn, select: false })
  embedding!: Float32Array;

  /** Which embedder made `embedding`. */
  @Column('text')
  embedder!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
