import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { archiveServices, clearArchive } from '../../test/support/topics.js';

/** So many that the archive is large, and more than one phrase brings into the ranking. */
const MANY = 520;

describe('a topic that more conversations hold than are ranked', () => {
  let database: TestDatabase;
  let services: ReturnType<typeof archiveServices>;
  const topic = 'waiting for papers';

  beforeAll(async () => {
    database = await openTestDatabase();
    services = archiveServices(database.source, database.folder, { minGroupSize: 2 });
    await clearArchive(database.source);
    await services.add([
      { id: 'first', texter: 'first', day: '2020-01-01', keyphrases: [{ text: topic }] },
      ...['a', 'b'].map((texter) => ({
        id: `older-${texter}`,
        texter,
        day: '2020-01-02',
        language: 'fr',
        survey: { ageGroup: '5-13' },
        labels: ['other'],
        keyphrases: [{ text: topic }],
      })),
    ]);
    await database.source.query(
      `INSERT INTO conversation (id, content_hash, texter_hash, started_at, language, status)
       SELECT 'many-' || n, 'x', 'many-' || n / 2, '2026-01-01'::timestamptz + n * interval '1 hour', 'en', 'ready'
       FROM generate_series(1, $1::int) AS n`,
      [MANY],
    );
    await database.source.query(
      `INSERT INTO keyphrase (conversation_id, rank, text, vocabulary_id, wording_id, in_taxonomy, evidence)
       SELECT c.id, 0, v.phrase, v.id, v.id, false, '[]' FROM conversation c, vocabulary v
       WHERE c.id LIKE 'many-%' AND v.phrase = $1`,
      [topic],
    );
  });
  afterAll(() => database.close());

  const all = async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page = await services.search.search({ topic, first: 100, after });
      ids.push(...page.hits.map(({ id }) => id));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after);
    return ids;
  };

  it('ranks the newest, each once, and pages through them to the end', async () => {
    const ids = await all();
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(`many-${MANY}`);
    expect(ids).not.toContain('first');
    expect(await all()).toEqual(ids);
  });

  it('says that not all were ranked, and where all were', async () => {
    const isComplete = async (filter = {}) => (await services.search.search({ topic, filter })).isComplete;
    expect(await isComplete()).toBe(false);
    expect(await isComplete({ to: '2020-01-02' })).toBe(true);
    const { endCursor } = await services.search.search({ topic, first: 100 });
    const page = await services.search.search({ topic, after: endCursor, filter: { to: '2019-01-01' } });
    expect({ hits: page.hits, isComplete: page.isComplete }).toEqual({ hits: [], isComplete: true });
  });

  it.each([
    { survey: { ageGroup: '5-13' } },
    { labels: ['other'] },
    { to: '2020-01-02', from: '2020-01-02' },
    { language: 'fr' },
  ])('finds what %j selects behind all that are newer', async (filter) => {
    const { hits, suppressed } = await services.search.search({ topic, filter });
    expect(suppressed).toBe(false);
    expect(hits.map(({ id }) => id).toSorted()).toEqual(['older-a', 'older-b']);
  });

  it('counts the texters of all of them, not only of those ranked', async () => {
    const texters = await (await services.search.search({ topic, first: 1 })).texters();
    const [row]: { n: number }[] = await database.source.query(
      'SELECT count(DISTINCT coalesce(texter_hash, id))::int AS n FROM conversation',
    );
    expect(row!.n).toBeGreaterThan(MANY / 2);
    expect(texters).toBe(row!.n - (row!.n % 2));
  });

  it('looks for a word that many hold among the newest, for those who may read transcripts alone', async () => {
    await database.source.query(
      `UPDATE conversation SET words = setweight(to_tsvector('english', 'the bagpipes again'), 'C') WHERE id ~ '^many-.*[05]$'`,
    );
    const found = async (keyphrasesOnly: boolean) => {
      const { hits, isComplete } = await services.search.search({
        topic: 'bagpipes',
        keyphrasesOnly,
        first: 1,
      });
      return [hits.map(({ id }) => id), isComplete];
    };
    expect(await found(false)).toEqual([[expect.stringMatching(/^many-.*[05]$/)], false]);
    expect(await found(true)).toEqual([[], true]);
  });

  it('lets every phrase bring conversations that the analyst added, however many, and of others the nearest', async () => {
    const things = [...'abcdefghijklmnopqrstuvwxyzäöü'].map((letter) => `bagpipe ${letter.repeat(4)}`);
    await services.add(
      things.map((text, number) => ({ id: `thing-${number}`, day: '2020-01-01', keyphrases: [{ text }] })),
    );
    const found = async (include: string[]) => {
      const { hits, isComplete } = await services.search.search({ topic: 'bagpipe', include, first: 100 });
      return { things: hits.filter(({ id }) => id.startsWith('thing-')).length, isComplete };
    };
    expect(await found(things)).toMatchObject({ things: things.length });
    const { things: nearest, isComplete } = await found([]);
    expect(nearest).toBeLessThan(things.length);
    expect(isComplete).toBe(false);
  });

  it('leaves out at once what is being analysed anew', async () => {
    await database.source.query(`UPDATE conversation SET status = 'received' WHERE id = 'many-${MANY}'`);
    expect(await all()).not.toContain(`many-${MANY}`);
  });
});
