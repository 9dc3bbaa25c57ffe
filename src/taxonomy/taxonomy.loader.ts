import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { conceptFaults, labelFaults, parentId, type Placed } from './taxonomy.checks.js';
import { FileError } from '../config/file.error.js';
import { YamlFile } from '../config/yaml.file.js';
import { conceptFileSchema, labelFileSchema, manifestSchema } from './taxonomy.schema.js';
import type { Taxonomy } from './taxonomy.types.js';

const ELSEWHERE = 'set TAXONOMY to another directory';

/** The entries of some files, in order, each with its place; faults of single entries are added to the list. */
async function readEntries<T>(
  paths: readonly string[],
  schema: z.ZodType<T[]>,
  faults: string[],
): Promise<Placed<T>[]> {
  const files = await Promise.all(paths.map((path) => YamlFile.read(path, ELSEWHERE)));
  return files.flatMap((file) =>
    (file.parse(schema, faults) ?? []).map((entry, index) => ({ entry, file, index })),
  );
}

/** The YAML files of a folder, in the order of their names. */
async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.yaml')).toSorted();
  if (files.length === 0) throw new FileError([`${folder}: holds no .yaml file: add one`]);
  return files.map((name) => join(folder, name));
}

/** The order names each file of labels/ exactly once. */
async function orderFaults(folder: string, order: readonly string[], manifest: YamlFile): Promise<string[]> {
  const present = (await yamlFiles(folder)).map((path) => basename(path, '.yaml'));
  const missing = present
    .filter((id) => !order.includes(id))
    .map((id) => manifest.fault(['order'], `lacks ${id}, which has a file in labels/: add it`));
  const wrong = order.flatMap((id, index) => {
    const fault = (message: string) => [manifest.fault(['order', index], message)];
    if (!present.includes(id))
      return fault(`names ${id}, which has no file labels/${id}.yaml: add it or remove the name`);
    return order.indexOf(id) < index ? fault(`names ${id} twice: remove one`) : [];
  });
  return [...missing, ...wrong];
}

function throwIfAny([first, ...rest]: readonly string[]): void {
  if (first !== undefined) throw new FileError([first, ...rest]);
}

/**
 * Reads and checks a taxonomy: `taxonomy.yaml`, `labels/<top-level id>.yaml` and `concepts/*.yaml`.
 * @throws FileError every fault found, each a line that names the file, entry, field and remedy
 */
export async function loadTaxonomy(directory: string): Promise<Taxonomy> {
  const faults: string[] = [];
  const manifestFile = await YamlFile.read(join(directory, 'taxonomy.yaml'), ELSEWHERE);
  const { version = '', order = [] } = manifestFile.parse(manifestSchema, faults) ?? {};
  throwIfAny(faults);

  const folder = join(directory, 'labels');
  throwIfAny(await orderFaults(folder, order, manifestFile));
  const labelFiles = order.map((id) => join(folder, `${id}.yaml`));
  const labels = await readEntries(labelFiles, labelFileSchema, faults);
  const concepts = await readEntries(await yamlFiles(join(directory, 'concepts')), conceptFileSchema, faults);
  // What stands between entries is checked only once each of them is right: otherwise one slip shows as many.
  throwIfAny(faults);
  throwIfAny([...labelFaults(labels), ...conceptFaults(concepts, labels)]);
  return {
    version,
    labels: labels.map(({ entry }) => ({ ...entry, parent: parentId(entry.id) })),
    concepts: concepts.map(({ entry }) => entry),
  };
}
