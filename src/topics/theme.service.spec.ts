import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { archiveServices, clearArchive, type Analysed } from '../../test/support/topics.js';

describe('ThemeService', () => {
  let database: TestDatabase;
  let services: ReturnType<typeof archiveServices>;

  beforeAll(async () => {
    database = await openTestDatabase();
    services = archiveServices(database.source, database.folder, { minGroupSize: 2 });
  });
  afterAll(() => database.close());
  beforeEach(() => clearArchive(database.source));

  const chats = (phrase: string, texters: readonly string[], more: Partial<Analysed> = {}): Analysed[] =>
    texters.map((texter) => ({
      id: `${phrase}-${texter}-${more.day ?? ''}`,
      texter,
      keyphrases: [{ text: phrase }],
      ...more,
    }));

  it('groups phrases of one meaning, largest theme first, and leaves out what the taxonomy has', async () => {
    await services.add([
      ...chats('caring for sick mother', ['a', 'b', 'c']),
      ...chats('caring for sick father', ['c', 'd', 'e']),
      ...chats('immigration papers refused', ['f', 'g']),
      ...chats('fights with parents', ['h', 'i', 'j', 'k', 'l', 'm'], {
        keyphrases: [{ text: 'fights with parents', inTaxonomy: true }],
      }),
    ]);
    const themes = await services.themes.themes();
    expect(themes.map(({ name, texters }) => [name.split(' ')[0], texters])).toEqual([
      ['caring', 4],
      ['immigration', 2],
    ]);
    expect(themes[0]?.phrases).toEqual([
      { phrase: 'caring for sick father', texters: 2 },
      { phrase: 'caring for sick mother', texters: 2 },
    ]);
  });

  it('compares the week with the four before, and counts a texter once', async () => {
    await services.add([
      ...chats('food running out', ['a', 'b', 'c', 'd'], { day: '2026-03-10' }),
      ...chats('food running out', ['a', 'b'], { day: '2026-03-09' }),
      ...chats('food running out', ['e', 'f'], { day: '2026-02-20' }),
    ]);
    const [theme] = await services.themes.themes();
    expect(theme).toMatchObject({
      texters: 6,
      growth: { week: 4, weeklyMeanBefore: 0.5, change: 3.5 },
    });
  });

  it('calls a theme rising where its share of texters has grown by more than chance, and no other', async () => {
    const numbered = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, n) => `${prefix}${n}`);
    await services.add([
      ...chats('food running out', numbered('a', 12), { day: '2026-03-10' }),
      ...chats('food running out', ['b', 'c'], { day: '2026-02-20' }),
      ...chats('immigration papers refused', numbered('d', 4), { day: '2026-03-09' }),
      ...chats('immigration papers refused', numbered('e', 16), { day: '2026-02-20' }),
      ...chats('fights with parents', numbered('f', 20), {
        day: '2026-02-20',
        keyphrases: [{ text: 'fights with parents', inTaxonomy: true }],
      }),
    ]);
    const themes = await services.themes.themes();
    expect(themes.map(({ name, rising }) => [name, rising])).toEqual([
      ['immigration papers refused', false],
      ['food running out', true],
    ]);
    for (const { falseDiscovery, rising } of themes) expect(falseDiscovery! <= 0.05).toBe(rising);
  });

  it('looks at the newest week that there has been, whatever is dated ahead of today', async () => {
    await services.add([
      ...chats('food running out', ['a', 'b'], { day: '2026-03-10' }),
      ...chats('food running out', ['c', 'd'], { day: '2026-02-20' }),
      ...chats('food running out', ['e', 'f'], { day: '2999-01-01' }),
    ]);
    const [theme] = await services.themes.themes();
    expect(theme).toMatchObject({ texters: 4, growth: { week: 2, weeklyMeanBefore: 0.5 } });
    expect(await services.reports.report()).toMatchObject({ date: '2026-03-10', empty: false });
  });

  it('tells which labels stand beside it, where enough texters hold them', async () => {
    await services.add([
      ...chats('food running out', ['a', 'b'], { labels: ['other'] }),
      ...chats('food running out', ['c'], { labels: ['prank'] }),
    ]);
    const [theme] = await services.themes.themes();
    expect(theme?.labels).toEqual([{ id: 'other', name: 'other', texters: 2 }]);
  });

  it('says nothing of a phrase that too few texters brought, not even as a name or an example', async () => {
    await services.add([
      ...chats('food running out', ['a', 'b', 'c']),
      ...chats('food running out today', ['d']),
      ...chats('secret of one', ['e']),
    ]);
    const told = JSON.stringify(await services.themes.themes());
    expect(told).toContain('food running out');
    expect(told).not.toContain('today');
    expect(told).not.toContain('secret');
  });

  it('has no themes where there are no conversations', async () => {
    expect(await services.themes.themes()).toEqual([]);
  });

  it('refuses a day that is none', async () => {
    await expect(services.themes.themes({ to: 'yesterday' })).rejects.toThrow('to: expected a day');
  });
});
