import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every wording of a meaning keeps a row of its own that points at what it was merged into, so that a merge changes
 * one pointer and can be taken back. Of keyphrases stored before, the wording is no longer known where the vocabulary
 * had found one of the same meaning: they count as worded like that one until they are analysed again.
 */
export class VocabularyChanges1764800000000 implements MigrationInterface {
  name = 'VocabularyChanges1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vocabulary
        ADD COLUMN merged_into integer REFERENCES vocabulary (id)
          CONSTRAINT vocabulary_merged_into_another CHECK (merged_into <> id),
        ADD COLUMN by_rule boolean NOT NULL DEFAULT false`);
    await runner.query(
      'CREATE INDEX vocabulary_merged_into ON vocabulary (merged_into) WHERE merged_into IS NOT NULL',
    );
    await runner.query('ALTER TABLE keyphrase ADD COLUMN wording_id integer REFERENCES vocabulary (id)');
    await runner.query('UPDATE keyphrase SET wording_id = vocabulary_id');
    await runner.query('ALTER TABLE keyphrase ALTER COLUMN wording_id SET NOT NULL');
    await runner.query('CREATE INDEX keyphrase_wording ON keyphrase (wording_id)');
    await runner.query(`
      CREATE FUNCTION meaning_of(wording integer) RETURNS integer LANGUAGE sql STABLE STRICT AS $$
        WITH RECURSIVE up (id, merged_into) AS (
          SELECT id, merged_into FROM vocabulary WHERE id = wording
          UNION
          SELECT v.id, v.merged_into FROM vocabulary v JOIN up ON v.id = up.merged_into)
        SELECT id FROM up WHERE merged_into IS NULL
      $$`);
    await runner.query(`
      CREATE TABLE vocabulary_change (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        wording_id integer NOT NULL REFERENCES vocabulary (id),
        before integer REFERENCES vocabulary (id),
        before_by_rule boolean NOT NULL,
        after integer REFERENCES vocabulary (id),
        made_at timestamptz NOT NULL DEFAULT now(),
        undone_at timestamptz,
        CONSTRAINT vocabulary_change_changes CHECK (before IS DISTINCT FROM after)
      )`);
  }

  /** Keyphrases stay with the meanings they have come to; the wordings that were merged into these go. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vocabulary_change');
    await runner.query('DROP FUNCTION meaning_of(integer)');
    await runner.query('ALTER TABLE keyphrase DROP COLUMN wording_id');
    await runner.query('DELETE FROM vocabulary WHERE merged_into IS NOT NULL');
    await runner.query('ALTER TABLE vocabulary DROP COLUMN by_rule, DROP COLUMN merged_into');
  }
}
