import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A nightly taxonomy report, as it was on its day. */
@Entity('report')
export class ReportEntity {
  /** The last day covered, as YYYY-MM-DD in UTC. */
  @PrimaryColumn('date')
  date!: string;

  /** The report's own structure; see report.types.ts. */
  @Column('jsonb')
  body!: unknown;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
