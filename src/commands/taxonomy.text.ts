import { REASONS, type Reason } from '../staleness/staleness.types.js';
import type { TouchCounts } from '../staleness/touch.tally.js';
import type { EntryChange, TaxonomyDiff } from '../taxonomy/taxonomy.diff.js';

/** What sets two versions apart, for people to read. */
export function diffText(diff: TaxonomyDiff, touched: TouchCounts | null): string {
  const { version, labels, concepts, reordered } = diff;
  const lines = [
    `${version.from} → ${version.to}: ${versionText(version)}`,
    ...section('labels', labels, reordered.labels),
    ...section('concepts', concepts, reordered.concepts),
    ...(touched ? ['', ...touchedLines(touched)] : []),
  ];
  return lines.join('\n');
}

function versionText({ demanded, raised, enough, lowest }: TaxonomyDiff['version']): string {
  if (demanded === 'none') return 'the same content';
  const done = raised === null ? 'is lowered' : raised === 'none' ? 'stays' : `is raised by a ${raised} step`;
  return enough
    ? `a ${demanded} change; the version ${done}`
    : `a ${demanded} change, but the version ${done}: raise it to ${lowest} or higher`;
}

function section(what: string, changes: readonly EntryChange<string>[], reordered: boolean): string[] {
  if (changes.length === 0 && !reordered) return [];
  return [
    '',
    what,
    ...changes.map((change) => `  ${changeText(change)}`),
    ...(reordered ? ['  reordered'] : []),
  ];
}

function changeText(change: EntryChange<string>): string {
  switch (change.kind) {
    case 'added':
      return `+ ${change.id}`;
    case 'removed':
      return `- ${change.id}`;
    case 'renamed':
      return `→ ${change.id}, was ${change.was}`;
    case 'changed':
      return `~ ${change.id}: ${change.fields.map(fieldText).join(', ')}`;
  }
}

/** A single value with what it was; of a list how many came and went. */
function fieldText({ field, removed, added, reordered }: FieldOf): string {
  if (field === 'threshold' || field === 'risk' || field === 'phrase')
    return `${field} ${removed[0]} → ${added[0]}`;
  const counts = [
    ...(added.length > 0 ? [`+${added.length}`] : []),
    ...(removed.length > 0 ? [`−${removed.length}`] : []),
    ...(reordered ? ['reordered'] : []),
  ];
  return `${field} ${counts.join(' ')}`;
}

type FieldOf = Extract<EntryChange<string>, { kind: 'changed' }>['fields'][number];

function touchedLines({ analysed, touched, reasons, labels }: TouchCounts): string[] {
  const why = (Object.keys(REASONS) as Reason[]).flatMap((reason) =>
    reasons[reason] ? [`  ${reasons[reason]}: ${REASONS[reason]}`] : [],
  );
  const held = labels.map(({ id, texters }) => `  ${id} ${texters}`);
  return [
    `${touched} of ${analysed} analysed conversations are touched`,
    ...why,
    ...(held.length > 0 ? ['by the labels they hold now, in texters, counted in steps', ...held] : []),
    ...(touched > 0
      ? ['Set TAXONOMY to the new one, restart what serves, and run `keyline reindex --stale`.']
      : []),
  ];
}
