import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { archiveServices, clearArchive, type Analysed } from '../../test/support/topics.js';
import { snapshotOf } from '../taxonomy/taxonomy.snapshot.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { type Report, reportSchema } from './report.types.js';

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
      comparison: 'same',
      since: null,
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

  describe('across a change of the taxonomy', () => {
    const labels = smallTaxonomy.labels.filter(({ id }) => id !== 'third_party');
    const old = new TaxonomyService({
      version: '0.0.1',
      concepts: [],
      labels: labels.map((label) => (label.id === 'other' ? { ...label, id: 'rest', name: 'Rest' } : label)),
    });
    const present = new TaxonomyService({
      version: '1.0.0',
      concepts: [],
      labels: smallTaxonomy.labels
        .filter(({ id }) => id !== 'testing')
        .map((label) => (label.id === 'other' ? { ...label, was: ['rest'] } : label))
        .map((label) => (label.id === 'self_harm' ? { ...label, threshold: 0.6 } : label)),
    });
    const bridging = () =>
      archiveServices(database.source, database.folder, { minGroupSize: 2, taxonomy: present });
    const labelOf = (report: Report, id: string) => report.labels.find((label) => label.id === id);

    beforeEach(async () => {
      for (const taxonomy of [old, present])
        await database.source.query(
          'INSERT INTO taxonomy (hash, version, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
          [taxonomy.hash(), taxonomy.version, JSON.stringify(snapshotOf(taxonomy))],
        );
      await services.add([
        ...chats('2026-03-03', ['a', 'b', 'c', 'd'], { labels: ['rest', 'self_harm', 'testing'] }),
        ...chats('2026-03-10', ['e', 'f', 'g', 'h'], { labels: ['other', 'self_harm', 'third_party'] }),
      ]);
      await database.source.query(
        `UPDATE conversation SET holds_for = CASE started_at::date WHEN '2026-03-03' THEN $1 ELSE $2 END`,
        [old.hash(), present.hash()],
      );
    });

    it('says so, joins what was renamed, and compares nothing that is new or changed', async () => {
      const report = await bridging().reports.report('2026-03-10');
      expect(report.analysedWith).toEqual([
        { version: '0.0.1', texters: 4 },
        { version: '1.0.0', texters: 4 },
      ]);
      expect(report.removed).toEqual([{ id: 'testing', name: 'testing' }]);
      expect(labelOf(report, 'other')).toMatchObject({
        comparison: 'same',
        texters: { week: 4, weeklyMeanBefore: 1, change: 3 },
      });
      const untold = { week: 4, weeklyMeanBefore: null, change: null };
      expect(labelOf(report, 'third_party')).toMatchObject({
        comparison: 'new',
        since: '1.0.0',
        texters: untold,
      });
      expect(labelOf(report, 'self_harm')).toMatchObject({
        comparison: 'changed',
        since: '1.0.0',
        texters: untold,
      });
      const weeks = (id: string) =>
        report.trend.map((week) => week.labels.find((label) => label.id === id)?.texters);
      expect(weeks('self_harm')).toEqual([null, null, null, null, 4]);
      expect(weeks('other')).toEqual([null, null, null, 4, 4]);
    });

    it('compares all again once every result holds for the present one, stored report or not', async () => {
      await bridging().reports.computeAndStore('2026-03-10');
      await database.source.query('UPDATE conversation SET holds_for = $1', [present.hash()]);
      const report = await bridging().reports.report('2026-03-10');
      expect(report.analysedWith).toEqual([{ version: '1.0.0', texters: 8 }]);
      expect(labelOf(report, 'self_harm')).toMatchObject({ comparison: 'same', texters: { change: 3 } });
    });

    it('does not show that results of too few texters are of another version', async () => {
      await database.source.query(
        `UPDATE conversation SET holds_for = CASE texter_hash WHEN 'a' THEN $1 ELSE $2 END`,
        [old.hash(), present.hash()],
      );
      const report = await bridging().reports.report('2026-03-10');
      expect(report.analysedWith).toEqual([{ version: '1.0.0', texters: 6 }]);
      expect(report.labels.every(({ comparison }) => comparison === 'same')).toBe(true);
    });
  });

  it('refuses a date that is none', async () => {
    await expect(services.reports.report('2026-13-01')).rejects.toThrow('date: expected a day as YYYY-MM-DD');
  });
});
