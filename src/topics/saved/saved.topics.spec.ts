import { databaseKinds, openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { ana, ben, papers, several, smallArchive } from '../../../test/support/saved.topics.js';
import { archiveServices, clearArchive } from '../../../test/support/topics.js';
import { deleteUnusedWordings } from '../../keyphrases/unused.wordings.js';
import type { Caller } from '../../access/access.types.js';
import { SavedTopicStore } from './saved.topic.store.js';
import type { SavedTopic } from './saved.topic.types.js';

const root: Caller = { name: 'root', role: 'admin' };

describe.each(databaseKinds)('saved topics on %s', (kind) => {
  let database: TestDatabase;
  let services: ReturnType<typeof archiveServices>;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    services = archiveServices(database.source, database.folder, { minGroupSize: 3 });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await clearArchive(database.source);
    await services.add(smallArchive);
  });

  const phrasesOf = async (topic: SavedTopic, version = 0) =>
    (await services.savedTopics.phrasesOf(topic, topic.versions[version]!)).map(({ phrase }) => phrase);

  describe('their history', () => {
    it('keeps a topic with the phrases that were near it, nearest first', async () => {
      const topic = await services.savedTopics.save('  Papers,  waiting ', papers, ana);
      expect(topic).toMatchObject({ name: 'Papers, waiting', owner: 'ana' });
      expect(topic.versions).toMatchObject([{ number: 1, definition: papers, savedBy: 'ana' }]);
      expect(await phrasesOf(topic)).toEqual(['waiting for immigration papers', 'losing papers']);
      expect(await services.savedTopics.all()).toEqual([topic]);
    });

    it('keeps every version, each with its own phrases', async () => {
      const { id } = await services.savedTopics.save('papers', papers, ana);
      const changed = await services.savedTopics.change(id, { ...papers, exclude: ['losing papers'] }, ana);
      expect(changed.versions.map(({ number }) => number)).toEqual([2, 1]);
      expect(await phrasesOf(changed)).toEqual(['waiting for immigration papers']);
      expect(await phrasesOf(changed, 1)).toHaveLength(2);
    });

    it('leaves a phrase out that was deleted since it was found', async () => {
      const store = new SavedTopicStore(database.source);
      const id = await store.add('gone', 'ana', papers, [{ vocabularyId: 2 ** 30, similarity: 0.5 }]);
      expect(await store.phrases(id!, 1)).toEqual([]);
    });

    it('is changed and deleted by its owner and admins alone', async () => {
      const { id } = await services.savedTopics.save('papers', papers, ana);
      await expect(services.savedTopics.change(id, papers, ben)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(services.savedTopics.remove(id, ben)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await services.savedTopics.change(id, papers, root);
      await services.samples.draw(id, 9, ana);
      await services.savedTopics.remove(id, ana);
      await expect(services.savedTopics.one(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await database.source.query('SELECT FROM topic_judgement')).toEqual([]);
    });

    it('refuses a name that its owner uses, or that names nothing', async () => {
      await services.savedTopics.save('papers', papers, ana);
      await expect(services.savedTopics.save('papers', papers, ana)).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      await services.savedTopics.save('papers', papers, ben);
      for (const name of [' ', '?!', 'x'.repeat(101)])
        await expect(services.savedTopics.save(name, papers, ana)).rejects.toMatchObject({ field: 'name' });
      await expect(services.savedTopics.save('other', { ...papers, topic: '…' }, ana)).rejects.toMatchObject({
        field: 'topic',
      });
    });

    it('warns of near phrases that the vocabulary has learned since, of small groups not', async () => {
      const topic = await services.savedTopics.save('papers', papers, ana);
      expect(await services.savedTopics.newPhrases(topic)).toEqual([]);
      await services.add([
        ...several('new', 4, { keyphrases: [{ text: 'papers for immigration' }] }),
        ...several('rare', 2, { keyphrases: [{ text: 'immigration papers stolen' }] }),
      ]);
      expect(await services.savedTopics.newPhrases(topic)).toMatchObject([
        { phrase: 'papers for immigration', texters: 3 },
      ]);
      const again = await services.savedTopics.change(topic.id, papers, ana);
      expect(await services.savedTopics.newPhrases(again)).toEqual([]);
    });

    it('lets go of a phrase that is deleted, and follows the meaning that it had', async () => {
      const topic = await services.savedTopics.save('papers', { ...papers, include: ['losing papers'] }, ana);
      await database.source.query(`UPDATE vocabulary SET resolved_at = now() - interval '9 days'`);
      await database.source.query(
        `UPDATE vocabulary SET merged_into = (SELECT id FROM vocabulary WHERE phrase = 'sleepless nights')
         WHERE phrase = 'losing papers'`,
      );
      await database.source.query(`DELETE FROM conversation WHERE id LIKE 'loose-%'`);
      await deleteUnusedWordings(database.source);
      expect(await phrasesOf(topic)).toEqual(['sleepless nights', 'waiting for immigration papers']);
      expect((await services.savedTopics.one(topic.id)).versions[0]?.definition.include).toEqual([]);
    });

    it('follows a phrase to what it is merged into', async () => {
      const topic = await services.savedTopics.save('papers', papers, ana);
      await database.source.query(
        `UPDATE vocabulary SET merged_into = (SELECT id FROM vocabulary WHERE phrase = 'waiting for immigration papers')
         WHERE phrase = 'losing papers'`,
      );
      expect(await phrasesOf(topic)).toEqual(['waiting for immigration papers']);
    });
  });

  describe('their trend', () => {
    it('counts texters week by week, oldest first, in steps', async () => {
      const topic = await services.savedTopics.save('papers', papers, ana);
      const weeks = await services.trends.trend(topic, { weeks: 3 });
      expect(weeks.map(({ from, to, texters, all }) => ({ from, to, texters, all }))).toEqual([
        { from: '2026-02-18', to: '2026-02-24', texters: null, all: null },
        { from: '2026-02-25', to: '2026-03-03', texters: 6, all: 15 },
        { from: '2026-03-04', to: '2026-03-10', texters: 6, all: 12 },
      ]);
      expect(weeks[0]?.share).toBeNull();
      expect(weeks[1]?.share?.value).toBeCloseTo(0.4, 10);
      // Truly 8 of 13.
      expect(weeks[2]!.share!.low).toBeLessThan(8 / 13);
      expect(weeks[2]!.share!.high).toBeGreaterThan(8 / 13);
    });

    it('keeps to the filter, and to weeks that single nobody out by survey answers', async () => {
      await services.add([
        ...several('young', 6, {
          survey: { ageGroup: '12' },
          keyphrases: [{ text: 'losing papers' }],
          day: '2026-03-10',
        }),
        ...several('few', 2, {
          survey: { ageGroup: '12' },
          keyphrases: [{ text: 'losing papers' }],
          day: '2026-03-03',
        }),
      ]);
      const topic = await services.savedTopics.save(
        'young',
        { ...papers, filter: { survey: { ageGroup: '12' } } },
        ana,
      );
      const weeks = await services.trends.trend(topic, { weeks: 2, to: '2026-03-10' });
      expect(weeks.map(({ texters, all }) => [texters, all])).toEqual([
        [null, null],
        [6, 6],
      ]);
    });

    it('sets two topics side by side', async () => {
      await services.add(
        several('both', 4, { keyphrases: [{ text: 'losing papers' }, { text: 'fights at home' }] }),
      );
      const one = await services.savedTopics.save('papers', papers, ana);
      const other = await services.savedTopics.save('fights', { ...papers, topic: 'fights at home' }, ben);
      const { topics, textersOfBoth } = await services.trends.compare([one.id, other.id], { weeks: 2 });
      expect(topics.map(({ topic, weeks }) => [topic.name, weeks.map(({ texters }) => texters)])).toEqual([
        ['papers', [6, 12]],
        ['fights', [9, 3]],
      ]);
      expect(textersOfBoth).toBe(3);
    });

    it('refuses weeks out of bounds, and has none where the archive is empty', async () => {
      const topic = await services.savedTopics.save('papers', papers, ana);
      for (const weeks of [0, 105, 1.5])
        await expect(services.trends.trend(topic, { weeks })).rejects.toMatchObject({ field: 'weeks' });
      await expect(services.trends.trend(topic, { to: 'monday' })).rejects.toMatchObject({ field: 'to' });
      await database.source.query('TRUNCATE conversation CASCADE');
      expect(await services.trends.trend(topic)).toEqual([]);
    });
  });
});
