import type { DataSource } from 'typeorm';
import { lockMeanings } from './vocabulary.locks.js';

/** Hours that a wording stays after it was resolved: by then the keyphrase that it was resolved for is long written. */
const KEPT_HOURS = 48;

/**
 * Deletes the wordings that no conversation holds any more, with the changes that people made of them: their words
 * came from those conversations. A phrase of the concept bank stays, and so does what a wording that stays leads to.
 * @returns how many wordings
 */
export function deleteUnusedWordings(database: DataSource): Promise<number> {
  return database.transaction(async (manager) => {
    // Nobody adds, merges, marks as resolved or writes keyphrases meanwhile.
    await lockMeanings(manager);
    const gone: { id: number }[] = await manager.query(
      `WITH RECURSIVE staying (id) AS (
         SELECT id FROM vocabulary v
         WHERE concept IS NOT NULL OR resolved_at > now() - make_interval(hours => $1)
           OR EXISTS (SELECT FROM keyphrase k WHERE k.wording_id = v.id)
         UNION
         SELECT v.merged_into FROM vocabulary v JOIN staying USING (id) WHERE v.merged_into IS NOT NULL)
       SELECT id FROM vocabulary EXCEPT SELECT id FROM staying`,
      [KEPT_HOURS],
    );
    const ids = gone.map(({ id }) => id);
    await manager.query(
      'DELETE FROM vocabulary_change WHERE wording_id = ANY($1) OR before = ANY($1) OR after = ANY($1)',
      [ids],
    );
    await manager.query('DELETE FROM vocabulary WHERE id = ANY($1)', [ids]);
    return ids.length;
  });
}
