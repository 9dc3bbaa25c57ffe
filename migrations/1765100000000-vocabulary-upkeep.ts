import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A wording's row says when it was last resolved, so that one which no conversation holds any more can go. Vectors
 * lie in the rows themselves, where a page has room for them: the search for the nearest wording reads them all, which
 * is far quicker there than beside the table.
 */
export class VocabularyUpkeep1765100000000 implements MigrationInterface {
  name = 'VocabularyUpkeep1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE vocabulary ADD COLUMN resolved_at timestamptz NOT NULL DEFAULT now()');
    await runner.query('ALTER TABLE vocabulary ALTER COLUMN embedding SET STORAGE MAIN');
    // A vector that is merely set again would stay where it is.
    await runner.query('UPDATE vocabulary SET embedding = embedding::real[]::vector');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE vocabulary ALTER COLUMN embedding SET STORAGE EXTERNAL');
    await runner.query('ALTER TABLE vocabulary DROP COLUMN resolved_at');
  }
}
