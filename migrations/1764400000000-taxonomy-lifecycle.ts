import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each result was made with, so that a change of the taxonomy or of the engine tells which results it touches.
 * Results of before hold none of it and count as stale.
 */
export class TaxonomyLifecycle1764400000000 implements MigrationInterface {
  name = 'TaxonomyLifecycle1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE taxonomy (
        hash text PRIMARY KEY,
        version text NOT NULL,
        body jsonb NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      ALTER TABLE conversation
        ADD COLUMN made_with text REFERENCES taxonomy (hash),
        ADD COLUMN holds_for text REFERENCES taxonomy (hash),
        ADD COLUMN engine text,
        ADD COLUMN scores real[]`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE conversation DROP COLUMN scores, DROP COLUMN engine, DROP COLUMN holds_for, DROP COLUMN made_with',
    );
    await runner.query('DROP TABLE taxonomy');
  }
}
