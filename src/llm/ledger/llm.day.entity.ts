import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a day has used of language models, with what is set aside for calls under way and to come. */
@Entity('llm_day')
export class LlmDayEntity {
  /** As YYYY-MM-DD in UTC. */
  @PrimaryColumn('date')
  day!: string;

  @Column('bigint', { name: 'prompt_tokens' })
  promptTokens!: string;

  @Column('bigint', { name: 'completion_tokens' })
  completionTokens!: string;
}
