import type { Figures, LabelEvaluation } from './evaluation.types.js';

const HEADS = ['precision', 'recall', 'F1'];

const column = (width: number) => (text: string) => text.padStart(width);

/** An evaluation as lines of plain text, for a terminal. */
export function evaluationTable(evaluation: LabelEvaluation): string {
  const { judged, withoutGold, unknownLabels, top1, top3, micro, macro, risk, labels } = evaluation;
  const width = Math.max('all, by labels'.length, ...labels.map(({ id }) => id.length)) + 2;
  const row = (name: string, gold: string, predicted: string, { precision, recall, f1 }: Figures) =>
    [
      name.padEnd(width),
      gold.padStart(6),
      predicted.padStart(6),
      ...[precision, recall, f1].map(percent),
    ].join('');
  return [
    `conversations with gold labels: ${judged}, without: ${withoutGold}`,
    ...(unknownLabels.length > 0 ? [`not in the taxonomy: ${unknownLabels.join(', ')}`] : []),
    `highest label is right: ${percent(top1).trim()}, one of the three highest: ${percent(top3).trim()}`,
    '',
    'label'.padEnd(width) + ['gold', 'found'].map(column(6)).join('') + HEADS.map(column(10)).join(''),
    ...labels.map((label) => row(label.id, String(label.gold), String(label.predicted), label)),
    '',
    row('risk labels', '', '', risk),
    row('all, by pairs', '', '', micro),
    row('all, by labels', '', '', macro),
  ].join('\n');
}

function percent(share: number | null): string {
  return (share === null ? '–' : share.toFixed(3)).padStart(10);
}
