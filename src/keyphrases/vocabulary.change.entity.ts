import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What a person changed of the vocabulary: which wording was merged into another, or split from one. */
@Entity('vocabulary_change')
export class VocabularyChangeEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('int', { name: 'wording_id' })
  wordingId!: number;

  /** What it was merged into before, or null. */
  @Column('int', { nullable: true })
  before!: number | null;

  @Column('boolean', { name: 'before_by_rule' })
  beforeByRule!: boolean;

  /** What it is merged into since, or null where it was split. */
  @Column('int', { nullable: true })
  after!: number | null;

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt!: Date | null;
}
