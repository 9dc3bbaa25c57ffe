import type { Sender } from '../../conversations/conversation.types.js';
import type { Remark } from './remarks.js';
import { similarityGraph } from './similarity.graph.js';

const remark = (from: Sender, text: string): Remark => ({
  messages: [{ position: 0, from, at: null, text }],
  text,
  size: 60,
  worth: 0.5,
  stays: false,
  question: null,
});
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

describe('the similarity graph', () => {
  const said = (vectors: (Float32Array | null)[], ...remarks: Remark[]) => {
    const graph = similarityGraph(remarks, vectors);
    return remarks.map((each) => graph.get(each)!.map((edge) => edge.remark.text));
  };

  it('joins what is near in meaning, both ways, and each with itself', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((text) => remark('texter', text));
    expect(said([at(0), at(30), at(120)], a!, b!, c!)).toEqual([['a', 'b'], ['b', 'a'], ['c']]);
  });

  it('lets a texter’s words stand for a responder’s, and never the other way', () => {
    expect(said([at(0), at(0)], remark('texter', 'told'), remark('responder', 'heard'))).toEqual([
      ['told', 'heard'],
      ['heard'],
    ]);
  });

  it('joins nothing with a remark that says nothing', () => {
    expect(said([at(0), null], remark('texter', 'told'), remark('texter', 'ok'))).toEqual([['told'], ['ok']]);
  });
});
