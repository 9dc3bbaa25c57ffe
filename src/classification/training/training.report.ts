import type { FigureSet, TrainingFigures } from './figures.js';
import type { StoredHead } from './head.js';
import type { Progress } from './spool.js';

const FIGURES = {
  top1: 'top-1',
  top3: 'top-3',
  microF1: 'F1 (pairs)',
  macroF1: 'F1 (labels)',
  riskPrecision: 'risk prec.',
  riskRecall: 'risk recall',
  calibrationError: 'calib. error',
} as const;

/** A trained head in plain text, for a terminal. */
export function trainingReport(head: StoredHead): string {
  const { data, figures, options } = head;
  const folds = data.folds.reduce((sum, rows) => sum + rows, 0);
  return [
    `${data.seen} conversations, ${data.withoutGold} of them without labels; learnt from ${folds}, held out ${data.test} by texter (seed ${options.seed})`,
    '',
    ...labelLines(head),
    '',
    'On the texters held out:',
    ...figureLines(figures, options.fairBy),
  ].join('\n');
}

/** What was passed over in the file, for people to mend. */
export function readingNotes({ unknownTags, unknownLabels }: Progress, map: string | undefined): string[] {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name} (${count})`)
      .join(', ');
  return [
    ...(Object.keys(unknownTags).length > 0
      ? [
          `Tags that ${map} lacks, whose conversations were passed over: ${list(unknownTags)}. Add them to it, with [] for those to ignore.`,
        ]
      : []),
    ...(Object.keys(unknownLabels).length > 0
      ? [`Gold labels that the taxonomy lacks, which count for nothing: ${list(unknownLabels)}.`]
      : []),
  ];
}

function labelLines({ labels, untrained, options }: StoredHead): string[] {
  const trained = Object.entries(labels).map(([id, { positives, threshold, calibration }]) => {
    const reached = threshold.reached.toFixed(3);
    const rule = {
      recall: `found ${reached} of ${threshold.positives} (wanted ${options.riskRecall})`,
      f1: `F1 ${reached} over ${threshold.positives}`,
      taxonomy: `the taxonomy's, for ${threshold.positives} are too few to choose one by (found ${reached})`,
    }[threshold.rule];
    return `  ${id}: ${positives} conversations, ${calibration.method}, holds from ${threshold.value.toFixed(3)}: ${rule}`;
  });
  const left = Object.entries(untrained).map(
    ([id, { positives, needed }]) => `  ${id}: ${positives}, at least ${needed} more needed`,
  );
  return [
    'Trained, with thresholds and what they reach on texters that the round had not seen:',
    ...trained,
    ...(left.length > 0 ? ['Left as they are, for want of conversations:', ...left] : []),
  ];
}

function figureLines({ groups, ...whole }: TrainingFigures, fairBy: string | null): string[] {
  const rows: [name: string, figures: FigureSet][] = [
    ['untrained', whole.untrained],
    ['trained, not calibrated', whole.uncalibrated],
    ...unweightedRow(whole.unweighted),
    ['trained', whole.trained],
  ];
  const groupRows = groups.flatMap(({ group, untrained, unweighted, trained }): typeof rows => [
    [`${group}: untrained`, untrained],
    ...unweightedRow(unweighted, `${group}: `),
    [`${group}: trained`, trained],
  ]);
  const width = Math.max(...[...rows, ...groupRows].map(([name]) => name.length)) + 2;
  const names = Object.keys(FIGURES) as (keyof typeof FIGURES)[];
  const line = ([name, figures]: (typeof rows)[number]) =>
    name.padEnd(width) +
    String(figures.conversations).padStart(7) +
    names.map((each) => (figures[each]?.toFixed(3) ?? '–').padStart(14)).join('');
  return [
    ' '.repeat(width) + 'n'.padStart(7) + names.map((each) => FIGURES[each].padStart(14)).join(''),
    ...rows.map(line),
    ...(fairBy ? ['', groupHead(fairBy, groups.length), ...groupRows.map(line)] : []),
    ...gapLine(groups),
  ];
}

function unweightedRow(figures: FigureSet | null, prefix = ''): [string, FigureSet][] {
  return figures ? [[`${prefix}trained without reweighting`, figures]] : [];
}

function groupHead(fairBy: string, shown: number): string {
  return shown > 0
    ? `By ${fairBy}, groups with texters enough held out:`
    : `By ${fairBy}: no group has texters enough held out for figures of its own.`;
}

/** How far groups lie apart, the best from the worst. */
function gapLine(groups: TrainingFigures['groups']): string[] {
  if (groups.length < 2) return [];
  const gap = (engine: 'untrained' | 'unweighted' | 'trained') => {
    const values = groups.flatMap((each) => each[engine]?.microF1 ?? []);
    return values.length > 1 ? (Math.max(...values) - Math.min(...values)).toFixed(3) : '–';
  };
  return [
    `Gap of F1 (pairs) between groups: untrained ${gap('untrained')}, without reweighting ${gap('unweighted')}, trained ${gap('trained')}`,
  ];
}
