import { makeLabel } from '../../../test/support/small-taxonomy.js';
import { type GivenLesson, spoolOf } from '../../../test/support/lessons.js';
import { testFolder, type TestFolder } from '../../../test/support/settings.js';
import { Census } from './census.js';
import { fitHead, type HeadFittingOptions } from './head.fitting.js';
import { measureHead } from './head.measuring.js';
import { seededRandom } from './random.js';
import { partOf } from './split.js';
import type { Spool } from './spool.js';

const labels = [makeLabel('grief'), makeLabel('suicide', { risk: true, threshold: 0.4 }), makeLabel('rare')];
const size = { labels: 3, features: 3 };
const SEED = 11;
const plain = { seed: SEED, riskRecall: 0.9, fairness: { alpha: 0, beta: 0 }, passes: 12 };

/**
 * Features say what the untrained scores do not: the first one grief, the second one suicide. In the small group,
 * every tenth, it is the third one that says grief, and the first one misleads.
 */
function* madeUp(count: number): Generator<GivenLesson> {
  const random = seededRandom(5);
  for (let texter = 0; texter < count; texter++) {
    const [grief, suicide] = [random() < 0.3, random() < 0.2];
    const small = texter % 10 === 0;
    const told = (given: boolean) => Math.max(-1, Math.min(1, (given ? 0.5 : -0.5) + (random() - 0.5)));
    const features = small
      ? [told(!grief), told(suicide), told(grief)]
      : [told(grief), told(suicide), (random() - 0.5) / 2];
    const gold = [...(grief ? [0] : []), ...(suicide ? [1] : []), ...(texter < 4 ? [2] : [])];
    yield { texter, group: small ? 2 : 1, gold, features };
  }
}

describe('fitting a head', () => {
  let folder: TestFolder;
  let spool: Spool;
  let census: Census;
  const fit = (more: Partial<HeadFittingOptions> = {}) =>
    fitHead(spool, census, labels, { ...plain, ...more });
  const measure = (trained: Awaited<ReturnType<typeof fit>>) => {
    const heldOut = (texter: number) => partOf(texter, SEED) === 'test';
    return measureHead(spool, census, labels, heldOut, { trained, unweighted: null }, ['large', 'small']);
  };

  beforeAll(async () => {
    folder = testFolder();
    spool = await spoolOf(folder, madeUp(600), size);
    census = await Census.of(spool, size, SEED, 5);
  });
  afterAll(async () => {
    await spool.remove();
    folder.remove();
  });

  it('learns what the untrained scores do not say, and says how sure it is', async () => {
    const head = await fit();
    const { untrained, uncalibrated, trained } = await measure(head);
    expect(trained.microF1).toBeGreaterThan(0.75);
    expect(trained.microF1).toBeGreaterThan(untrained.microF1 ?? 0);
    expect(trained.calibrationError).toBeLessThan(uncalibrated.calibrationError!);
    expect(trained.calibrationError).toBeLessThan(0.06);
  });

  it('finds the wanted share of a risk label, with the lowest threshold for the highest share', async () => {
    const [some, all] = [await fit({ riskRecall: 0.5 }), await fit({ riskRecall: 1 })];
    const { threshold } = all.labels['suicide']!;
    expect(threshold).toMatchObject({ rule: 'recall', reached: 1 });
    expect(threshold.positives).toBe(all.labels['suicide']!.positives);
    expect(threshold.value).toBeLessThan(some.labels['suicide']!.threshold.value);
    expect(all.labels['grief']!.threshold.rule).toBe('f1');
    expect((await measure(all)).trained.riskRecall).toBeGreaterThan(0.95);
  });

  it('leaves labels of too few conversations, and says how many more are needed', async () => {
    const { untrained } = await fit();
    expect(untrained).toEqual({ rare: { positives: expect.any(Number), needed: expect.any(Number) } });
    expect(untrained['rare']!.positives + untrained['rare']!.needed).toBe(8);
  });

  it('gives the same head for the same seed, and stops when it gains no more', async () => {
    const first = await fit();
    expect(await fit()).toEqual(first);
    expect(Math.max(...first.passes)).toBeGreaterThan(0);
    const other = await fitHead(spool, await Census.of(spool, size, 12, 5), labels, { ...plain, seed: 12 });
    expect(other.labels['grief']!.weights).not.toEqual(first.labels['grief']!.weights);
  });

  it('serves the group that falls behind better when told to be fair', async () => {
    const small = async (fairness: HeadFittingOptions['fairness']) => {
      const { groups } = await measure(await fit({ fairness }));
      expect(groups.map(({ group }) => group)).toEqual(['large', 'small']);
      return groups[1]!.trained;
    };
    const average = await small({ alpha: 0, beta: 0 });
    const fair = await small({ alpha: 0.9, beta: 10 });
    expect(fair.microF1! - average.microF1!).toBeGreaterThan(0.05);
  });
});
