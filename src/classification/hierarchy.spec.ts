import { makeLabel } from '../../test/support/small-taxonomy.js';
import type { LabelScore } from './classification.types.js';
import { settle } from './hierarchy.js';

const labels = [
  makeLabel('suicide', { threshold: 0.5 }),
  makeLabel('suicide.ideation', { threshold: 0.4 }),
  makeLabel('relationship'),
  makeLabel('relationship.family'),
  makeLabel('relationship.romantic'),
  makeLabel('substance_abuse'),
  makeLabel('substance_abuse.alcohol'),
  makeLabel('other'),
  makeLabel('prank'),
  makeLabel('testing'),
];
const span = (message: number) => ({ message, start: 0, end: 4 });
const score = (id: string, value: number, ...messages: number[]): LabelScore => ({
  id,
  score: value,
  evidence: messages.map(span),
});
const held = (...scores: LabelScore[]) => settle(scores, labels).labels.map(({ id }) => id);

describe('settling', () => {
  it('scores every label, highest first', () => {
    const { scores } = settle([score('relationship.family', 0.7, 1), score('suicide', 0.2, 0)], labels);
    expect(scores).toHaveLength(labels.length);
    expect(scores.map((label) => label.score)).toEqual(
      scores.map((label) => label.score).toSorted((a, b) => b - a),
    );
  });

  it('lets a child imply its parent, which shares its evidence', () => {
    const {
      labels: [first, second],
    } = settle([score('relationship.family', 0.7, 3)], labels);
    expect(first).toMatchObject({ id: 'relationship.family', score: 0.7 });
    expect(second).toEqual({ id: 'relationship', score: 0.7, evidence: [span(3)] });
  });

  it('shows for a parent no words of the family that do not hold by themselves', () => {
    const settled = settle([score('suicide', 0.3, 1), score('suicide.ideation', 0.8, 3)], labels);
    expect(settled.labels.map(({ evidence }) => evidence)).toEqual([[span(3)], [span(3)]]);
  });

  it('keeps a parent whose threshold is above the score of the child that holds', () => {
    expect(held(score('suicide.ideation', 0.45, 0))).toEqual(['suicide.ideation', 'suicide']);
  });

  it('puts a parent first where its own words say more than any child', () => {
    expect(held(score('relationship', 0.9, 0), score('relationship.family', 0.6, 0))).toEqual([
      'relationship',
      'relationship.family',
    ]);
  });

  it('puts a parent first whose children are kinds of its concern, and a child first elsewhere', () => {
    expect(held(score('substance_abuse.alcohol', 0.8, 0))).toEqual([
      'substance_abuse',
      'substance_abuse.alcohol',
    ]);
    expect(held(score('relationship.family', 0.8, 0))).toEqual(['relationship.family', 'relationship']);
  });

  it('holds nothing without evidence', () => {
    const { labels: none, scores } = settle([score('relationship.family', 0.9)], labels);
    expect(none).toEqual([]);
    expect(Math.max(...scores.map((label) => label.score))).toBeLessThan(0.5);
  });

  it('takes other only where nothing else holds', () => {
    expect(held(score('other', 0.8, 0))).toEqual(['other']);
    expect(held(score('other', 0.8, 0), score('relationship.family', 0.6, 1))).not.toContain('other');
  });

  it('takes prank and testing only where there is no concern', () => {
    expect(held(score('prank', 0.9, 0), score('testing', 0.7, 0))).toEqual(['prank', 'testing']);
    expect(held(score('prank', 0.9, 0), score('suicide.ideation', 0.5, 1))).not.toContain('prank');
    expect(held(score('prank', 0.9, 0), score('other', 0.8, 1))).toEqual(['prank']);
  });

  it('shows a few spans of evidence, in the order of the conversation', () => {
    const [first] = settle([score('other', 0.9, 9, 8, 7, 6, 5, 4, 9)], labels).labels;
    expect(first!.evidence).toEqual([5, 6, 7, 8, 9].map(span));
  });
});
