import { unpacked, WordTable } from './word.table.js';

describe('a table of words', () => {
  const lists = [
    { name: 'places.gz', bitsOf: (rank: number) => 4 + rank },
    { name: 'given-names.gz', bitsOf: (rank: number) => 16 * (4 + rank) },
  ];
  const table = new WordTable(lists, 10);
  const places = unpacked('places.gz').toString('latin1').split('\n');
  const names = unpacked('given-names.gz').toString('latin1').split('\n');

  it('gives every entry of its lists the bits of all of them', () => {
    const expected = new Map<string, number>();
    for (const line of places) expected.set(line.slice(1), 4 + Number(line[0]));
    for (const line of names)
      expected.set(line.slice(1), (expected.get(line.slice(1)) ?? 0) | (16 * (4 + Number(line[0]))));
    expect(expected.size).toBeGreaterThan(100_000);
    expect([...expected].filter(([key, bits]) => table.get(key) !== bits)).toEqual([]);
  });

  it.each(['', 'toront', 'torontoo', '2toronto', 'toronto\n2', 'été', '東京'])('knows nothing of %j', (key) =>
    expect(table.get(key)).toBe(0),
  );

  it('takes other bits for a word, known or new', () => {
    for (const key of ['toronto', 'zzxy']) {
      table.set(key, 3);
      expect(table.get(key)).toBe(3);
      table.set(key, 5);
      expect(table.get(key)).toBe(5);
    }
  });
});
