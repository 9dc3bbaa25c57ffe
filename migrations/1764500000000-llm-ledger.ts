import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls of language models, without their content, and what each day has used of its budget. */
export class LlmLedger1764500000000 implements MigrationInterface {
  name = 'LlmLedger1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE llm_call (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        prompt text NOT NULL,
        model text NOT NULL,
        outcome text NOT NULL,
        prompt_tokens int NOT NULL,
        completion_tokens int NOT NULL,
        estimated boolean NOT NULL,
        latency_ms int NOT NULL
      )`);
    await runner.query('CREATE INDEX llm_call_at ON llm_call (at)');
    await runner.query(`
      CREATE TABLE llm_day (
        day date PRIMARY KEY,
        prompt_tokens bigint NOT NULL,
        completion_tokens bigint NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE llm_day');
    await runner.query('DROP TABLE llm_call');
  }
}
