import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a key may do; every role is granted its operations one by one, and nothing else. */
export const roles = ['ingest', 'responder', 'analyst', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A bearer key. The key itself is shown once, when it is made; only its hash is stored. */
@Entity('access_key')
export class AccessKeyEntity {
  /** SHA-256 of the key, in hexadecimal: keys are 256 random bits, so a slow hash would add nothing. */
  @PrimaryColumn('text')
  hash!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
