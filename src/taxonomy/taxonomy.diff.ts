import type { Concept, Label, Taxonomy } from './taxonomy.types.js';
import { adviseVersion, type VersionAdvice } from './taxonomy.version.js';

/** What of a label or of a concept is compared. */
export const LABEL_FIELDS = [
  'name',
  'definition',
  'counts',
  'excludes',
  'risk',
  'threshold',
  'exemplars',
  'cues',
] as const;
export const CONCEPT_FIELDS = ['phrase', 'fr', 'labels', 'risk', 'exemplars', 'cues'] as const;

/** How one field differs: what it held and holds, a single value as a list of one. */
export interface FieldChange<Field extends string> {
  field: Field;
  removed: string[];
  added: string[];
  /** The same items stand in another order. */
  reordered: boolean;
}

/** How one label or concept differs. A label that was renamed may have changed besides. */
export type EntryChange<Field extends string> =
  | { kind: 'added' | 'removed'; id: string }
  | { kind: 'renamed'; id: string; was: string }
  | { kind: 'changed'; id: string; fields: FieldChange<Field>[] };

export type LabelField = (typeof LABEL_FIELDS)[number];
export type ConceptField = (typeof CONCEPT_FIELDS)[number];

/** What sets two versions of a taxonomy apart. */
export interface TaxonomyDiff {
  labels: EntryChange<LabelField>[];
  concepts: EntryChange<ConceptField>[];
  /** Whether what both have stands in another order, which decides between equals. */
  reordered: { labels: boolean; concepts: boolean };
  version: VersionAdvice;
}

/** Compares two versions of a taxonomy. A label is renamed, or moved, where the new one names its earlier id. */
export function diffTaxonomies(before: Taxonomy, after: Taxonomy): TaxonomyDiff {
  const renames = renamesOf(before, after);
  const present = (id: string) => renames.get(id) ?? id;
  const oldLabels = before.labels.map((label) => ({ ...label, id: present(label.id) }));
  const renamed = [...renames].map(([was, id]) => ({ kind: 'renamed', id, was }) as const);
  const labels = [...renamed, ...entryChanges(oldLabels, after.labels, LABEL_FIELDS, labelLines)];
  const oldConcepts = before.concepts.map((concept) => ({ ...concept, labels: concept.labels.map(present) }));
  const concepts = entryChanges(oldConcepts, after.concepts, CONCEPT_FIELDS, conceptLines);
  const reordered = {
    labels: isReordered(oldLabels, after.labels),
    concepts: isReordered(oldConcepts, after.concepts),
  };
  const version = adviseVersion(before.version, after.version, { labels, concepts, reordered });
  return { labels, concepts, reordered, version };
}

/** Ids of the earlier version that the later one has given up for others, each with the later one. */
export function renamesOf(before: Taxonomy, after: Taxonomy): Map<string, string> {
  const ids = new Set(before.labels.map(({ id }) => id));
  return new Map(
    after.labels.flatMap(({ id, was }) =>
      was.filter((former) => ids.has(former) && !ids.has(id)).map((former) => [former, id] as const),
    ),
  );
}

function entryChanges<Entry extends { id: string }, Field extends string>(
  before: readonly Entry[],
  after: readonly Entry[],
  fields: readonly Field[],
  linesOf: (entry: Entry, field: Field) => string[],
): EntryChange<Field>[] {
  const earlier = new Map(before.map((entry) => [entry.id, entry]));
  const ids = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !ids.has(id)).map(({ id }) => ({ kind: 'removed', id }) as const);
  const rest = after.flatMap((entry): EntryChange<Field>[] => {
    const old = earlier.get(entry.id);
    if (!old) return [{ kind: 'added', id: entry.id }];
    const changed = fields.flatMap((field) => fieldChange(field, linesOf(old, field), linesOf(entry, field)));
    return changed.length > 0 ? [{ kind: 'changed', id: entry.id, fields: changed }] : [];
  });
  return [...gone, ...rest];
}

function fieldChange<Field extends string>(
  field: Field,
  before: readonly string[],
  after: readonly string[],
): FieldChange<Field>[] {
  const removed = without(before, after);
  const added = without(after, before);
  const reordered = without(before, removed).join('\0') !== without(after, added).join('\0');
  return removed.length + added.length > 0 || reordered ? [{ field, removed, added, reordered }] : [];
}

/** What one list holds beyond another, each item as often as it is more. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return list.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}

function isReordered(before: readonly { id: string }[], after: readonly { id: string }[]): boolean {
  const [earlier, later] = [before, after].map((entries) => entries.map(({ id }) => id));
  const common = (ids: string[], others: string[]) => ids.filter((id) => others.includes(id)).join('\0');
  return common(earlier!, later!) !== common(later!, earlier!);
}

/** A cue as a line, which says all that matters of it. */
export const cueLine = (language: string, { source }: RegExp, weight?: number): string =>
  weight === undefined ? `${language}: ${source}` : `${language}: ${source} (${weight})`;

const inBoth = <Item>(
  lists: Readonly<Record<'en' | 'fr', readonly Item[]>>,
  line: (language: string, item: Item) => string,
) => (['en', 'fr'] as const).flatMap((language) => lists[language].map((item) => line(language, item)));
const exemplarLines = ({ exemplars }: Label | Concept) =>
  inBoth(exemplars, (language, text) => `${language}: ${text}`);

function labelLines(label: Label, field: LabelField): string[] {
  if (field === 'exemplars') return exemplarLines(label);
  if (field === 'cues')
    return inBoth(label.cues, (language, { pattern, weight }) => cueLine(language, pattern, weight));
  return [label[field]].flat().map(String);
}

function conceptLines(concept: Concept, field: ConceptField): string[] {
  if (field === 'exemplars') return exemplarLines(concept);
  if (field === 'cues') return inBoth(concept.cues, (language, cue) => cueLine(language, cue));
  return [concept[field]].flat().map(String);
}
