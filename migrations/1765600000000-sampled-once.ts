import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No sample holds a conversation twice, as it might where the conversation was analysed anew while the sample was drawn. */
export class SampledOnce1765600000000 implements MigrationInterface {
  name = 'SampledOnce1765600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM topic_judgement later USING topic_judgement first
       WHERE first.sample_id = later.sample_id AND first.conversation_id = later.conversation_id AND first.place < later.place`,
    );
    await runner.query(
      'CREATE UNIQUE INDEX topic_judgement_once ON topic_judgement (sample_id, conversation_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX topic_judgement_once');
  }
}
