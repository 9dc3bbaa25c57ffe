import type { Interval } from './bootstrap.js';
import type { Confusion, GroupEvaluation, LabelEvaluation } from './evaluation.types.js';
import { listed } from './withheld.js';

/** A table shows so many confusions; JSON holds all. */
const MOST_CONFUSIONS = 15;

const AGREEMENT = ['precision', 'recall', 'f1'] as const;
const SCORES = ['auroc', 'ece', 'brier'] as const;
const HEADS = {
  precision: 'precision',
  recall: 'recall',
  f1: 'F1',
  auroc: 'AUROC',
  ece: 'ECE',
  brier: 'Brier',
};

/** Figures by name with their intervals; what a row lacks is shown as a dash. */
interface Row {
  intervals: Partial<Record<string, Interval | null>>;
}

/** An evaluation as lines of plain text, for a terminal. */
export function evaluationTable(evaluation: LabelEvaluation): string {
  const { micro, macro, risk, levels, hierarchical, labels, bootstrap, bins, confusions, groups } =
    evaluation;
  const width = Math.max('all, with labels above'.length, ...labels.map(({ id }) => id.length)) + 2;
  const cell = bootstrap.resamples > 0 ? 20 : 10;
  const row = (name: string, counts: readonly number[], figures: Row, columns: readonly string[]) =>
    [
      name.padEnd(width),
      ...[0, 1].map((index) => String(counts[index] ?? '').padStart(6)),
      ...columns.map((column) => withInterval(figures, column).padStart(cell)),
    ].join('');
  const heads = (columns: readonly (keyof typeof HEADS)[]) =>
    [
      'label'.padEnd(width),
      ...['gold', 'found'].map((head) => head.padStart(6)),
      ...columns.map((column) => HEADS[column].padStart(cell)),
    ].join('');
  const rows = (columns: readonly (keyof typeof HEADS)[]) => [
    heads(columns),
    ...labels.map((label) => row(label.id, [label.gold, label.predicted], label, columns)),
    '',
  ];
  return [
    ...preface(evaluation),
    '',
    ...rows(AGREEMENT),
    row('risk labels', [], risk, AGREEMENT),
    row('all, by pairs', [], micro, AGREEMENT),
    row('all, by labels', [], macro, AGREEMENT),
    ...levels.map((level) => row(`level ${level.level}, by pairs`, [], level, AGREEMENT)),
    ...levels.map((level) =>
      row(`level ${level.level}, by labels`, [], { ...level, ...onlyF1(level) }, AGREEMENT),
    ),
    row('all, with labels above', [], hierarchical, AGREEMENT),
    '',
    `calibration error (ECE, in ${bins} equal bins) and Brier score: 0 is best; chance adds to ECE, so that its intervals lean upward`,
    ...rows(SCORES),
    row('all, by pairs', [], micro, SCORES),
    row('all, by labels', [], macro, SCORES),
    ...confusionLines(confusions),
    ...groups.flatMap(groupLines),
  ].join('\n');
}

/** The mean of F1 over a level's labels stands in the column of F1. */
function onlyF1({ macroF1, intervals }: LabelEvaluation['levels'][number]) {
  return { precision: null, recall: null, f1: macroF1, intervals: { f1: intervals.macroF1 } };
}

function preface(evaluation: LabelEvaluation): string[] {
  const { judged, withoutGold, withoutParent, texters, unknownLabels, bootstrap } = evaluation;
  const figure = (name: string) => withInterval(evaluation, name);
  return [
    `conversations with gold labels: ${judged}, without: ${withoutGold}; distinct texters: ${texters}`,
    ...(unknownLabels.length > 0 ? [`not in the taxonomy: ${unknownLabels.join(', ')}`] : []),
    ...(withoutParent > 0
      ? [
          `given a label without the one above it: ${withoutParent}; only "all, with labels above" and the exact match add it`,
        ]
      : []),
    ...(bootstrap.resamples > 0
      ? [
          `intervals: 95 %, percentiles of ${bootstrap.resamples} resamples of the texters, seed ${bootstrap.seed}`,
        ]
      : []),
    `highest label is right: ${figure('top1')}, one of the three highest: ${figure('top3')}`,
    `all labels right and none else: ${figure('exactMatch')}`,
  ];
}

function confusionLines(confusions: readonly Confusion[]): string[] {
  if (confusions.length === 0) return [];
  const shown = confusions.slice(0, MOST_CONFUSIONS);
  const width = Math.max(...shown.map(({ given, found }) => given.length + found.length));
  return [
    '',
    `siblings taken for one another, the most frequent of ${confusions.length} pairs`,
    ...shown.map(({ given, found, conversations, of, share, interval }) =>
      [
        `${given} for ${found}`.padEnd(width + 7),
        `${conversations} of ${of}`.padStart(12),
        `${fixed(share)}${between(interval)}`.padStart(20),
      ].join(''),
    ),
  ];
}

function groupLines({ by, withheld, groups, macroLabels }: GroupEvaluation): string[] {
  const names = groups.flatMap(({ figures }) => figures.map(nameOf));
  const width = Math.max(0, ...names.map((name) => name.length)) + 2;
  return [
    '',
    `by ${by}: each figure, less that of all conversations, less that of the group with the best`,
    ...(withheld.length > 0 ? [`withheld, for too few texters or beside those: ${listed(withheld)}`] : []),
    ...(groups.length > 0 ? [`means are over ${macroLabels.length} labels`] : []),
    ...groups.flatMap(({ name, texters, figures }) => [
      '',
      `${name}: ${texters} texters or more`,
      ...figures
        .filter(({ value }) => value !== null)
        .map((figure) =>
          [
            nameOf(figure).padEnd(width),
            `${fixed(figure.value)}${between(figure.interval)}`.padStart(20),
            ...[figure.gapToOverall, figure.gapToBest].map((gap) =>
              (gap ? `${signed(gap.value)}${between(gap.interval, signed)}` : '–').padStart(26),
            ),
          ].join(''),
        ),
    ]),
  ];
}

const nameOf = ({ row, figure }: { row: string; figure: string }) => `${row} ${figure}`;

function withInterval(row: Row, name: string): string {
  const value = Object.entries(row).find(([key]) => key === name)?.[1];
  return `${fixed(typeof value === 'number' ? value : null)}${between(row.intervals[name])}`;
}

function between(interval: Interval | null | undefined, shown = short): string {
  return interval ? ` ${shown(interval[0])} to ${shown(interval[1])}` : '';
}

function fixed(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

function short(value: number): string {
  return value.toFixed(2);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}
