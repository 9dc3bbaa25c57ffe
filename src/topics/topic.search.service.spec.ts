import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { archiveServices, clearArchive, EVIDENCE } from '../../test/support/topics.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { TopicQuery } from './topic.types.js';

/** A bank of one concept, so that French topics have words to meet. */
const bank = new TaxonomyService({
  version: '0.0.1',
  labels: smallTaxonomy.labels,
  concepts: [
    {
      id: 'waiting-for-immigration-papers',
      phrase: 'waiting for immigration papers',
      fr: "attente de papiers d'immigration",
      labels: [],
      risk: false,
      exemplars: { en: ['we still wait for our papers'], fr: ['on attend encore nos papiers'] },
      cues: { en: [], fr: [] },
    },
    {
      id: 'being-homeless',
      phrase: 'being homeless',
      fr: 'être sans abri',
      labels: [],
      risk: false,
      exemplars: { en: ['i sleep in the park'], fr: ['je dors dehors'] },
      cues: { en: [], fr: [] },
    },
  ],
});

describe('TopicSearchService', () => {
  let database: TestDatabase;
  let services: ReturnType<typeof archiveServices>;

  beforeAll(async () => {
    database = await openTestDatabase();
    services = archiveServices(database.source, database.folder, { minGroupSize: 2 });
    await clearArchive(database.source);
    await services.add([
      {
        id: 'papers',
        texter: 't1',
        day: '2026-03-01',
        words: 'we wait for our papers and the hearing',
        labels: ['other'],
        keyphrases: [{ text: 'waiting for our papers', canonical: 'waiting for immigration papers' }],
        survey: { ageGroup: '14-17' },
      },
      {
        id: 'papers-2',
        texter: 't2',
        day: '2026-03-05',
        words: 'the lawyer lost everything',
        labels: ['other'],
        keyphrases: [{ text: 'sleepless nights' }, { text: 'immigration papers lost' }],
        survey: { ageGroup: '14-17' },
      },
      {
        id: 'ex',
        texter: 't3',
        day: '2026-03-05',
        language: 'fr',
        words: 'my ex has a new girlfriend',
        labels: ['relationship', 'relationship.romantic'],
        keyphrases: [{ text: 'missing an ex', inTaxonomy: true }],
        survey: { ageGroup: '18-24' },
      },
      {
        id: 'not-ready',
        texter: 't4',
        status: 'received',
        words: 'immigration papers',
        keyphrases: [{ text: 'waiting for immigration papers' }],
      },
    ]);
  });
  afterAll(() => database.close());

  const idsOf = async (query: TopicQuery) => (await services.search.search(query)).hits.map(({ id }) => id);
  const papers = 'immigration papers';

  it('ranks what holds near phrases first, and leaves out what is not analysed', async () => {
    const ids = await idsOf({ topic: papers });
    expect(ids.slice(0, 2).toSorted()).toEqual(['papers', 'papers-2']);
    expect(ids).not.toContain('not-ready');
  });

  it('says for each hit which of its phrases, labels and words speak for it, and where', async () => {
    const { hits } = await services.search.search({ topic: papers });
    const hit = hits.find(({ id }) => id === 'papers');
    expect(hit?.matched).toEqual([
      {
        text: 'waiting for our papers',
        canonical: 'waiting for immigration papers',
        similarity: expect.closeTo(0.8, 0),
        evidence: EVIDENCE,
      },
    ]);
    expect(hit?.matchedWords).toEqual(['paper']);
    expect(hit?.keyphrases).toHaveLength(1);
    expect(hit?.labels).toEqual([{ id: 'other', score: expect.closeTo(0.9, 5) }]);
    const romantic = await services.search.search({ topic: 'relationship.romantic' });
    expect(romantic.hits[0]).toMatchObject({
      id: 'ex',
      matchedLabels: [
        expect.objectContaining({ id: 'relationship.romantic', similarity: 1, evidence: EVIDENCE }),
      ],
    });
  });

  it('counts words only where a keyphrase holds them, for those who may not read transcripts', async () => {
    await database.source.query(
      `UPDATE conversation SET words = words || setweight(to_tsvector('english', 'sleepless nights'), 'A')
       WHERE id = 'papers-2'`,
    );
    const found = async (keyphrasesOnly: boolean) => {
      const { hits } = await services.search.search({ topic: 'sleepless lawyer, hearing', keyphrasesOnly });
      return new Map(hits.map(({ id, matchedWords }) => [id, matchedWords]));
    };
    const all = await found(false);
    expect([all.get('papers'), all.get('papers-2')]).toEqual([['hear'], ['lawyer', 'sleepless']]);
    const some = await found(true);
    expect(some.get('papers') ?? []).toEqual([]);
    expect(some.get('papers-2')).toEqual(['sleepless']);
  });

  it('takes in phrases that the analyst adds and leaves out those dropped', async () => {
    expect(await idsOf({ topic: papers })).not.toContain('ex');
    const added = await services.search.search({ topic: papers, include: ['missing an ex'] });
    expect(added.hits.find(({ id }) => id === 'ex')?.matched).toEqual([
      { text: 'missing an ex', canonical: 'missing an ex', similarity: 1, evidence: EVIDENCE },
    ]);
    expect(added.hits[0]?.id).toBe('ex');
    const { hits } = await services.search.search({
      topic: papers,
      exclude: ['waiting for immigration papers', 'immigration papers lost'],
    });
    expect(hits.flatMap(({ matched }) => matched)).toEqual([]);
  });

  it('takes in labels that the analyst adds and leaves out those dropped', async () => {
    const added = await services.search.search({ topic: papers, includeLabels: ['relationship'] });
    expect(added.hits.find(({ id }) => id === 'ex')).toMatchObject({
      matched: [],
      matchedLabels: [{ id: 'relationship', similarity: 1 }],
    });
    const dropped = { topic: 'relationship.romantic', excludeLabels: ['relationship'] };
    expect(await idsOf(dropped)).not.toContain('ex');
  });

  it('narrows by label with what is below it, by day, survey answer and language', async () => {
    const topic = 'immigration papers ex';
    expect(await idsOf({ topic, filter: { labels: ['relationship'] } })).toEqual(['ex']);
    expect(await idsOf({ topic, filter: { to: '2026-03-01' } })).toEqual(['papers']);
    expect((await idsOf({ topic, filter: { from: '2026-03-05' } })).toSorted()).toEqual(['ex', 'papers-2']);
    expect(await idsOf({ topic, filter: { language: 'fr' } })).toEqual(['ex']);
  });

  it('does not answer where a survey answer selects too few texters or leaves too few out', async () => {
    for (const ageGroup of ['18-24', '14-17']) {
      const { texters, ...page } = await services.search.search({
        topic: papers,
        filter: { survey: { ageGroup } },
      });
      expect(page).toEqual({
        hits: [],
        hasNextPage: false,
        endCursor: null,
        isComplete: true,
        suppressed: true,
      });
      expect(await texters()).toBeNull();
    }
  });

  it('pages through all hits once, in the order of a single page', async () => {
    const topic = 'immigration papers ex';
    const whole = await idsOf({ topic });
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page = await services.search.search({ topic, first: 1, after });
      paged.push(...page.hits.map(({ id }) => id));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after);
    expect(whole.length).toBeGreaterThan(2);
    expect(paged).toEqual(whole);
  });

  it('counts the texters of near phrases in steps and suggests only phrases of enough texters', async () => {
    await services.add([
      {
        id: 'papers-3',
        texter: 't5',
        keyphrases: [{ text: 'papers', canonical: 'waiting for immigration papers' }],
      },
    ]);
    const { texters } = await services.search.search({ topic: papers });
    expect(await texters()).toBe(2);
    expect(await services.matches.suggestKeyphrases(papers)).toEqual([
      expect.objectContaining({ phrase: 'waiting for immigration papers', texters: 2, inTaxonomy: false }),
    ]);
  });

  it.each<[string, Partial<TopicQuery>]>([
    ['topic', { topic: '?!' }],
    ['topic', { topic: 'x'.repeat(501) }],
    ['first', { first: 0 }],
    ['after', { after: 'bm9uc2Vuc2U' }],
    ['filter.from', { filter: { from: '2026-02-30' } }],
    ['filter.labels', { filter: { labels: ['no_such_label'] } }],
    ['includeLabels', { includeLabels: ['no_such_label'] }],
  ])('names the field %s where it cannot be used', async (field, wrong) => {
    await expect(services.search.search({ topic: papers, ...wrong })).rejects.toMatchObject({
      name: 'TopicInputError',
      field,
    });
  });

  it('gives no hit without a phrase, a label or a word to show for it', async () => {
    for (const topic of [papers, 'relationship.romantic', 'the lawyer', 'girlfriend'])
      for (const { matched, matchedLabels, matchedWords } of (await services.search.search({ topic })).hits)
        expect(matched.length + matchedLabels.length + matchedWords.length).toBeGreaterThan(0);
  });

  it('finds nothing for a topic that means nothing', async () => {
    expect(await idsOf({ topic: 'zxqv wpfl' })).toEqual([]);
    expect(await services.matches.suggestKeyphrases('zxqv wpfl')).toEqual([]);
  });

  it('finds by a French topic what is kept under the English phrase, and suggests the bank with untold counts', async () => {
    const french = archiveServices(database.source, database.folder, { taxonomy: bank, minGroupSize: 5 });
    const { hits } = await french.search.search({ topic: "attente de papiers d'immigration" });
    expect(hits.map(({ id }) => id)).toContain('papers');
    expect(hits.flatMap(({ matched }) => matched.map(({ canonical }) => canonical))).toContain(
      'waiting for immigration papers',
    );
    const untold = { texters: null, inTaxonomy: false };
    expect(await french.matches.suggestKeyphrases('waiting for immigration papers')).toEqual([
      expect.objectContaining({ phrase: 'waiting for immigration papers', ...untold }),
    ]);
    expect(await french.matches.suggestKeyphrases('being homeless')).toEqual([
      expect.objectContaining({ phrase: 'being homeless', ...untold }),
    ]);
  });

  it('answers a language that has no words for it with nothing rather than an error', async () => {
    expect(await idsOf({ topic: '移民' })).toEqual([]);
    expect(await idsOf({ topic: "'; DROP TABLE conversation; --" })).toEqual([]);
  });
});
