import type { Label } from '../../taxonomy/taxonomy.types.js';
import { BINS, calibrationError } from './calibration.js';
import type { SumLayout, Sums } from './sums.js';

/** Figures of which less is better. */
const LESS_IS_BETTER: ReadonlySet<string> = new Set(['ece', 'brier']);

/** Whose number bounds how far a figure can point at single texters. */
export type Basis = 'judged' | 'given' | 'found' | 'givenAndFound' | 'givenAndNot';

/** One figure of one row, and how it is read off the sums. */
export interface Cell {
  /** `all`, `micro`, `macro`, `risk`, `level 1`, `hierarchical`, a label's id and the like. */
  row: string;
  figure: string;
  basis: Basis;
  /** The labels it is about, by their places. */
  labels: readonly number[];
  /** NaN where there is nothing to divide by. */
  read: (sums: Sums) => number;
}

export const isLessBetter = ({ figure }: Pick<Cell, 'figure'>) => LESS_IS_BETTER.has(figure);

/** How deep a label stands, from 1. */
export const levelOf = ({ id }: Pick<Label, 'id'>) => id.split('.').length;

/**
 * The figures that are told of all conversations and of each group.
 * @param macro the labels over which means are taken, by their places; those without gold conversations are passed over
 */
export function figureCells(labels: readonly Label[], macro = [...labels.keys()]): Cell[] {
  const all = [...labels.keys()];
  const levels = [...new Set(labels.map(levelOf))].sort();
  const ofAll = (figure: string, basis: Basis, read: Cell['read']): Cell => ({
    row: 'all',
    figure,
    basis,
    labels: all,
    read,
  });
  return [
    ofAll('top1', 'given', ({ top1, tagged }) => top1 / tagged),
    ofAll('top3', 'given', ({ top3, tagged }) => top3 / tagged),
    ofAll('exactMatch', 'judged', ({ exact, judged }) => exact / judged),
    ...agreement('micro', all, (sums) => sums.counts(all)),
    ...calibration('micro', all),
    ...meansOf('macro', macro),
    ...agreement(
      'risk',
      among(labels, ({ risk }) => risk),
    ),
    ...levels.flatMap((level) => {
      const row = `level ${level}`;
      const own = among(labels, (label) => levelOf(label) === level);
      const f1 = meansOf(row, own).find(({ figure }) => figure === 'f1')!;
      return [...agreement(row, own), { ...f1, figure: 'macroF1' }];
    }),
    ...agreement('hierarchical', all, ({ whole }) => whole),
    ...labels.flatMap(({ id }, label) => ofLabel(id, label)),
  ];
}

/** How often each label is taken for each sibling. */
export function confusionCells({ pairs, labels }: SumLayout): Cell[] {
  return pairs.map(({ given, found }, pair) => ({
    row: `${labels[given]!.id} > ${labels[found]!.id}`,
    figure: 'share',
    basis: 'given',
    labels: [given],
    read: (sums) => {
      const confusion = sums.confusion(pair);
      return confusion.instead / confusion.given;
    },
  }));
}

/** The share that was right in each bin of scores, over some labels. */
export function reliabilityCells(row: string, labels: readonly number[]): Cell[] {
  return Array.from({ length: BINS }, (_, bin) => ({
    row,
    figure: String(bin),
    basis: 'judged',
    labels,
    read: (sums) => {
      const { right, count } = sums.bins(labels)[bin]!;
      return right / count;
    },
  }));
}

export function among(labels: readonly Label[], is: (label: Label) => boolean): number[] {
  return labels.flatMap((label, index) => (is(label) ? [index] : []));
}

function agreement(
  row: string,
  labels: readonly number[],
  countsOf: (sums: Sums) => ReturnType<Sums['counts']> = (sums) => sums.counts(labels),
): Cell[] {
  const cell = (figure: string, basis: Basis, of: (counts: ReturnType<Sums['counts']>) => number): Cell => ({
    row,
    figure,
    basis,
    labels,
    read: (sums) => of(countsOf(sums)),
  });
  return [
    cell('precision', 'found', ({ both, found }) => both / found),
    cell('recall', 'given', ({ both, given }) => both / given),
    cell('f1', 'givenAndFound', ({ both, given, found }) => (2 * both) / (given + found)),
  ];
}

/** Few who were given a label can be counted from its Brier score, so that both figures rest on them. */
function calibration(row: string, labels: readonly number[]): Cell[] {
  const cell = (figure: string, read: Cell['read']): Cell => ({ row, figure, basis: 'given', labels, read });
  return [
    cell('ece', (sums) => calibrationError(sums.bins(labels)) ?? NaN),
    cell('brier', (sums) => sums.brier(labels)),
  ];
}

function ofLabel(id: string, label: number): Cell[] {
  return [
    ...agreement(id, [label]),
    { row: id, figure: 'auroc', basis: 'givenAndNot', labels: [label], read: (sums) => sums.auroc(label) },
    ...calibration(id, [label]),
  ];
}

/** Means over the labels that have gold conversations. A label that was never found has no precision; it counts as 0. */
function meansOf(row: string, labels: readonly number[]): Cell[] {
  const each = labels.map((label) => ({ label, cells: ofLabel('', label) }));
  return ofLabel(row, 0).map(({ figure, basis }, index) => ({
    row,
    figure,
    basis,
    labels,
    read: (sums) => {
      let sum = 0;
      let count = 0;
      for (const { label, cells } of each) {
        if (sums.counts([label]).given === 0) continue;
        const value = cells[index]!.read(sums);
        if (Number.isNaN(value) && figure === 'auroc') continue;
        sum += Number.isNaN(value) ? 0 : value;
        count++;
      }
      return sum / count;
    },
  }));
}
