import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Makes `keyphrase` and `conversation_label` inverted tables: from a meaning or a label to the conversations that hold
 * it, newest first, out of an index alone. For that each row repeats when its conversation began, which never changes,
 * and a keyphrase repeats whose it is. Writes every row of three tables anew: a minute or two for each 100,000
 * conversations.
 */
export class ArchiveIndexes1765300000000 implements MigrationInterface {
  name = 'ArchiveIndexes1765300000000';

  async up(runner: QueryRunner): Promise<void> {
    // Eight bytes of the hash in place of 64: of a million texters two fall together with a chance of 1 in 10^7.
    await runner.query(
      `ALTER TABLE conversation ADD COLUMN texter bigint NOT NULL
         GENERATED ALWAYS AS (hashtextextended(coalesce(texter_hash, id), 0)) STORED`,
    );
    await runner.query('ALTER TABLE keyphrase ADD COLUMN started_at timestamptz, ADD COLUMN texter bigint');
    await runner.query('ALTER TABLE conversation_label ADD COLUMN started_at timestamptz');
    await runner.query(
      `UPDATE keyphrase k SET started_at = c.started_at, texter = c.texter
       FROM conversation c WHERE c.id = k.conversation_id`,
    );
    await runner.query(
      `UPDATE conversation_label l SET started_at = c.started_at FROM conversation c WHERE c.id = l.conversation_id`,
    );
    await runner.query(
      'ALTER TABLE keyphrase ALTER COLUMN started_at SET NOT NULL, ALTER COLUMN texter SET NOT NULL',
    );
    await runner.query('ALTER TABLE conversation_label ALTER COLUMN started_at SET NOT NULL');
    for (const [table, columns] of [
      ['keyphrase', 'started_at, texter'],
      ['conversation_label', 'started_at'],
    ] as const) {
      const into = columns.replaceAll(/\w+/g, 'NEW.$&');
      await runner.query(`
        CREATE FUNCTION ${table}_of_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          SELECT ${columns} INTO ${into} FROM conversation WHERE id = NEW.conversation_id;
          RETURN NEW;
        END $$`);
      await runner.query(`
        CREATE TRIGGER ${table}_of_conversation BEFORE INSERT ON ${table}
        FOR EACH ROW EXECUTE FUNCTION ${table}_of_conversation()`);
    }
    await runner.query('DROP INDEX keyphrase_vocabulary');
    await runner.query(
      `CREATE INDEX keyphrase_vocabulary ON keyphrase (vocabulary_id, started_at, conversation_id) INCLUDE (rank, texter)`,
    );
    await runner.query(
      `CREATE INDEX keyphrase_outside ON keyphrase (started_at) INCLUDE (vocabulary_id, texter, conversation_id)
       WHERE NOT in_taxonomy`,
    );
    await runner.query('DROP INDEX conversation_label_label');
    await runner.query(
      `CREATE INDEX conversation_label_label ON conversation_label (label_id, started_at, conversation_id) INCLUDE (score)`,
    );
    await runner.query(
      `CREATE INDEX conversation_ready ON conversation (started_at, id) INCLUDE (texter) WHERE status = 'ready'`,
    );
    await runner.query(
      `CREATE INDEX conversation_unready ON conversation (started_at, id) WHERE status <> 'ready'`,
    );
    await runner.query(
      `CREATE INDEX conversation_review ON conversation (started_at, id) WHERE needs_review <> '{}'`,
    );
    await runner.query('CREATE INDEX conversation_language ON conversation (language, started_at, id)');
    await runner.query(
      'CREATE INDEX conversation_survey ON conversation USING gin (survey jsonb_path_ops) WHERE survey IS NOT NULL',
    );
    await runner.query('CREATE INDEX conversation_texter ON conversation (texter)');
    // Stems that need not be made for each search.
    await runner.query(
      `ALTER TABLE vocabulary ADD COLUMN stems text[] NOT NULL
         GENERATED ALWAYS AS (tsvector_to_array(to_tsvector('english', phrase))) STORED`,
    );
    await runner.query('CREATE INDEX vocabulary_stems ON vocabulary USING gin (stems)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE vocabulary DROP COLUMN stems');
    for (const index of ['texter', 'survey', 'language', 'review', 'unready', 'ready'])
      await runner.query(`DROP INDEX conversation_${index}`);
    await runner.query('DROP INDEX keyphrase_outside');
    for (const [table, index, columns] of [
      ['keyphrase', 'keyphrase_vocabulary', 'vocabulary_id, conversation_id'],
      ['conversation_label', 'conversation_label_label', 'label_id, conversation_id'],
    ]) {
      await runner.query(`DROP INDEX ${index}`);
      await runner.query(`CREATE INDEX ${index} ON ${table} (${columns})`);
      await runner.query(`DROP TRIGGER ${table}_of_conversation ON ${table}`);
      await runner.query(`DROP FUNCTION ${table}_of_conversation()`);
    }
    await runner.query('ALTER TABLE conversation_label DROP COLUMN started_at');
    await runner.query('ALTER TABLE keyphrase DROP COLUMN texter, DROP COLUMN started_at');
    await runner.query('ALTER TABLE conversation DROP COLUMN texter');
  }
}
