import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../config/paths.js';
import type { Embedder } from '../../embeddings/embedder.types.js';
import type { TaxonomyService } from '../../taxonomy/taxonomy.service.js';

/** Changes with what a row holds or how it is computed. */
const ROWS_VERSION = 1;

/**
 * Names all that the rows of a spool depend on: the same key gives the same rows.
 * @param source what tells the file and its mapping from others; null where that cannot be said
 */
export function spoolKey(
  source: string | null,
  fairBy: string | null,
  { version, labels }: Pick<TaxonomyService, 'version' | 'labels'>,
  { id }: Pick<Embedder, 'id'>,
): string {
  const parts = [source ?? randomUUID(), fairBy, version, labels.map((label) => label.id), id, ROWS_VERSION];
  return createHash('sha256')
    .update(JSON.stringify([...parts, packageVersion()]))
    .digest('hex');
}

function packageVersion(): string {
  const text = readFileSync(join(packageRoot, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
