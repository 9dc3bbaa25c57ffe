import { jest } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { several } from '../../../test/support/saved.topics.js';
import { makeLabel, smallTaxonomy } from '../../../test/support/small-taxonomy.js';
import { archiveServices, clearArchive } from '../../../test/support/topics.js';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import type { PhraseProposer, Proposals } from './phrase.proposer.js';
import { TopicUnderstanding } from '../topic.understanding.js';

const taxonomy = new TaxonomyService({
  version: '0.0.1',
  labels: [
    ...smallTaxonomy.labels,
    makeLabel('grief', { was: ['loss'], cues: { '\\bbereavement\\b': 0.9 } }),
  ],
  concepts: [
    ['being homeless', 'i sleep in the park'],
    ['waiting for papers', 'we still wait for our hearing'],
    ['moving schools', 'new classes since october'],
  ].map(([phrase = '', exemplar = '']) => ({
    id: phrase.replaceAll(' ', '-'),
    phrase,
    fr: phrase,
    labels: [],
    risk: false,
    exemplars: { en: [exemplar], fr: [exemplar] },
    cues: { en: [], fr: [] },
  })),
});

describe('TopicMatchService', () => {
  let database: TestDatabase;
  let matches: ReturnType<typeof archiveServices>['matches'];

  beforeAll(async () => {
    database = await openTestDatabase();
    const services = archiveServices(database.source, database.folder, { taxonomy, minGroupSize: 3 });
    matches = services.matches;
    await clearArchive(database.source);
    await services.add([
      ...several('self', 4, { labels: ['self_harm'], keyphrases: [{ text: 'burning myself' }] }),
      ...several('rare', 2, { labels: ['grief'], keyphrases: [{ text: 'zxqv wpfl' }] }),
      ...several('former', 2, { labels: ['loss'] }),
      ...several('waiting', 3, { labels: ['grief'], status: 'received' }),
      ...several('homeless', 2, { keyphrases: [{ text: 'being homeless' }] }),
    ]);
  });
  afterAll(() => database.close());

  it('lists the labels near a topic with their texters in steps, nearest first', async () => {
    const { labels } = await matches.understand('i burn myself when im upset');
    expect(labels[0]).toEqual({
      id: 'self_harm',
      name: 'self_harm',
      similarity: expect.any(Number),
      texters: 3,
    });
    const similarities = labels.map(({ similarity }) => similarity);
    expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
    expect((await matches.understand('suicide')).labels).toMatchObject([{ id: 'suicide', texters: null }]);
  });

  it('counts a label under its earlier ids too, in analysed conversations alone', async () => {
    // Two hold it, two hold it by the id it had, three are not analysed.
    expect((await matches.understand('grief')).labels).toMatchObject([{ id: 'grief', texters: 3 }]);
  });

  it('says of each phrase by what it is near, and which concept it is', async () => {
    const { phrases } = await matches.understand('burning matches');
    expect(phrases).toEqual([
      {
        phrase: 'burning myself',
        concept: null,
        inTaxonomy: false,
        similarity: expect.any(Number),
        meaning: expect.any(Number),
        wording: expect.closeTo(2 / 3, 10),
        texters: 3,
        proposed: false,
      },
    ]);
    expect(phrases[0]!.meaning).toBeLessThan(phrases[0]!.similarity);
    expect((await matches.understand('being homeless')).phrases).toMatchObject([
      { phrase: 'being homeless', concept: 'being-homeless', meaning: 1, wording: 1, texters: null },
    ]);
  });

  it('tells nothing of a phrase that few brought, not even that it gives a topic its meaning', async () => {
    const rows: { id: number }[] = await database.source.query(
      `SELECT id FROM vocabulary WHERE phrase IN ('zxqv wpfl', 'burning myself') ORDER BY phrase DESC`,
    );
    const [rare, common] = rows.map(({ id }) => ({
      vocabularyId: id,
      phrase: `phrase ${id}`,
      inTaxonomy: false,
      similarity: 0.9,
      meaning: 0.9,
      wording: 0,
    }));
    const [text, labels] = ['zxqv', [{ id: 'grief', name: 'grief', similarity: 0.4 }]];
    const near = jest.spyOn(TopicUnderstanding.prototype, 'near');
    near.mockResolvedValueOnce({ text, labels, phrases: [rare!], isClear: false });
    expect(await matches.understand('zxqv')).toMatchObject({ labels: [], phrases: [] });
    near.mockResolvedValueOnce({ text, labels, phrases: [common!, rare!], isClear: false });
    expect(await matches.understand('zxqv')).toMatchObject({
      labels: [{ id: 'grief' }],
      phrases: [{ phrase: common?.phrase }],
    });
    near.mockRestore();
  });

  it('does not confirm a wording that somebody merged into a common meaning', async () => {
    const point = (to: string | null) =>
      database.source.query(
        `UPDATE vocabulary SET merged_into = (SELECT id FROM vocabulary WHERE phrase = $1) WHERE phrase = 'zxqv wpfl'`,
        [to],
      );
    await point('burning myself');
    const { phrases } = await matches.understand('zxqv wpfl');
    await point(null);
    expect(phrases.filter(({ phrase }) => phrase === 'burning myself')).toEqual([]);
  });

  it('finds a label that the analyst adds under its earlier ids too, and tells of it by the present one', async () => {
    const { search } = archiveServices(database.source, database.folder, { taxonomy, minGroupSize: 3 });
    const { hits } = await search.search({ topic: 'being homeless', includeLabels: ['grief'] });
    const former = hits.filter(({ id }) => id.startsWith('former'));
    expect(former).toHaveLength(2);
    expect(former[0]).toMatchObject({ labels: [{ id: 'grief' }], matchedLabels: [{ id: 'grief' }] });
  });

  describe('with a model', () => {
    const asked: { topic: string; phrases: readonly string[] }[] = [];
    let answer: Proposals;
    const understand = (topic: string) => {
      const proposer: Pick<PhraseProposer, 'propose'> = {
        propose: (words, phrases) => {
          asked.push({ topic: words, phrases });
          return Promise.resolve(answer);
        },
      };
      const more = { taxonomy, minGroupSize: 3, proposer };
      return archiveServices(database.source, database.folder, more).matches.understand(topic);
    };
    beforeEach(() => {
      asked.length = 0;
      answer = { proposed: new Set(), model: 'test-model-1', prompt: 'topic@1' };
    });

    it('puts to it the bank and what enough texters brought, and nothing that few did', async () => {
      await understand(`  zxqv wpfl${' '.repeat(1000)}`);
      const [{ topic, phrases }] = asked as [(typeof asked)[0]];
      expect(topic).toBe('zxqv wpfl');
      expect(phrases.toSorted()).toEqual([
        'being homeless',
        'burning myself',
        'moving schools',
        'waiting for papers',
      ]);
    });

    it('lists what it proposes among the near ones, marked and counted', async () => {
      answer = { proposed: new Set(['burning myself', 'moving schools']), model: 'm', prompt: 'topic@1' };
      const { phrases, provenance } = await understand('being homeless');
      const told = new Map(phrases.map(({ phrase, proposed, texters }) => [phrase, [proposed, texters]]));
      expect(told).toEqual(
        new Map([
          ['being homeless', [false, null]],
          ['burning myself', [true, 3]],
          ['moving schools', [true, null]],
        ]),
      );
      expect(phrases.map(({ phrase }) => phrase)[0]).toBe('being homeless');
      expect(provenance).toEqual({
        engine: 'llm',
        model: 'm',
        taxonomy: '0.0.1',
        prompt: 'topic@1',
        degraded: false,
      });
    });

    it('lists the same as without one where it fails, and says why', async () => {
      answer = { reason: 'over_budget' };
      const without = await matches.understand('being homeless');
      expect(without.provenance).toMatchObject({ engine: 'local', prompt: null, degraded: false });
      expect(await understand('being homeless')).toEqual({
        ...without,
        provenance: { ...without.provenance, degraded: true, reason: 'over_budget' },
      });
    });

    it('finds nothing by what it proposes until the analyst includes that', async () => {
      answer = { proposed: new Set(['burning myself']), model: 'm', prompt: 'topic@1' };
      await understand('being homeless');
      const { search } = archiveServices(database.source, database.folder, { taxonomy, minGroupSize: 3 });
      const found = async (include: string[]) =>
        (await search.search({ topic: 'being homeless', include })).hits.map(({ id }) => id.split('-')[0]);
      expect(await found([])).not.toContain('self');
      expect(await found(['burning myself'])).toContain('self');
    });
  });

  it('refuses a topic without words', async () => {
    await expect(matches.understand('?!')).rejects.toMatchObject({ name: 'TopicInputError', field: 'topic' });
  });
});
