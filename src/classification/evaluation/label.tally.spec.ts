import { makeLabel } from '../../../test/support/small-taxonomy.js';
import { LabelTally } from './label.tally.js';
import { evaluationTable } from './table.js';

const labels = [
  makeLabel('suicide', { risk: true }),
  makeLabel('grief'),
  makeLabel('other'),
  makeLabel('bully'),
];
const found = (ranking: string[], held: string[]) => {
  const score = (id: string) => ({ id, score: 0.5, evidence: [] });
  return { scores: ranking.map(score), labels: held.map(score) };
};
const ranking = ['suicide', 'grief', 'other', 'bully'];

describe('agreement with people', () => {
  const tally = () => new LabelTally(labels);

  it('counts the highest and the three highest against any gold label', () => {
    const counted = tally();
    counted.add(found(ranking, ['suicide']), ['suicide', 'bully']);
    counted.add(found(ranking, ['suicide']), ['other']);
    counted.add(found(ranking, ['suicide']), ['bully']);
    expect(counted.result()).toMatchObject({ judged: 3, top1: 1 / 3, top3: 2 / 3 });
  });

  it('gives precision, recall and F1 per label, over pairs and over labels', () => {
    const counted = tally();
    counted.add(found(ranking, ['suicide', 'grief']), ['suicide']);
    counted.add(found(ranking, ['suicide']), ['grief']);
    const { labels: figures, micro, macro, risk } = counted.result();
    expect(figures.map(({ id }) => id)).toEqual(['suicide', 'grief']);
    expect(figures[0]).toMatchObject({
      gold: 1,
      predicted: 2,
      both: 1,
      precision: 0.5,
      recall: 1,
      f1: 2 / 3,
    });
    expect(micro).toMatchObject({ precision: 1 / 3, recall: 1 / 2, f1: 2 / 5 });
    expect(macro).toMatchObject({ precision: 0.25, recall: 0.5, f1: 1 / 3 });
    expect(risk).toMatchObject({ precision: 0.5, recall: 1, f1: 2 / 3 });
  });

  it('passes over what nobody judged, and counts an empty judgement', () => {
    const counted = tally();
    counted.add(found(ranking, ['suicide']), null);
    counted.add(found(ranking, ['suicide']), []);
    expect(counted.result()).toMatchObject({
      withoutGold: 1,
      judged: 1,
      top1: null,
      micro: { precision: 0 },
    });
  });

  it('names gold labels that the taxonomy lacks', () => {
    const counted = tally();
    counted.add(found(ranking, []), ['zebra', 'grief']);
    expect(counted.result()).toMatchObject({ unknownLabels: ['zebra'], top3: 1 });
  });

  it('reads as a table', () => {
    const counted = tally();
    counted.add(found(ranking, ['suicide']), ['suicide', 'zebra']);
    const table = evaluationTable(counted.result());
    expect(table).toContain('highest label is right: 1.000');
    expect(table).toContain('not in the taxonomy: zebra');
    expect(table).toMatch(/^suicide +1 +1 +1\.000 +1\.000 +1\.000$/m);
    expect(evaluationTable(tally().result())).toContain('–');
  });
});
