import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A taxonomy as results were made with it, whole, so that any later one can be compared with it. */
@Entity('taxonomy')
export class TaxonomyEntity {
  /** SHA-256 of the content; see taxonomy.snapshot.ts. */
  @PrimaryColumn('text')
  hash!: string;

  @Column('text')
  version!: string;

  /** A `TaxonomySnapshot`. */
  @Column('jsonb')
  body!: unknown;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;
}
