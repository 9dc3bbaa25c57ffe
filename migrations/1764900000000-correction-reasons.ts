import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a responder put a keyphrase otherwise, and what had made the result that was corrected. */
export class CorrectionReasons1764900000000 implements MigrationInterface {
  name = 'CorrectionReasons1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE correction ADD COLUMN why text, ADD COLUMN made_from jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE correction DROP COLUMN made_from, DROP COLUMN why');
  }
}
