import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Topics that analysts keep, with every definition they had, and the samples of conversations judged for them. */
export class SavedTopics1765400000000 implements MigrationInterface {
  name = 'SavedTopics1765400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_topic (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text NOT NULL,
        owner text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE UNIQUE INDEX saved_topic_name ON saved_topic (owner, name)');
    await runner.query(`
      CREATE TABLE saved_topic_version (
        topic_id integer NOT NULL REFERENCES saved_topic (id) ON DELETE CASCADE,
        number integer NOT NULL,
        definition jsonb NOT NULL,
        saved_by text NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (topic_id, number)
      )`);
    await runner.query(`
      CREATE TABLE saved_topic_phrase (
        topic_id integer NOT NULL,
        number integer NOT NULL,
        vocabulary_id integer NOT NULL REFERENCES vocabulary (id) ON DELETE CASCADE,
        similarity double precision NOT NULL,
        PRIMARY KEY (topic_id, number, vocabulary_id),
        FOREIGN KEY (topic_id, number) REFERENCES saved_topic_version (topic_id, number) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX saved_topic_phrase_vocabulary ON saved_topic_phrase (vocabulary_id)');
    await runner.query(`
      CREATE TABLE topic_sample (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        topic_id integer NOT NULL,
        number integer NOT NULL,
        sizes jsonb NOT NULL,
        drawn_by text NOT NULL,
        drawn_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (topic_id, number) REFERENCES saved_topic_version (topic_id, number) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX topic_sample_topic ON topic_sample (topic_id, number, id)');
    await runner.query(`
      CREATE TABLE topic_judgement (
        sample_id integer NOT NULL REFERENCES topic_sample (id) ON DELETE CASCADE,
        place integer NOT NULL,
        conversation_id text NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
        stratum text NOT NULL CONSTRAINT topic_judgement_stratum CHECK (stratum IN ('near', 'far', 'missed')),
        is_about boolean,
        judged_by text,
        judged_at timestamptz,
        PRIMARY KEY (sample_id, place),
        CONSTRAINT topic_judgement_judged CHECK (num_nulls(is_about, judged_by, judged_at) IN (0, 3))
      )`);
    await runner.query('CREATE INDEX topic_judgement_conversation ON topic_judgement (conversation_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'topic_judgement',
      'topic_sample',
      'saved_topic_phrase',
      'saved_topic_version',
      'saved_topic',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
