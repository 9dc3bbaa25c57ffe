import { makeLabel, smallTaxonomy } from '../../../test/support/small-taxonomy.js';
import { evaluateRecords } from './evaluate.records.js';
import type { GroupEvaluation, GroupFigure } from './evaluation.types.js';
import { evaluationPage } from './page.js';
import { LabelRecords } from './records.js';
import { evaluationTable } from './table.js';

const labels = [makeLabel('suicide', { risk: true }), makeLabel('grief')];

interface Part {
  group: string | null;
  texters: number;
  /** In how many of them what was given was found. */
  right: number;
  gold?: string;
}

/** One conversation a texter, of several groups, by what was given and found. */
function recordsOf(parts: readonly Part[]): LabelRecords {
  const records = new LabelRecords(labels, ['ageGroup']);
  let texter = 0;
  for (const { group, texters, right, gold = 'grief' } of parts)
    for (let i = 0; i < texters; i++) {
      const score = (id: string) => ({ id, score: id === gold && i < right ? 0.9 : 0.1, evidence: [] });
      const scores = labels.map(({ id }) => score(id)).sort((a, b) => b.score - a.score);
      const found = scores.filter((each) => each.score > 0.5);
      records.add(
        { scores, labels: found },
        [gold],
        `t${texter++}`,
        group === null ? null : { ageGroup: group },
      );
    }
  return records;
}

const bootstrap = { resamples: 200, seed: 1 };
const evaluationOf = (parts: readonly Part[]) => evaluateRecords(recordsOf(parts), bootstrap, 5);
const groupsOf = (parts: readonly Part[]): GroupEvaluation => evaluationOf(parts).groups[0]!;
const figureOf = (
  groups: GroupEvaluation,
  name: string,
  row: string,
  figure: string,
): GroupFigure | undefined =>
  groups.groups
    .find((group) => group.name === name)
    ?.figures.find((each) => each.row === row && each.figure === figure);

describe('figures by group', () => {
  const groups = groupsOf([
    { group: 'young', texters: 20, right: 10 },
    { group: 'old', texters: 20, right: 16 },
  ]);

  // Recall is 10/20 and 16/20, over all 26/40.
  it('tells each with its gap to all and to the best', () => {
    expect(figureOf(groups, 'young', 'grief', 'recall')).toMatchObject({ value: 0.5 });
    expect(figureOf(groups, 'young', 'grief', 'recall')?.gapToOverall?.value).toBeCloseTo(0.5 - 0.65, 12);
    expect(figureOf(groups, 'young', 'grief', 'recall')?.gapToBest?.value).toBeCloseTo(0.5 - 0.8, 12);
    expect(figureOf(groups, 'old', 'grief', 'recall')).toMatchObject({ value: 0.8, gapToBest: null });
  });

  it('gives the gap an interval as wide as theory does', () => {
    const interval = figureOf(groups, 'young', 'grief', 'recall')?.gapToBest?.interval;
    // Two independent shares: √(0.5 · 0.5 / 20 + 0.8 · 0.2 / 20).
    const theory = 2 * 1.96 * Math.sqrt(0.25 / 20 + 0.16 / 20);
    expect(((interval?.[1] ?? NaN) - (interval?.[0] ?? NaN)) / theory).toBeCloseTo(1, 0.4);
  });

  it('takes the lowest for the best of calibration error', () => {
    const [young, old] = ['young', 'old'].map((name) => figureOf(groups, name, 'grief', 'brier'));
    expect(old!.value!).toBeLessThan(young!.value!);
    expect(old).toMatchObject({ gapToBest: null });
    expect(young!.gapToBest!.value).toBeGreaterThan(0);
  });

  it('counts those without an answer as a group', () => {
    const found = groupsOf([
      { group: 'young', texters: 7, right: 5 },
      { group: null, texters: 12, right: 5 },
    ]);
    expect(found.groups.map(({ name, texters }) => [name, texters])).toEqual([
      ['(no answer)', 10],
      ['young', 5],
    ]);
  });
});

describe('small groups', () => {
  const parts = [
    { group: 'young', texters: 30, right: 20 },
    { group: 'old', texters: 20, right: 10 },
    { group: 'older', texters: 6, right: 5 },
    { group: 'oldest', texters: 2, right: 1 },
  ];

  it('are named and nothing else, and so is the one that would give a single one away', () => {
    const groups = groupsOf(parts);
    expect(groups.withheld).toEqual(['older', 'oldest']);
    expect(groups.groups.map(({ name }) => name)).toEqual(['young', 'old']);
  });

  it('cannot be had from the whole and the others', () => {
    const evaluation = evaluationOf(parts);
    const exact = { young: 30, old: 20 };
    const rightOf = (name: 'young' | 'old') =>
      exact[name] * (figureOf(evaluation.groups[0]!, name, 'grief', 'recall')?.value ?? NaN);
    const grief = evaluation.labels.find(({ id }) => id === 'grief')!;
    const left = grief.gold - exact.young - exact.old;
    expect(left).toBe(8);
    expect(grief.both - rightOf('young') - rightOf('old')).toBeCloseTo(6, 9);
  });

  it('stay out of the table and the page, too', () => {
    const evaluation = { ...evaluationOf(parts), provenance: [] };
    for (const text of [evaluationTable(evaluation), evaluationPage(evaluation, smallTaxonomy, 5)]) {
      expect(text.match(/\boldest\b/g)).toHaveLength(1);
      expect(text.match(/\bolder\b/g)).toHaveLength(1);
    }
  });
});

describe('a label that few of a group were given', () => {
  const groups = groupsOf([
    { group: 'young', texters: 20, right: 10 },
    { group: 'young', texters: 2, right: 1, gold: 'suicide' },
    { group: 'old', texters: 20, right: 10 },
    { group: 'old', texters: 7, right: 1, gold: 'suicide' },
    { group: 'older', texters: 20, right: 10 },
    { group: 'older', texters: 9, right: 7, gold: 'suicide' },
  ]);
  const told = (name: string, row: string, figure: string) =>
    figureOf(groups, name, row, figure) !== undefined;

  it('is not told of it, nor of the group that would give it away', () => {
    for (const figure of ['recall', 'f1', 'auroc', 'ece', 'brier'])
      expect(['young', 'old', 'older'].map((name) => told(name, 'suicide', figure))).toEqual([
        false,
        false,
        // The only group in which enough were given it has it found in enough as well; the others have not.
        figure !== 'f1' || told('older', 'suicide', 'precision'),
      ]);
    expect(told('young', 'grief', 'recall')).toBe(true);
  });

  it('is left out of the means of all groups', () => expect(groups.macroLabels).toEqual([]));
});
