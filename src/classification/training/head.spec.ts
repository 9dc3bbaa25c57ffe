import { smallTaxonomy } from '../../../test/support/small-taxonomy.js';
import { settle } from '../hierarchy.js';
import type { LabelScore } from '../classification.types.js';
import { NO_SCALE } from './common.scale.js';
import { type HeadModel, TrainedHead, type TrainedLabel } from './head.js';

const evidence = [{ message: 0, start: 0, end: 4 }];
const scores = (given: Record<string, number>): LabelScore[] =>
  smallTaxonomy.labels.map(({ id }) => ({ id, score: given[id] ?? 0, evidence }));
const label = (more: Partial<TrainedLabel> = {}): TrainedLabel => ({
  positives: 20,
  testPositives: 5,
  scale: 1,
  bias: 0,
  weights: [0, 0],
  calibration: { method: 'platt', slope: 1, intercept: 0 },
  threshold: { value: 0.5, rule: 'f1', reached: 1, positives: 20 },
  ...more,
});
const headOf = (labels: HeadModel['labels'], common = NO_SCALE) =>
  new TrainedHead({ labels, common, features: 2 }, smallTaxonomy.labels);
const none = new Float32Array(2);
const heldBy = (head: TrainedHead, given: readonly LabelScore[], features = none) =>
  settle(head.apply(given, features), head.labels).labels.map(({ id }) => id);

describe('a trained head', () => {
  it('adds what it learnt to the untrained score, and calibrates the sum', () => {
    const head = headOf({
      relationship: label({
        weights: [2, 0],
        bias: -1,
        calibration: { method: 'platt', slope: 2, intercept: 0.5 },
      }),
    });
    const { score } = head
      .apply(scores({ relationship: 0.5 }), Float32Array.of(1, 0))
      .find(({ id }) => id === 'relationship')!;
    // 2 * (0 + 2 - 1) + 0.5
    expect(score).toBeCloseTo(1 / (1 + Math.exp(-2.5)), 9);
  });

  it('holds labels from its own thresholds on', () => {
    const threshold = { value: 0.1, rule: 'f1', reached: 1, positives: 20 } as const;
    expect(heldBy(headOf({ relationship: label({ threshold }) }), scores({ relationship: 0.2 }))).toContain(
      'relationship',
    );
    expect(heldBy(headOf({}), scores({ relationship: 0.2 }))).toEqual([]);
  });

  it('never loses a risk label that the untrained engine finds, with its evidence', () => {
    const denial = label({ bias: -20, threshold: { value: 0.9, rule: 'recall', reached: 1, positives: 20 } });
    const head = headOf({ suicide: denial, 'suicide.ideation': denial, 'relationship.family': denial });
    const given = scores({ 'suicide.ideation': 0.8, 'relationship.family': 0.8 });
    expect(settle(given, smallTaxonomy.labels).labels.map(({ id }) => id)).toContain('relationship.family');
    expect(heldBy(head, given)).toEqual(expect.arrayContaining(['suicide', 'suicide.ideation']));
    expect(heldBy(head, given)).not.toContain('relationship.family');
    for (const { id, evidence: spans } of settle(head.apply(given, none), head.labels).labels)
      expect([id, spans]).toEqual([id, evidence]);
  });

  it('never loses a risk label that holds only by several of its family', () => {
    const given = scores({ suicide: 0.35, 'suicide.ideation': 0.3 }).map((score) =>
      score.id === 'suicide' ? { ...score, evidence: [] } : score,
    );
    const before = settle(given, smallTaxonomy.labels).labels.map(({ id }) => id);
    const denial = label({ bias: -20 });
    const head = headOf({ suicide: denial, 'suicide.ideation': denial });
    for (const id of before) expect(heldBy(head, given)).toContain(id);
  });

  it('decides about labels left untrained as before, on whatever scale their scores are', () => {
    const common = { slope: 0.7, intercept: -2, shifts: { third_party: -1 } };
    const head = headOf({}, common);
    for (const score of [0.2, 0.49, 0.5, 0.51, 0.9]) {
      const given = scores({ third_party: score });
      const before = settle(given, smallTaxonomy.labels).labels.map(({ id }) => id);
      expect(heldBy(head, given)).toEqual(before);
    }
  });
});
