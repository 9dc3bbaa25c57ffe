import type { EntityManager } from 'typeorm';

/** Name the vocabulary's locks to all processes on one database. */
const ADDING = 0x766f6361;
const CHANGING = 0x766f6362;

/** One transaction adds at a time: two that look at once would both miss the other's wording of the same meaning. */
export async function lockAdding(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [ADDING]);
}

/** While keyphrases are written no meaning changes, or they would be stored under one that is none any more. */
export async function holdMeanings(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock_shared($1)', [CHANGING]);
}

/** One transaction changes meanings at a time, and none writes keyphrases meanwhile. */
export async function lockMeanings(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [CHANGING]);
}
