import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The wordings nearest to a topic by an index (HNSW; Malkov and Yashunin 2018), for vectors of 512 dimensions, as the
 * bundled embedder gives them: of 20,000 a few hundred are compared. Wordings that were merged by their vectors are not looked
 * for, and would take the place of those that are.
 */
export class VocabularyNearest1765500000000 implements MigrationInterface {
  name = 'VocabularyNearest1765500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX vocabulary_nearest ON vocabulary USING hnsw ((embedding::vector(512)) vector_ip_ops)
       WHERE vector_dims(embedding) = 512 AND NOT by_rule`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX vocabulary_nearest');
  }
}
