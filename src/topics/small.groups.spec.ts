import { clearArchive, archiveServices, type Analysed } from '../../test/support/topics.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { seededRandom } from '../classification/training/random.js';
import { inSteps, mayTell, shareOf, told } from './small.groups.js';
import type { TopicFilter } from './topic.types.js';

const K = 5;

describe('inSteps', () => {
  it.each([
    [0, null],
    [4, null],
    [5, 5],
    [9, 5],
    [10, 10],
    [23, 20],
  ])('tells %i texters as %p', (count, told) => expect(inSteps(count, K)).toBe(told));

  it('tells every count where the smallest group is one', () => {
    expect([0, 1, 2].map((count) => inSteps(count, 1))).toEqual([null, 1, 2]);
  });

  it('leaves each difference of two answers at least as many readings as a small group has sizes', () => {
    for (let whole = 0; whole <= 6 * K; whole++)
      for (let part = 0; part <= whole; part++)
        expect(differences(inSteps(whole, K), inSteps(part, K)).size).toBeGreaterThanOrEqual(K);
  });
});

describe('shareOf', () => {
  it('is untold where the part or the whole is', () => {
    expect([shareOf(null, 10), shareOf(5, null), shareOf(5, 10)]).toEqual([null, null, 0.5]);
  });
});

describe('told', () => {
  it('leaves small groups out and gives no hint which of two equal steps is larger', () => {
    const rows = [
      { name: 'b', texters: 9 },
      { name: 'a', texters: 6 },
      { name: 'c', texters: 4 },
      { name: 'd', texters: 12 },
    ];
    expect(told(rows, ({ name }) => name, K)).toEqual([
      { name: 'd', texters: 10 },
      { name: 'a', texters: 5 },
      { name: 'b', texters: 5 },
    ]);
  });
});

describe('mayTell', () => {
  it('refuses a selection that singles out few, inside or outside', () => {
    expect([mayTell(4, 50, K), mayTell(50, 4, K), mayTell(50, 0, K), mayTell(5, 5, K)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('counts of a random archive', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
  const ages = ['12-13', '14-17', '18-24'];
  const labels = ['other', 'relationship.family', 'relationship.romantic'];
  const filters: TopicFilter[] = [
    {},
    ...days.flatMap((from) => days.filter((to) => to >= from).map((to) => ({ from, to }))),
    ...['relationship', ...labels].map((label) => ({ labels: [label] })),
    ...ages.map((ageGroup) => ({ survey: { ageGroup } })),
    ...ages.map((ageGroup) => ({ survey: { ageGroup }, labels: ['relationship'] })),
  ];

  it.each([1, 2, 3])('give no small group away when any two are subtracted (archive %i)', async (seed) => {
    await clearArchive(database.source);
    const { add, search } = archiveServices(database.source, database.folder, { minGroupSize: K });
    const archive = randomArchive(seed);
    await add(archive);
    const answers = [];
    for (const filter of filters) {
      const page = await search.search({ topic: 'shared phrase', filter, first: 1 });
      const { suppressed, hits } = page;
      const texters = await page.texters();
      if (suppressed) expect([texters, hits]).toEqual([null, []]);
      answers.push({ told: texters, exact: exactly(archive, filter) });
    }
    for (const whole of answers)
      for (const part of answers) {
        const between = [...whole.exact].filter((texter) => !part.exact.has(texter)).length;
        if (!isWithin(part.exact, whole.exact) || between === 0 || between >= K) continue;
        const possible = differences(whole.told, part.told);
        expect(possible.has(between)).toBe(true);
        expect(possible.size).toBeGreaterThan(1);
      }
    expect(answers.some(({ told }) => told !== null)).toBe(true);
  });

  function randomArchive(seed: number): Analysed[] {
    const random = seededRandom(seed);
    const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!;
    return Array.from({ length: 36 }, (_, index) => {
      const label = pick(labels);
      return {
        id: `c${index}`,
        texter: `t${Math.floor(random() * 28)}`,
        day: pick(days),
        survey: { ageGroup: random() < 0.1 ? '12-13' : pick(ages.slice(1)) },
        labels: label.startsWith('relationship.') ? ['relationship', label] : [label],
        keyphrases: [{ text: 'shared phrase' }],
      };
    });
  }

  function exactly(
    archive: readonly Analysed[],
    { from, to, labels: held, survey }: TopicFilter,
  ): Set<string> {
    return new Set(
      archive
        .filter(
          (row) =>
            (!from || row.day! >= from) &&
            (!to || row.day! <= to) &&
            (!held || row.labels!.some((label) => held.includes(label))) &&
            (!survey || row.survey!.ageGroup === survey.ageGroup),
        )
        .map(({ texter }) => texter!),
    );
  }
});

/** Every difference that a reader of two answers must think possible, the second group lying within the first. */
function differences(whole: number | null, part: number | null): Set<number> {
  const sizes = (told: number | null) => Array.from({ length: K }, (_, more) => (told ?? 0) + more);
  return new Set(
    sizes(whole)
      .flatMap((a) => sizes(part).map((b) => a - b))
      .filter((difference) => difference >= 0),
  );
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((texter) => whole.has(texter));
}
