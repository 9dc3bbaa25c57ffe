import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Batches of requests that wait at the model's endpoint, and the conversations that they are about. */
export class LlmBatches1764600000000 implements MigrationInterface {
  name = 'LlmBatches1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE llm_batch (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        state text NOT NULL DEFAULT 'preparing',
        remote_id text,
        requests int NOT NULL DEFAULT 0,
        day date,
        prompt_tokens bigint NOT NULL DEFAULT 0,
        completion_tokens bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE llm_batch_conversation (
        conversation_id text PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
        batch_id uuid NOT NULL REFERENCES llm_batch ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX llm_batch_conversation_batch ON llm_batch_conversation (batch_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE llm_batch_conversation');
    await runner.query('DROP TABLE llm_batch');
  }
}
