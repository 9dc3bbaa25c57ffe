import { databaseKinds, openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { ana, ben, papers, several, smallArchive } from '../../../test/support/saved.topics.js';
import { smallTaxonomy } from '../../../test/support/small-taxonomy.js';
import { archiveServices, clearArchive } from '../../../test/support/topics.js';
import { type Drawn, TopicSampleStore } from './topic.sample.store.js';

describe.each(databaseKinds)('samples of saved topics on %s', (kind) => {
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

  const about = (id: string) => id.startsWith('exact') || id === 'loose-0' || id === 'hinted-0';

  it('hold an equal part of what is found and of near misses, and nothing else', async () => {
    await services.add([
      ...several('found', 6, { keyphrases: [{ text: 'suicide on my mind' }], labels: ['suicide'] }),
      ...several('missed', 6, { keyphrases: [{ text: 'dark evenings' }], labels: ['suicide'] }),
    ]);
    const definition = { ...papers, topic: 'suicide is on my mind', exclude: ['dark evenings'] };
    const { id } = await services.savedTopics.save('mind', definition, ana);
    const { conversations } = await services.samples.draw(id, 12, ana);
    const parts = conversations.map(({ conversationId }) => conversationId.split('-')[0]);
    expect(parts.toSorted()).toEqual([...Array<string>(4).fill('found'), ...Array<string>(4).fill('missed')]);
    expect(conversations.every(({ isAbout }) => isAbout === null)).toBe(true);
    await services.savedTopics.change(id, { ...definition, excludeLabels: ['suicide'] }, ana);
    const without = (await services.samples.draw(id, 12, ana)).conversations;
    expect(without.filter(({ conversationId }) => conversationId.startsWith('missed'))).toEqual([]);
  });

  it('say how good the topic is, once each part has a judgement', async () => {
    const topic = await services.savedTopics.save('papers', papers, ana);
    expect(await services.samples.qualityOf(topic)).toBeNull();
    const sample = await services.samples.draw(topic.id, 30, ana);
    expect(await services.samples.qualityOf(topic)).toMatchObject({
      judged: 0,
      precision: null,
      recall: null,
    });
    for (const { conversationId } of sample.conversations)
      await services.samples.judge(sample.id, conversationId, about(conversationId), ben);
    const quality = await services.samples.qualityOf(topic);
    // In steps of 3, what was drawn at least: 8 of 8 exact, 6 loose of which 1 is about it.
    expect(quality).toMatchObject({
      judged: sample.conversations.length,
      sampled: sample.conversations.length,
    });
    expect(quality?.precision?.value).toBeCloseTo(9 / 14, 10);
    expect(quality!.precision!.low).toBeLessThan(9 / 14);
    expect(quality!.precision!.high).toBeGreaterThan(9 / 14);
  });

  it('say how much of what it is about the topic finds', async () => {
    await services.add([
      ...several('found', 6, { keyphrases: [{ text: 'suicide on my mind' }], labels: ['suicide'] }),
      ...several('missed', 6, { keyphrases: [{ text: 'dark evenings' }], labels: ['suicide'] }),
    ]);
    const topic = await services.savedTopics.save('mind', { ...papers, topic: 'suicide is on my mind' }, ana);
    const sample = await services.samples.draw(topic.id, 30, ana);
    for (const { conversationId } of sample.conversations) {
      const isAbout = conversationId.startsWith('found') || /missed-[012]/.test(conversationId);
      await services.samples.judge(sample.id, conversationId, isAbout, ben);
    }
    const quality = await services.samples.qualityOf(topic);
    expect(quality?.precision?.value).toBe(1);
    expect(quality?.recall?.value).toBeCloseTo(6 / 9, 10);
  });

  it('take the last word on a conversation, of the sample only', async () => {
    const { id } = await services.savedTopics.save('papers', papers, ana);
    const sample = await services.samples.draw(id, 6, ana);
    const { conversationId } = sample.conversations[0]!;
    await services.samples.judge(sample.id, conversationId, true, ana);
    const judged = await services.samples.judge(sample.id, conversationId, false, ben);
    expect(judged.conversations[0]).toEqual({ conversationId, isAbout: false });
    await expect(services.samples.judge(sample.id, 'else-0', true, ana)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      field: 'conversationId',
    });
  });

  it('leave out what was deleted since it was drawn, and hold nothing twice', async () => {
    const { id } = await services.savedTopics.save('papers', papers, ana);
    const store = new TopicSampleStore(database.source, smallTaxonomy);
    const drawn = ['exact-0', 'gone', 'exact-0', 'else-0'].map((conversationId): Drawn => ({
      conversationId,
      stratum: 'near',
    }));
    const sizes = { near: 4, far: 0, missed: 0 };
    const sampleId = await store.add(id, 1, sizes, drawn, ana.name);
    const sample = await services.samples.one(sampleId!);
    expect(sample.conversations.map(({ conversationId }) => conversationId)).toEqual(['exact-0', 'else-0']);
    await services.savedTopics.remove(id, ana);
    expect(await store.add(id, 1, sizes, drawn, ana.name)).toBeNull();
  });

  it('count no more once the topic is changed', async () => {
    const { id } = await services.savedTopics.save('papers', papers, ana);
    await services.samples.draw(id, 6, ana);
    const changed = await services.savedTopics.change(id, { ...papers, exclude: ['losing papers'] }, ana);
    expect(await services.samples.qualityOf(changed)).toBeNull();
  });

  it('let conversations go that are deleted', async () => {
    const { id } = await services.savedTopics.save('papers', papers, ana);
    const { id: sampleId, conversations } = await services.samples.draw(id, 30, ana);
    const gone = conversations[0]!.conversationId;
    await database.source.query('DELETE FROM conversation WHERE id = $1', [gone]);
    const left = await services.samples.one(sampleId);
    expect(left.conversations).toEqual(conversations.slice(1));
  });

  it('are refused by size, where nothing is found, and where survey answers single a small group out', async () => {
    const { id } = await services.savedTopics.save('papers', papers, ana);
    for (const size of [2, 201, 4.5])
      await expect(services.samples.draw(id, size, ana)).rejects.toMatchObject({ field: 'size' });
    const empty = await services.savedTopics.save('empty', { ...papers, filter: { to: '2020-01-01' } }, ana);
    await expect(services.samples.draw(empty.id, 9, ana)).rejects.toMatchObject({ code: 'CONFLICT' });
    await services.add(
      several('young', 2, { survey: { ageGroup: '12' }, keyphrases: [{ text: 'losing papers' }] }),
    );
    const small = await services.savedTopics.save(
      'small',
      { ...papers, filter: { survey: { ageGroup: '12' } } },
      ana,
    );
    await expect(services.samples.draw(small.id, 9, ana)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
