import type { Remark } from './remarks.js';
import { select } from './selection.js';
import type { Edge, SimilarityGraph } from './similarity.graph.js';

const remark = (text: string, more: Partial<Remark> = {}): Remark => ({
  messages: [],
  text,
  size: 100,
  worth: 0.5,
  stays: false,
  question: null,
  ...more,
});

/** A graph in which those named are alike, both ways, as nearly as said. */
const graphOf = (
  remarks: readonly Remark[],
  alike: readonly [Remark, Remark, number][] = [],
): SimilarityGraph =>
  new Map(
    remarks.map((own): [Remark, Edge[]] => [
      own,
      [
        { remark: own, likeness: 1 },
        ...alike.flatMap(([a, b, likeness]) =>
          own === a ? [{ remark: b, likeness }] : own === b ? [{ remark: a, likeness }] : [],
        ),
      ],
    ]),
  );
const texts = (kept: ReadonlySet<Remark>) => [...kept].map(({ text }) => text).sort();

describe('what is selected of a transcript', () => {
  it('is the remark that stands for the most others, and none that only repeats it', () => {
    const [first, central, last, other] = ['first', 'central', 'last', 'other'].map((text) => remark(text));
    const all = [first!, central!, last!, other!];
    const graph = graphOf(all, [
      [first!, central!, 0.96],
      [central!, last!, 0.96],
    ]);
    expect(texts(select(all, graph, 100))).toEqual(['central']);
    expect(texts(select(all, graph, 1_000))).toEqual(['central', 'other']);
  });

  it('is the shorter of two that say as much', () => {
    const all = [remark('long', { size: 300 }), remark('short', { size: 80 })];
    expect(texts(select(all, graphOf(all), 300))).toEqual(['short']);
  });

  it('never exceeds the budget but for what must stay', () => {
    const all = Array.from({ length: 9 }, (_, index) =>
      remark(`danger ${index}`, { stays: index % 2 === 0 }),
    );
    expect(texts(select(all, graphOf(all), 250))).toEqual([
      'danger 0',
      'danger 2',
      'danger 4',
      'danger 6',
      'danger 8',
    ]);
    expect(select(all, graphOf(all), 650).size).toBe(6);
  });

  it('keeps what must stay though it repeats and says little', () => {
    const all = [remark('known'), remark('yeah', { text: '', worth: 0, stays: true })];
    expect(select(all, graphOf(all, [[all[0]!, all[1]!, 1]]), 100)).toContain(all[1]);
  });

  it('keeps the question with its short answer, or neither', () => {
    const question = remark('do you sleep?', { worth: 0 });
    const answer = remark('not since may', { question });
    const all = [question, answer];
    expect(texts(select(all, graphOf(all), 150))).toEqual([]);
    expect(texts(select(all, graphOf(all), 200))).toEqual(['do you sleep?', 'not since may']);
  });
});
