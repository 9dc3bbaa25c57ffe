import type { Gone, RedactionScores } from './redaction.tally.js';

/** Scores as lines of plain text, for a terminal. */
export function redactionTable({ texts, types, regions, all, words }: RedactionScores): string {
  const width = Math.max(...types.map(({ type }) => type.length), 34) + 2;
  const row = (name: string, { spans, gone }: Omit<Gone, 'type'>) =>
    name.padEnd(width) + String(spans).padStart(8) + String(gone).padStart(8) + share(gone, spans);
  const withoutRegions = { spans: all.spans - regions.spans, gone: all.gone - regions.gone };
  return [
    `texts or conversations: ${texts}`,
    '',
    'type'.padEnd(width) + 'spans'.padStart(8) + 'gone'.padStart(8) + 'share'.padStart(9),
    ...types.map((type) => row(type.type, type)),
    '',
    row('all', all),
    ...(regions.spans > 0 ? [row('all but countries and states', withoutRegions)] : []),
    '',
    `other words: ${words.other}, kept: ${words.kept}, share:${share(words.kept, words.other)}`,
  ].join('\n');
}

const share = (part: number, whole: number): string =>
  (whole === 0 ? '–' : (part / whole).toFixed(4)).padStart(9);
