import type { Report } from './report.types.js';

const HEADER = ['date', 'kind', 'id', 'name', 'parent', 'measure', 'value'] as const;

type Cell = string | number | null;

/**
 * The report as tidy CSV (RFC 4180), one value a row: `kind` is `total`, `taxonomy`, `label`, `keyphrase`, `theme`, `trend`
 * or `attention`. A value that may not be told is empty.
 */
export function reportCsv(report: Report): string {
  return [HEADER, ...rowsOf(report)].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/**
 * A cell, quoted where needed. Text that a spreadsheet would run as a formula gets an apostrophe in front
 * (OWASP, CSV injection).
 */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function* rowsOf(report: Report): Generator<Cell[]> {
  const { date } = report;
  for (const [measure, value] of Object.entries(report.texters))
    yield [date, 'total', '', 'All texters', '', measure, value];
  for (const { version, texters } of report.analysedWith)
    yield [date, 'taxonomy', '', version, '', 'texters', texters];
  for (const { id, name, parent, texters, share, keyphrases, comparison, since } of report.labels) {
    if (comparison !== 'same') yield [date, 'label', id, name, parent, comparison, since];
    for (const [measure, value] of Object.entries({ ...texters, share }))
      yield [date, 'label', id, name, parent, measure, value];
    for (const { phrase, texters: count } of keyphrases)
      yield [date, 'keyphrase', '', phrase, id, 'week', count];
  }
  for (const { name, texters, growth, falseDiscovery } of report.themes)
    for (const [measure, value] of Object.entries({ texters, ...growth, falseDiscovery }))
      yield [date, 'theme', '', name, '', measure, value];
  for (const { week, texters, labels } of report.trend) {
    yield [week.to, 'trend', '', 'All texters', '', 'week', texters];
    for (const { id, texters: count } of labels) yield [week.to, 'trend', id, '', '', 'week', count];
  }
  for (const [id, value] of Object.entries(report.attention))
    yield [date, 'attention', id, '', '', 'week', value];
}
