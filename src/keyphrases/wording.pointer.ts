import type { EntityManager } from 'typeorm';
import { lockMeanings } from './vocabulary.locks.js';

/** SQL for the ids of the wording $1 and of all that are merged into it, one after the other. */
export const UNDER = `WITH RECURSIVE under (id) AS (
  SELECT $1::int
  UNION
  SELECT v.id FROM vocabulary v JOIN under ON v.merged_into = under.id)`;

/**
 * Merges a wording into another, or with null makes it a meaning of its own. What is merged into it comes along, and
 * the keyphrases of all of these follow.
 */
export async function pointTo(
  manager: EntityManager,
  wording: number,
  into: number | null,
  byRule = false,
): Promise<void> {
  await lockMeanings(manager);
  await manager.query('UPDATE vocabulary SET merged_into = $2, by_rule = $3 WHERE id = $1', [
    wording,
    into,
    byRule,
  ]);
  await manager.query(
    `${UNDER} UPDATE keyphrase SET vocabulary_id = meaning_of($1) WHERE wording_id IN (SELECT id FROM under)`,
    [wording],
  );
}
