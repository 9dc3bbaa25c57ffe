import { entriesOf, WordList } from './word.list.js';

describe('a packed word list', () => {
  const list = new WordList('places.gz');
  const entries = entriesOf('places.gz');

  it('gives every entry its rank', () => {
    expect(entries.length).toBeGreaterThan(30_000);
    expect(entries.filter(({ rank, entry }) => list.rank(entry) !== rank)).toEqual([]);
  });

  it.each(['', 'toront', 'torontoo', '2toronto', 'toronto\n2', 'été', '東京'])('does not hold %j', (key) =>
    expect(list.rank(key)).toBeUndefined(),
  );
});
