import { inSteps } from '../../topics/small.groups.js';
import { type Bootstrap, percentileInterval } from './bootstrap.js';
import type { GroupEvaluation, GroupFigure } from './evaluation.types.js';
import { type Cell, figureCells, isLessBetter } from './figures.js';
import type { LabelRecords } from './records.js';
import { asMeasured, type Replicated, replicate } from './replicates.js';
import { blockSums, SumLayout } from './sums.js';
import { groupSizes, mayTell, sizesOf, type Sizes, withheld } from './withheld.js';

/** What the groups of one survey question are told with. */
export interface GroupsOptions {
  bootstrap: Bootstrap;
  /** The smallest group that may be told of, in distinct texters. */
  minGroup: number;
  blocks: { count: number; blockOf: Uint16Array };
}

/**
 * Every figure by survey group, with its gaps. All groups share the resamples, so that a gap's interval knows that
 * the group is part of the whole and that texters may be in two groups.
 * @param grouping which of the records' groupings
 */
export function groupEvaluation(
  records: LabelRecords,
  grouping: number,
  { bootstrap, minGroup, blocks }: GroupsOptions,
): GroupEvaluation {
  const names = records.groups(grouping);
  const groupOf = (record: number) => records.group(record, grouping);
  const texters = groupSizes(records, groupOf, names.length);
  const hidden = withheld(texters, minGroup);
  const shown = [...names.keys()].filter((group) => !hidden[group]);
  const { cells, tellable, macro } = tellableCells(records, groupOf, hidden, minGroup);
  const layout = new SumLayout(records.labels, []);
  const measure = (members: Uint32Array) =>
    replicate(blockSums(records, layout, members, blocks), layout, cells, bootstrap);
  const everyone = Uint32Array.from({ length: records.size }, (_, record) => record);
  const overall = measure(everyone);
  const groups = new Map(
    shown.map((group) => [group, measure(everyone.filter((record) => groupOf(record) === group))]),
  );
  const bests = cells.map((cell, index) => bestOf(cell, index, groups, tellable[index]!));
  return {
    by: records.groupings[grouping]!,
    macroLabels: macro.map((label) => records.labels[label]!.id),
    withheld: names.filter((_, group) => hidden[group]).sort(),
    groups: [...groups]
      .map(([group, replicated]) => ({
        name: names[group]!,
        texters: inSteps(texters[group]!, minGroup)!,
        figures: cells.flatMap((cell, index) => {
          if (!tellable[index]![group]) return [];
          return [figureOf(cell, index, replicated, overall, groups.get(bests[index] ?? -1))];
        }),
      }))
      .sort((a, b) => b.texters - a.texters || (a.name < b.name ? -1 : 1)),
  };
}

/**
 * The cells, and of which group each may be told. Means are taken over the labels that may be told of every group:
 * only then are they of the same labels for all, and they say nothing of a label that is withheld.
 */
function tellableCells(
  records: LabelRecords,
  groupOf: (record: number) => number,
  hidden: readonly boolean[],
  minGroup: number,
): { cells: Cell[]; tellable: boolean[][]; macro: number[] } {
  const known = new Map<string, Sizes>();
  const sizes = (cell: Pick<Cell, 'labels'>) => {
    const key = cell.labels.join();
    const found = known.get(key) ?? sizesOf(cell, records, groupOf, hidden.length);
    known.set(key, found);
    return found;
  };
  const tell = (cell: Pick<Cell, 'basis' | 'labels'>) => mayTell(cell.basis, sizes(cell), minGroup, hidden);
  const isCommon = (label: number) =>
    (['givenAndFound', 'givenAndNot'] as const).every((basis) =>
      tell({ basis, labels: [label] }).every((may, group) => may || hidden[group]!),
    );
  const macro = hidden.every(Boolean) ? [] : [...records.labels.keys()].filter(isCommon);
  const isMean = ({ row, figure }: Cell) => row === 'macro' || figure === 'macroF1';
  const cells = figureCells(records.labels, macro).filter((cell) => cell.figure !== 'macroF1');
  const tellable = cells.map((cell) => (isMean(cell) ? hidden.map((is) => !is) : tell(cell)));
  return { cells, tellable, macro };
}

/** The group with the best figure of those told, of equals the first; undefined where none has it. */
function bestOf(
  cell: Cell,
  index: number,
  groups: ReadonlyMap<number, Replicated>,
  tellable: readonly boolean[],
): number | undefined {
  const sign = isLessBetter(cell) ? -1 : 1;
  return [...groups]
    .filter(([group, { values }]) => tellable[group] && !Number.isNaN(values[index]))
    .sort(([, a], [, b]) => sign * (b.values[index]! - a.values[index]!))[0]?.[0];
}

function figureOf(
  { row, figure }: Cell,
  index: number,
  group: Replicated,
  overall: Replicated,
  best: Replicated | undefined,
): GroupFigure {
  return {
    row,
    figure,
    ...asMeasured(group.values[index]!, group.replicates[index]!),
    gapToOverall: gap(group, overall, index),
    gapToBest: best && best !== group ? gap(group, best, index) : null,
  };
}

/** How far one figure is above another, in the same resamples. */
function gap(group: Replicated, other: Replicated, index: number) {
  const value = group.values[index]! - other.values[index]!;
  if (Number.isNaN(value)) return null;
  const apart = group.replicates[index]!.map(
    (figure, resample) => figure - other.replicates[index]![resample]!,
  );
  return { value, interval: percentileInterval(apart) };
}
