import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from '../operations/once.js';
import type { CacheFolder } from '../config/cache.folder.js';
import { compiled, packageRoot } from '../config/paths.js';
import { loadTaxonomy } from './taxonomy.loader.js';
import type { Taxonomy } from './taxonomy.types.js';

/**
 * Loads a taxonomy like {@link loadTaxonomy}, but reads and checks files that have passed the checks of this
 * version of Keyline only once: two of the five seconds of a start would go to them every time.
 * @throws FileError
 */
export async function loadCheckedTaxonomy(directory: string, cache: CacheFolder): Promise<Taxonomy> {
  const key = await contentHash(directory);
  const kept = parsed(await cache.read('taxonomy', key, '.json'));
  if (kept) return kept;
  const taxonomy = await loadTaxonomy(directory);
  await cache.write('taxonomy', key, '.json', JSON.stringify(taxonomy, stored));
  return taxonomy;
}

/** The code that decides what a file's patterns become, and in which form they are kept. */
const CHECKERS = [
  'src/taxonomy/checked.taxonomy.js',
  'src/taxonomy/taxonomy.schema.js',
  'src/config/pattern.check.js',
];

/** Over the names and contents of all YAML files, and over what checks them. */
async function contentHash(directory: string): Promise<string> {
  const names = await readdir(directory, { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith('.yaml')).toSorted();
  const hash = createHash('sha256').update(await readFile(join(packageRoot, 'package.json')));
  for (const checker of CHECKERS) hash.update(await readFile(compiled(checker)));
  for (const name of files) {
    const content = await readFile(join(directory, name));
    hash.update(`\0${name}\0${content.byteLength}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

/** Undefined for a file that is not there, or was cut short by a power failure. */
function parsed(bytes: Buffer | undefined): Taxonomy | undefined {
  try {
    return bytes && revived(JSON.parse(bytes.toString()) as Taxonomy);
  } catch {
    return undefined;
  }
}

/** Each entry's cues are kept as a text of their own, so that a start need not make their thousands of patterns. */
function stored(key: string, value: unknown): unknown {
  return key === 'cues' ? JSON.stringify(value, storedPattern) : value;
}

function revived({ version, labels, concepts }: Taxonomy): Taxonomy {
  return { version, labels: labels.map(withCues), concepts: concepts.map(withCues) };
}

function withCues<Entry extends { cues: unknown }>(entry: Entry): Entry {
  const cues = once((): unknown => JSON.parse(entry.cues as string, revivedPattern));
  return Object.defineProperty({ ...entry }, 'cues', { get: cues, enumerable: true });
}

const PATTERN = '$pattern';

const storedPattern = (_key: string, value: unknown): unknown =>
  value instanceof RegExp ? { [PATTERN]: value.source, flags: value.flags } : value;

const revivedPattern = (_key: string, value: unknown): unknown =>
  isStoredPattern(value) ? new RegExp(value[PATTERN], value.flags) : value;

function isStoredPattern(value: unknown): value is { [PATTERN]: string; flags: string } {
  return typeof value === 'object' && value !== null && PATTERN in value;
}
