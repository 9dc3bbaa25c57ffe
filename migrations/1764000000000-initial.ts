import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of conversations, their analysis, the keyphrase vocabulary, corrections, keys and reports. */
export class Initial1764000000000 implements MigrationInterface {
  name = 'Initial1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS vector');
    await runner.query(`
      CREATE TABLE conversation (
        id text PRIMARY KEY,
        content_hash text NOT NULL,
        texter_hash text,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        language text NOT NULL,
        tags text[] NOT NULL DEFAULT '{}',
        survey jsonb,
        redactions jsonb NOT NULL DEFAULT '[]',
        status text NOT NULL DEFAULT 'received'
          CONSTRAINT conversation_status CHECK (status IN ('received', 'processing', 'ready', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL DEFAULT now(),
        failure text,
        received_at timestamptz NOT NULL DEFAULT now(),
        analysed_at timestamptz,
        summary text,
        needs_review text[] NOT NULL DEFAULT '{}',
        provenance jsonb,
        embedding vector,
        embedder text,
        words tsvector,
        CONSTRAINT conversation_failure CHECK (status <> 'failed' OR failure IS NOT NULL)
      )`);
    await runner.query(
      `CREATE INDEX conversation_due ON conversation (due_at) WHERE status IN ('received', 'processing')`,
    );
    await runner.query('CREATE INDEX conversation_started_at ON conversation (started_at, id)');
    await runner.query('CREATE INDEX conversation_words ON conversation USING gin (words)');
    await runner.query(`
      CREATE TABLE message (
        conversation_id text NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
        position integer NOT NULL,
        sender text NOT NULL CONSTRAINT message_sender CHECK (sender IN ('texter', 'responder')),
        at timestamptz,
        text text NOT NULL,
        PRIMARY KEY (conversation_id, position)
      )`);
    await runner.query(`
      CREATE TABLE conversation_label (
        conversation_id text NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
        label_id text NOT NULL,
        score real NOT NULL,
        evidence jsonb NOT NULL,
        source text NOT NULL DEFAULT 'engine',
        PRIMARY KEY (conversation_id, label_id)
      )`);
    await runner.query(
      'CREATE INDEX conversation_label_label ON conversation_label (label_id, conversation_id)',
    );
    await runner.query(`
      CREATE TABLE vocabulary (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        phrase text NOT NULL,
        concept text,
        in_taxonomy boolean NOT NULL,
        risk boolean NOT NULL,
        embedding vector NOT NULL,
        embedder text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE UNIQUE INDEX vocabulary_phrase ON vocabulary (phrase)');
    await runner.query(
      'CREATE UNIQUE INDEX vocabulary_concept ON vocabulary (concept) WHERE concept IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE keyphrase (
        conversation_id text NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
        rank integer NOT NULL,
        text text NOT NULL,
        vocabulary_id integer NOT NULL REFERENCES vocabulary (id),
        in_taxonomy boolean NOT NULL,
        evidence jsonb NOT NULL,
        source text NOT NULL DEFAULT 'engine',
        PRIMARY KEY (conversation_id, rank)
      )`);
    await runner.query('CREATE INDEX keyphrase_vocabulary ON keyphrase (vocabulary_id, conversation_id)');
    await runner.query(`
      CREATE TABLE correction (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        conversation_id text NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
        kind text NOT NULL,
        before text,
        after text,
        canonical text,
        evidence jsonb NOT NULL DEFAULT '[]',
        made_by text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX correction_conversation ON correction (conversation_id, id)');
    await runner.query(`
      CREATE TABLE access_key (
        hash text PRIMARY KEY,
        name text NOT NULL,
        role text NOT NULL
          CONSTRAINT access_key_role CHECK (role IN ('ingest', 'responder', 'analyst', 'admin')),
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE report (
        date date PRIMARY KEY,
        body jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  /** The extension stays: other schemas of the same database may use it. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'report',
      'access_key',
      'correction',
      'keyphrase',
      'vocabulary',
      'conversation_label',
      'message',
      'conversation',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
