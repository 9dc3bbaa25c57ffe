import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { archiveServices, clearArchive, type Analysed } from '../../test/support/topics.js';
import { reportSchema } from './report.types.js';

describe('ReportService', () => {
  let database: TestDatabase;
  let services: ReturnType<typeof archiveServices>;

  beforeAll(async () => {
    database = await openTestDatabase();
    services = archiveServices(database.source, database.folder, { minGroupSize: 2 });
  });
  afterAll(() => database.close());
  beforeEach(() => clearArchive(database.source));

  const chats = (day: string, texters: readonly string[], more: Partial<Analysed> = {}): Analysed[] =>
    texters.map((texter) => ({ id: `${day}-${texter}`, texter, day, labels: ['other'], ...more }));

  it('counts each texter of the week once, against the weekly mean of the four weeks before', async () => {
    await services.add([
      ...chats('2026-03-10', ['a', 'b', 'c', 'd']),
      ...chats('2026-03-04', ['a', 'b']),
      ...chats('2026-03-03', ['e', 'f', 'g', 'h']),
      ...chats('2026-02-04', ['i', 'j']),
      ...chats('2026-02-03', ['too', 'old']),
    ]);
    const report = await services.reports.report('2026-03-10');
    expect(report.week).toEqual({ from: '2026-03-04', to: '2026-03-10' });
    expect(report.before).toEqual({ from: '2026-02-04', to: '2026-03-03' });
    expect(report.texters).toEqual({ week: 4, weeklyMeanBefore: 1.5, change: 2.5 });
    expect(report.trend.map(({ texters }) => texters)).toEqual([2, null, null, 4, 4]);
  });

  it('holds all labels with their place in the hierarchy, share and keyphrases', async () => {
    const family = {
      labels: ['relationship', 'relationship.family'],
      keyphrases: [{ text: 'fights at home', inTaxonomy: true }],
    };
    await services.add([
      ...chats('2026-03-10', ['a', 'b', 'c', 'd'], family),
      ...chats('2026-03-09', ['e', 'f', 'g', 'h']),
    ]);
    const { labels } = await services.reports.report('2026-03-10');
    expect(labels).toHaveLength(10);
    expect(labels.find(({ id }) => id === 'relationship.family')).toEqual({
      id: 'relationship.family',
      name: 'relationship.family',
      path: ['relationship', 'relationship.family'],
      parent: 'relationship',
      risk: false,
      texters: { week: 4, weeklyMeanBefore: null, change: null },
      share: 0.5,
      keyphrases: [{ phrase: 'fights at home', texters: 4 }],
    });
  });

  it('keeps groups below the smallest group to itself, their phrases included', async () => {
    await services.add([
      ...chats('2026-03-10', ['a', 'b', 'c']),
      ...chats('2026-03-09', ['z'], { labels: ['prank'], keyphrases: [{ text: 'secret of one' }] }),
    ]);
    const report = await services.reports.report();
    expect(report.labels.find(({ id }) => id === 'prank')).toMatchObject({
      texters: { week: null },
      share: null,
      keyphrases: [],
    });
    expect(JSON.stringify(report)).not.toContain('secret');
  });

  it('tells how many need a person, were analysed by the fallback, or failed', async () => {
    await services.add([
      ...chats('2026-03-10', ['a', 'b'], { needsReview: ['low_confidence'] }),
      ...chats('2026-03-09', ['c', 'd'], { degraded: true }),
      ...chats('2026-03-08', ['e', 'f', 'g'], { status: 'failed' }),
    ]);
    const { attention, texters } = await services.reports.report('2026-03-10');
    expect(attention).toEqual({ needsReview: 2, degraded: 2, failed: 2 });
    expect(texters.week).toBe(4);
  });

  it('says that a week is empty, and reports the newest week where no date is given', async () => {
    expect(await services.reports.report()).toMatchObject({ empty: true });
    await services.add(chats('2026-03-10', ['a', 'b']));
    expect(await services.reports.report('2020-01-01')).toMatchObject({ empty: true, themes: [] });
    expect(await services.reports.report()).toMatchObject({ date: '2026-03-10', empty: false });
  });

  it('gives the stored report until a conversation of its weeks is analysed after it', async () => {
    await services.add(chats('2026-03-10', ['a', 'b']));
    const stored = await services.reports.computeAndStore('2026-03-10');
    expect(reportSchema.parse(stored)).toEqual(stored);
    await database.source.query(`UPDATE report SET body = jsonb_set(body, '{texters,week}', '8')`);
    expect((await services.reports.report('2026-03-10')).texters.week).toBe(8);
    await services.add(chats('2026-03-09', ['c', 'd']));
    expect((await services.reports.report('2026-03-10')).texters.week).toBe(4);
  });

  it('computes anew what was stored under another smallest group', async () => {
    await services.add(chats('2026-03-10', ['a', 'b']));
    await services.reports.computeAndStore('2026-03-10');
    const stricter = archiveServices(database.source, database.folder, { minGroupSize: 3 });
    expect((await stricter.reports.report('2026-03-10')).texters.week).toBeNull();
  });

  it('refuses a date that is none', async () => {
    await expect(services.reports.report('2026-13-01')).rejects.toThrow('date: expected a day as YYYY-MM-DD');
  });
});
