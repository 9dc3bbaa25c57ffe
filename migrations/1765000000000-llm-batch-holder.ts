import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose hands a batch is in, which endpoint it went to, since when that knows it no more, and how often its answers
 * did not come to a result. A batch that may have gone out is told from one that was still being filled.
 */
export class LlmBatchHolder1765000000000 implements MigrationInterface {
  name = 'LlmBatchHolder1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE llm_batch
        ADD COLUMN holder uuid, ADD COLUMN endpoint text, ADD COLUMN missing_since timestamptz`);
    await runner.query('ALTER TABLE llm_batch_conversation ADD COLUMN attempts int NOT NULL DEFAULT 0');
    await runner.query(`UPDATE llm_batch SET state = 'sending' WHERE state = 'preparing' AND requests > 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE llm_batch SET state = 'preparing' WHERE state = 'sending'`);
    await runner.query('ALTER TABLE llm_batch_conversation DROP COLUMN attempts');
    await runner.query(
      'ALTER TABLE llm_batch DROP COLUMN missing_since, DROP COLUMN endpoint, DROP COLUMN holder',
    );
  }
}
