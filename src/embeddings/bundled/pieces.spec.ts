import { readVocabulary } from './model.files.js';
import { Pieces } from './pieces.js';

describe('the pieces of a text', () => {
  const vocabulary = readVocabulary();
  const pieces = new Pieces(vocabulary);
  const read = (text: string) => pieces.numbers(text).map((number) => vocabulary[number]![0]);

  it('are the likeliest ones, words being marked where they begin', () => {
    expect(read('my mom kicked me out')).toEqual(['▁my', '▁mom', '▁kick', 'ed', '▁me', '▁out']);
  });

  it('take a run of characters that the model does not know as one, and smileys as they are', () => {
    expect(read('cant sleep :( 😭😭 ok')).toEqual(['▁cant', '▁sleep', '▁:(', '▁', '�', '▁ok']);
  });

  it('see through ligatures, and are none for an empty text', () => {
    expect(read('ﬁne')).toEqual(['▁fine']);
    expect(pieces.numbers('')).toEqual([]);
  });

  it('are the likeliest of all ways to cut the text', () => {
    const toy = new Pieces([
      ...Array.from({ length: 6 }, () => ['', 0] as const),
      ['▁ab', -5],
      ['▁a', -1],
      ['b', -1],
      ['bc', -9],
      ['c', -3],
    ]);
    expect(toy.numbers('abc')).toEqual([7, 8, 10]);
  });
});
