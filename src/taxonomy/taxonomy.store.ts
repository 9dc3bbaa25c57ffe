import type { DataSource } from 'typeorm';
import { taxonomyOf } from './taxonomy.snapshot.js';
import type { Taxonomy } from './taxonomy.types.js';

/** The taxonomy that results were made with, by its hash. */
export async function storedTaxonomy(database: DataSource, hash: string): Promise<Taxonomy> {
  const [row]: { body: unknown }[] = await database.query('SELECT body FROM taxonomy WHERE hash = $1', [
    hash,
  ]);
  return taxonomyOf(row?.body);
}
