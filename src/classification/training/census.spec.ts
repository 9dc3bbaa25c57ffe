import { spoolOf, type GivenLesson } from '../../../test/support/lessons.js';
import { testFolder, type TestFolder } from '../../../test/support/settings.js';
import { Census } from './census.js';
import { partOf } from './split.js';

const size = { labels: 2, features: 1 };
const SEED = 3;
const inTest = Array.from({ length: 400 }, (_, texter) => texter).filter(
  (each) => partOf(each, SEED) === 'test',
);

describe('the census', () => {
  let folder: TestFolder;
  const censusOf = async (lessons: GivenLesson[], minimum = 5) => {
    const spool = await spoolOf(folder, lessons, size);
    const census = await Census.of(spool, size, SEED, minimum);
    await spool.remove();
    return census;
  };
  /** So many of the texters held out in each group. */
  const heldOut = (counts: Record<number, number>): GivenLesson[] => {
    let next = 0;
    return Object.entries(counts).flatMap(([group, count]) =>
      Array.from({ length: count }, () => ({ texter: inTest[next++]!, group: Number(group) })),
    );
  };

  beforeEach(() => (folder = testFolder()));
  afterEach(() => folder.remove());

  it('counts conversations and labels by part', async () => {
    const lessons = Array.from({ length: 200 }, (_, texter) => ({ texter, gold: texter < 50 ? [1] : [] }));
    const census = await censusOf(lessons);
    const all = census.among(() => true);
    expect(all.rows).toBe(200);
    expect([...all.positives]).toEqual([0, 50]);
    const { folds, test } = census.sizes();
    expect(folds.reduce((sum, rows) => sum + rows, test)).toBe(200);
    expect(census.foldsWith(1)).toBe(5);
    expect(census.foldsWith(0)).toBe(0);
  });

  it('lets groups of too few texters go together, however many conversations they have', async () => {
    const busy = Array.from({ length: 50 }, (_, index) => ({ texter: index % 4, group: 2 }));
    const census = await censusOf([...heldOut({ 1: 5 }), ...busy]);
    expect([census.groups(1), census.groups(2), census.groups(0)]).toEqual([1, 0, 0]);
  });

  it('shows no group that is too small among those held out', async () => {
    expect((await censusOf(heldOut({ 1: 6, 2: 4, 3: 3 }))).shown()).toEqual([1]);
  });

  it('shows no group from which the rest could be told by subtraction', async () => {
    expect((await censusOf(heldOut({ 1: 6, 2: 9, 3: 1 }))).shown()).toHaveLength(1);
    expect((await censusOf(heldOut({ 1: 6, 0: 1 }))).shown()).toEqual([]);
    expect((await censusOf(heldOut({ 1: 6, 2: 9 }))).shown()).toEqual([1, 2]);
  });
});
