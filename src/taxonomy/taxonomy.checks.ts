import { basename } from 'node:path';
import type { FieldPath, YamlFile } from '../config/yaml.file.js';
import type { ConceptEntry, LabelEntry } from './taxonomy.schema.js';

/** An entry with the place it stands in, so that its faults name their line. */
export interface Placed<T> {
  entry: T;
  file: YamlFile;
  index: number;
}

/** The id before the last dot, or null for a top-level label. */
export function parentId(id: string): string | null {
  const dot = id.lastIndexOf('.');
  return dot === -1 ? null : id.slice(0, dot);
}

const faultAt = ({ file, index }: Placed<unknown>, field: FieldPath, message: string): string =>
  file.fault([index, ...field], message);

/** A value that may stand only once in the taxonomy. */
interface Claim {
  at: Placed<unknown>;
  field: FieldPath;
  value: string;
}

function repeated(what: string, claims: readonly Claim[]): string[] {
  const first = new Map<string, Claim>();
  return claims.flatMap(({ at, field, value }) => {
    const earlier = first.get(value);
    if (!earlier) {
      first.set(value, { at, field, value });
      return [];
    }
    const place = basename(earlier.at.file.path);
    const line = earlier.at.file.lineOf([earlier.at.index, ...earlier.field]);
    return [faultAt(at, field, `repeats the ${what} of ${place}:${line}: keep it in one place`)];
  });
}

const utterance = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

function exemplarClaims(at: Placed<LabelEntry>): Claim[] {
  return (['en', 'fr'] as const).flatMap((language) =>
    at.entry.exemplars[language].map((value, index) => ({
      at,
      field: ['exemplars', language, index],
      value: utterance(value),
    })),
  );
}

/** Each file belongs to one top-level label: it comes first, and every other label stands under one above it. */
function misplaced(labels: readonly Placed<LabelEntry>[]): string[] {
  const above = new Set<string>();
  return labels.flatMap((at) => {
    const { id } = at.entry;
    const family = basename(at.file.path, '.yaml');
    const parent = parentId(id);
    above.add(id);
    if (at.index === 0 && id !== family)
      return [faultAt(at, ['id'], `stands first in ${family}.yaml: start the file with ${family}`)];
    if (id !== family && !id.startsWith(`${family}.`)) {
      const home = id.split('.')[0] ?? id;
      return [faultAt(at, ['id'], `does not belong under ${family}: move it to labels/${home}.yaml`)];
    }
    if (parent !== null && !above.has(parent))
      return [faultAt(at, ['id'], `has no parent ${parent} above it: add the parent or correct the id`)];
    return [];
  });
}

/** An earlier id leads to one label, and to none that goes by it still. */
function formerFaults(labels: readonly Placed<LabelEntry>[]): string[] {
  const ids = new Set(labels.map(({ entry }) => entry.id));
  const claims = labels.flatMap((at) =>
    at.entry.was.map((value, index): Claim => ({ at, field: ['was', index], value })),
  );
  const present = claims
    .filter(({ value }) => ids.has(value))
    .map(({ at, field }) => faultAt(at, field, 'is a label of this taxonomy still: remove one of the two'));
  return [...present, ...repeated('earlier id', claims)];
}

/** What is wrong between the labels of a taxonomy, one line a fault. */
export function labelFaults(labels: readonly Placed<LabelEntry>[]): string[] {
  return [
    ...misplaced(labels),
    ...formerFaults(labels),
    ...repeated(
      'id',
      labels.map((at) => ({ at, field: ['id'], value: at.entry.id })),
    ),
    ...repeated('exemplar', labels.flatMap(exemplarClaims)),
  ];
}

/** What is wrong between the concepts, or between them and the labels, one line a fault. */
export function conceptFaults(
  concepts: readonly Placed<ConceptEntry>[],
  labels: readonly Placed<LabelEntry>[],
): string[] {
  const ids = new Set(labels.map(({ entry }) => entry.id));
  const names = new Set(
    labels.flatMap(({ entry }) => [entry.name.toLowerCase(), entry.id.replace(/[._]/g, ' ')]),
  );
  const single = concepts.flatMap((at) => {
    const unknown = at.entry.labels.flatMap((id, index) =>
      ids.has(id)
        ? []
        : [faultAt(at, ['labels', index], 'is no label of this taxonomy: correct or remove it')],
    );
    const bare = names.has(at.entry.phrase)
      ? [faultAt(at, ['phrase'], 'is only the name of a label: say something more specific')]
      : [];
    return [...unknown, ...bare];
  });
  return [
    ...single,
    ...repeated(
      'id',
      concepts.map((at) => ({ at, field: ['id'], value: at.entry.id })),
    ),
    ...repeated(
      'phrase',
      concepts.map((at) => ({ at, field: ['phrase'], value: at.entry.phrase })),
    ),
  ];
}
