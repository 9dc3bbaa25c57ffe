import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Outcome } from './ledger.types.js';

/** A call of a language model: what it cost and how it ended, nothing of what was asked or answered. */
@Entity('llm_call')
export class LlmCallEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Index('llm_call_at')
  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** With its version: `classify@1`. */
  @Column('text')
  prompt!: string;

  /** As `LLM_MODEL` names it. */
  @Column('text')
  model!: string;

  @Column('text')
  outcome!: Outcome;

  @Column('int', { name: 'prompt_tokens' })
  promptTokens!: number;

  @Column('int', { name: 'completion_tokens' })
  completionTokens!: number;

  /** Whether the tokens are estimated, because the server did not count. */
  @Column('boolean')
  estimated!: boolean;

  @Column('int', { name: 'latency_ms' })
  latencyMs!: number;
}
