import { type Bootstrap, blocksOf, type Interval } from './bootstrap.js';
import { BINS } from './calibration.js';
import type { Confusion, LabelEvaluation, LabelFigures, ReliabilityBin, Told } from './evaluation.types.js';
import { among, type Cell, confusionCells, figureCells, levelOf, reliabilityCells } from './figures.js';
import { groupEvaluation } from './groups.js';
import type { LabelRecords } from './records.js';
import { measured, type Measured, replicate } from './replicates.js';
import { blockSums, SumLayout, Sums } from './sums.js';
import { sizesOf, textersByBin, textersGivenWithout } from './withheld.js';

/** Reads a cell's figure by its row and name. */
type Reader = (row: string, figure: string) => Measured;

/**
 * All figures of the records, with intervals from resampled texters, and by survey group where the records keep any.
 * @param minGroup the smallest group that may be told of, in distinct texters
 */
export function evaluateRecords(
  records: LabelRecords,
  bootstrap: Bootstrap,
  minGroup: number,
): LabelEvaluation {
  const { labels } = records;
  const layout = new SumLayout(labels);
  const risk = among(labels, (label) => label.risk);
  const cells = [
    ...figureCells(labels),
    ...confusionCells(layout),
    ...reliabilityCells('reliability of all', [...labels.keys()]),
    ...reliabilityCells('reliability of risk', risk),
  ];
  const blocks = blocksOf(records.texters, bootstrap.seed);
  const everyone = Uint32Array.from({ length: records.size }, (_, record) => record);
  const added = blockSums(records, layout, everyone, blocks);
  const sums = new Sums(layout, added.total, added.areas);
  const read = readerOf(cells, replicate(added, layout, cells, bootstrap));
  return {
    judged: records.size,
    withoutGold: records.withoutGold,
    withoutParent: records.withoutParent,
    texters: records.texters,
    unknownLabels: [...records.unknown].sort(),
    bootstrap: { ...bootstrap, over: 'texters' },
    bins: BINS,
    ...told(read, 'all', ['top1', 'top3', 'exactMatch']),
    micro: told(read, 'micro', ['precision', 'recall', 'f1', 'ece', 'brier']),
    macro: told(read, 'macro', ['precision', 'recall', 'f1', 'auroc', 'ece', 'brier']),
    risk: told(read, 'risk', ['precision', 'recall', 'f1']),
    levels: [...new Set(labels.map(levelOf))].sort().map((level) => ({
      level,
      ...told(read, `level ${level}`, ['precision', 'recall', 'f1', 'macroF1']),
    })),
    hierarchical: told(read, 'hierarchical', ['precision', 'recall', 'f1']),
    labels: labelFigures(records, sums, read),
    confusions: confusions(records, layout, sums, read),
    reliability: {
      all: reliability(records, sums, [...labels.keys()], (bin) => read('reliability of all', bin)),
      risk: reliability(records, sums, risk, (bin) => read('reliability of risk', bin)),
    },
    groups: records.groupings.map((_, grouping) =>
      groupEvaluation(records, grouping, { bootstrap, minGroup, blocks }),
    ),
  };
}

function readerOf(cells: readonly Cell[], replicated: Parameters<typeof measured>[0]): Reader {
  const places = new Map(cells.map(({ row, figure }, index) => [`${row}\t${figure}`, index]));
  return (row, figure) => measured(replicated, places.get(`${row}\t${figure}`)!);
}

function told<Name extends string>(read: Reader, row: string, names: readonly Name[]): Told<Name> {
  const figures = names.map((name) => [name, read(row, name)] as const);
  const values = Object.fromEntries(figures.map(([name, { value }]) => [name, value]));
  const intervals = Object.fromEntries(figures.map(([name, { interval }]) => [name, interval]));
  // `fromEntries` forgets which names there are; they are `names`, each once.
  return {
    ...(values as Record<Name, number | null>),
    intervals: intervals as Record<Name, Interval | null>,
  };
}

function labelFigures(records: LabelRecords, sums: Sums, read: Reader): LabelFigures[] {
  return records.labels.flatMap(({ id }, label) => {
    const { given, found, both } = sums.counts([label]);
    if (given + found === 0) return [];
    const sizes = sizesOf({ labels: [label] }, records);
    return [
      {
        id,
        gold: given,
        predicted: found,
        both,
        texters: { gold: sizes.given[0]!, predicted: sizes.found[0]! },
        ...told(read, id, ['precision', 'recall', 'f1', 'auroc', 'ece', 'brier']),
      },
    ];
  });
}

function confusions(records: LabelRecords, layout: SumLayout, sums: Sums, read: Reader): Confusion[] {
  return confusionCells(layout)
    .flatMap(({ row, figure }, pair) => {
      const { given, instead } = sums.confusion(pair);
      if (instead === 0) return [];
      const siblings = layout.pairs[pair]!;
      const { value, interval } = read(row, figure);
      return [
        {
          given: layout.labels[siblings.given]!.id,
          found: layout.labels[siblings.found]!.id,
          conversations: instead,
          of: given,
          texters: textersGivenWithout(records, siblings),
          share: value,
          interval,
        },
      ];
    })
    .sort((a, b) => b.conversations - a.conversations);
}

function reliability(
  records: LabelRecords,
  sums: Sums,
  labels: readonly number[],
  read: (bin: string) => Measured,
): ReliabilityBin[] {
  const texters = textersByBin(records, labels);
  return sums.bins(labels).map(({ count, score }, bin) => {
    const { value, interval } = read(String(bin));
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      pairs: count,
      texters: texters[bin]!,
      meanScore: count === 0 ? null : score / count,
      observed: value,
      interval,
    };
  });
}
