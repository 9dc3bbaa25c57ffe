import { makeLabel } from '../../../test/support/small-taxonomy.js';
import { evaluateRecords } from './evaluate.records.js';
import { LabelRecords } from './records.js';

const labels = [
  makeLabel('suicide', { risk: true }),
  makeLabel('suicide.ideation', { risk: true }),
  makeLabel('suicide.attempt', { risk: true }),
  makeLabel('grief'),
  makeLabel('bully'),
];

/** Conversations of a texter each: what people gave, and what was found with which scores. */
function evaluated(...rows: [gold: string[], found: Record<string, number>][]) {
  const records = new LabelRecords(labels);
  rows.forEach(([gold, found], i) => {
    const scores = labels
      .map(({ id }) => ({ id, score: found[id] ?? 0, evidence: [] }))
      .sort((a, b) => b.score - a.score);
    records.add({ scores, labels: scores.filter(({ score }) => score >= 0.5) }, gold, `t${i}`);
  });
  return evaluateRecords(records, { resamples: 200, seed: 1 }, 1);
}

describe('the figures of labels in a hierarchy', () => {
  // Given: ideation; found: attempt and its parent. With the labels above: {suicide, ideation} against
  // {suicide, attempt}: 1 of 2 and 1 of 2. Second conversation: {grief} against {grief, bully}: 1 of 2, 1 of 1.
  it('adds the labels above each one for the hierarchical figures only', () => {
    const result = evaluated(
      [['suicide.ideation'], { suicide: 0.75, 'suicide.attempt': 0.75 }],
      [['grief'], { grief: 0.75, bully: 0.5 }],
    );
    expect(result.hierarchical).toMatchObject({ precision: 2 / 4, recall: 2 / 3, f1: 4 / 7 });
    expect(result.micro).toMatchObject({ precision: 1 / 4, recall: 1 / 2, f1: 2 / 6 });
    expect(result.withoutParent).toBe(1);
  });

  it('takes each level for itself', () => {
    const { levels } = evaluated(
      [['suicide', 'suicide.ideation'], { suicide: 0.75, 'suicide.attempt': 0.75 }],
      [['grief'], { grief: 0.75, bully: 0.5 }],
    );
    // Level 1: suicide and grief right, bully wrong; its mean F1 is over suicide and grief, 1 each. Level 2: none right.
    expect(levels).toMatchObject([
      { level: 1, precision: 2 / 3, recall: 1, f1: 4 / 5, macroF1: 1 },
      { level: 2, precision: 0, recall: 0, f1: 0, macroF1: 0 },
    ]);
  });

  it('matches exactly where no label is missing and none too many, implied ones aside', () => {
    const { exactMatch } = evaluated(
      [['suicide.ideation'], { suicide: 0.75, 'suicide.ideation': 0.75 }],
      [['grief'], { grief: 0.75, bully: 0.5 }],
      [['grief', 'bully'], { grief: 0.75 }],
      [[], {}],
    );
    expect(exactMatch).toBe(2 / 4);
  });
});

describe('the figures of scores', () => {
  it('ranks, squares and bins them label by label', () => {
    const { labels: found, macro } = evaluated(
      [['grief'], { grief: 0.75 }],
      [['grief'], { grief: 0.25 }],
      [[], { grief: 0.5 }],
    );
    const grief = found.find(({ id }) => id === 'grief');
    // Of two pairs 0.75 is above 0.5, and 0.25 is not. Squares: 1/16, 9/16, 1/4. Bins: |0.75 − 1|, |0.25 − 1|, |0.5 − 0|.
    expect(grief).toMatchObject({ gold: 2, predicted: 2, both: 1, auroc: 1 / 2 });
    expect(grief?.brier).toBeCloseTo((1 / 16 + 9 / 16 + 1 / 4) / 3, 12);
    expect(grief?.ece).toBeCloseTo((0.25 + 0.75 + 0.5) / 3, 12);
    expect(macro).toMatchObject({ auroc: 1 / 2, brier: grief?.brier });
  });

  it('shows what scores say and what is so, bin by bin', () => {
    const { reliability } = evaluated([['grief'], { grief: 0.75, bully: 0.75 }], [[], { grief: 0.75 }]);
    expect(reliability.all[7]).toMatchObject({ pairs: 3, texters: 2, meanScore: 0.75, observed: 1 / 3 });
    expect(reliability.all[3]).toMatchObject({ pairs: 0, meanScore: null, observed: null, interval: null });
    expect(reliability.risk[0]).toMatchObject({ pairs: 6, texters: 2, observed: 0 });
  });
});

describe('confusion between siblings', () => {
  it('is the sibling found in place of the label, of those without the sibling', () => {
    const { confusions } = evaluated(
      [['grief'], { bully: 0.75 }],
      [['grief'], { grief: 0.75, bully: 0.75 }],
      [['grief'], { grief: 0.75 }],
      [['grief', 'bully'], { bully: 0.75 }],
      [['suicide', 'suicide.ideation'], { suicide: 0.75, 'suicide.attempt': 0.75 }],
      [['grief'], { 'suicide.attempt': 0.75 }],
    );
    expect(confusions).toMatchObject([
      { given: 'suicide.ideation', found: 'suicide.attempt', conversations: 1, of: 1, share: 1, texters: 1 },
      { given: 'grief', found: 'bully', conversations: 1, of: 4, share: 1 / 4, texters: 4 },
    ]);
  });
});

describe('an evaluation of nothing', () => {
  it('has no figures, and says so', () => {
    const result = evaluated();
    expect(result).toMatchObject({ judged: 0, top1: null, exactMatch: null, micro: { f1: null, ece: null } });
    expect(result.labels).toEqual([]);
  });
});
