import type { DataSource, EntityManager } from 'typeorm';
import { lockMeanings } from './vocabulary.locks.js';

/** Hours that a wording stays after it was resolved: by then the keyphrase that it was resolved for is long written. */
const KEPT_HOURS = 48;

/**
 * Deletes the wordings that no conversation holds any more, with the changes that people made of them: their words
 * came from those conversations; saved topics name them no more, and follow the meanings that they led to.
 * A phrase of the concept bank stays, and so does what a wording that stays leads to.
 * @returns how many wordings
 */
export async function deleteUnusedWordings(database: DataSource): Promise<number> {
  const deleted = await database.transaction(async (manager) => {
    // Nobody adds, merges, marks as resolved or writes keyphrases meanwhile.
    await lockMeanings(manager);
    const gone: { id: number; phrase: string }[] = await manager.query(
      `WITH RECURSIVE staying (id) AS (
         SELECT id FROM vocabulary v
         WHERE concept IS NOT NULL OR resolved_at > now() - make_interval(hours => $1)
           OR EXISTS (SELECT FROM keyphrase k WHERE k.wording_id = v.id)
         UNION
         SELECT v.merged_into FROM vocabulary v JOIN staying USING (id) WHERE v.merged_into IS NOT NULL)
       SELECT id, phrase FROM vocabulary WHERE id NOT IN (SELECT id FROM staying)`,
      [KEPT_HOURS],
    );
    const ids = gone.map(({ id }) => id);
    await manager.query(
      'DELETE FROM vocabulary_change WHERE wording_id = ANY($1) OR before = ANY($1) OR after = ANY($1)',
      [ids],
    );
    await letGoOfTopics(
      manager,
      ids,
      gone.map(({ phrase }) => phrase),
    );
    await manager.query('DELETE FROM vocabulary WHERE id = ANY($1)', [ids]);
    return ids.length;
  });
  // The embedded database does so by itself never, and the index of vectors would fill up with rows that are no more: each
  // mark of use leaves one.
  await database.query('VACUUM vocabulary');
  return deleted;
}

/** Saved topics go by the meanings in the place of wordings that are to be deleted, and lose what they quote of them. */
async function letGoOfTopics(
  manager: EntityManager,
  ids: readonly number[],
  phrases: readonly string[],
): Promise<void> {
  await manager.query(
    `INSERT INTO saved_topic_phrase (topic_id, number, vocabulary_id, similarity)
     SELECT topic_id, number, meaning, max(similarity)
     FROM saved_topic_phrase CROSS JOIN LATERAL (SELECT meaning_of(vocabulary_id) AS meaning) AS led
     WHERE vocabulary_id = ANY($1) AND meaning <> ALL($1) GROUP BY 1, 2, 3
     ON CONFLICT DO NOTHING`,
    [ids],
  );
  await manager.query(
    `UPDATE saved_topic_version SET definition = definition || jsonb_build_object(
       'include', (definition -> 'include') - $1::text[], 'exclude', (definition -> 'exclude') - $1::text[])
     WHERE definition -> 'include' ?| $1::text[] OR definition -> 'exclude' ?| $1::text[]`,
    [phrases],
  );
}
