import { jest } from '@jest/globals';
import { databaseKinds, openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { clearArchive } from '../../test/support/topics.js';
import { toVectorLiteral } from '../database/vector.column.js';
import type { Embedder } from '../embeddings/embedder.types.js';
import { dot, normalise } from '../embeddings/vectors.js';
import { seededRandom } from '../classification/training/random.js';
import { SAME_MEANING } from './meaning.rule.js';
import { lockAdding } from './vocabulary.locks.js';
import { VocabularyService } from './vocabulary.service.js';

/** Vectors at random, in bundles so narrow that many of a bundle are one meaning and many are not. */
class RandomEmbedder implements Embedder {
  readonly id = 'random';
  readonly dimensions = 16;
  private readonly vectors = new Map<string, Float32Array>();

  constructor(readonly wordings: readonly string[]) {
    const random = seededRandom(7);
    const direction = () => normalise(Float32Array.from({ length: this.dimensions }, () => random() - 0.5));
    const centres = Array.from({ length: 12 }, direction);
    wordings.forEach((wording, index) => {
      const [centre, off] = [centres[index % centres.length]!, direction()];
      this.vectors.set(wording, normalise(centre.map((value, at) => value + 0.4 * off[at]!)));
    });
  }

  embed(texts: readonly string[]): Promise<Float32Array[]> {
    return Promise.resolve(texts.map((text) => this.vectorOf(text)));
  }

  vectorOf(text: string): Float32Array {
    return this.vectors.get(text)!;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

interface Row {
  id: number;
  phrase: string;
  mergedInto: number | null;
}

describe.each(databaseKinds)('adding to the vocabulary on %s', (kind) => {
  let database: TestDatabase;
  const wordings = Array.from({ length: 240 }, (_, index) => `wording ${index}`);
  const embedder = new RandomEmbedder(wordings);
  /** The embedded database runs one transaction at a time. */
  const onPostgreSql = kind === 'PostgreSQL' ? it : it.skip;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());
  beforeEach(() => clearArchive(database.source));

  /** As another worker has it: nothing known yet. */
  const worker = () => new VocabularyService(database.source, smallTaxonomy, embedder);
  const phraseOf = (canonical: string) => ({ canonical, concept: null, inTaxonomy: false });
  const resolve = (texts: readonly string[]) => worker().resolve(texts.map(phraseOf));
  const rows = (): Promise<Row[]> =>
    database.source.query('SELECT id, phrase, merged_into AS "mergedInto" FROM vocabulary ORDER BY id');

  /** What each is merged into if every one, as it comes, is compared with all meanings before it. */
  const expected = (inOrder: readonly Row[]): Row[] => {
    const meanings: Row[] = [];
    return inOrder.map(({ id, phrase }) => {
      const vector = embedder.vectorOf(phrase);
      const likeness = (meaning: Row) => dot(embedder.vectorOf(meaning.phrase), vector);
      const [nearest] = meanings.toSorted((a, b) => likeness(b) - likeness(a));
      const isNew = !nearest || likeness(nearest) < SAME_MEANING;
      const row = { id, phrase, mergedInto: isNew ? null : nearest.id };
      if (isNew) meanings.push(row);
      return row;
    });
  };

  /** Whether somebody waits for a turn to add whose transaction has read the vocabulary already. */
  const waitsHavingRead = async (): Promise<boolean> => {
    const waiting: unknown[] = await database.source.query(
      `SELECT FROM pg_locks w JOIN pg_locks r USING (pid)
       WHERE w.locktype = 'advisory' AND NOT w.granted AND r.relation = 'vocabulary'::regclass AND r.granted
         AND r.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return waiting.length > 0;
  };

  /** Two wordings that are one meaning. */
  const nearPair = (): [string, string] => {
    for (const first of wordings)
      for (const second of wordings)
        if (first !== second && dot(embedder.vectorOf(first), embedder.vectorOf(second)) > 0.95)
          return [first, second];
    throw new Error('No two wordings are alike enough');
  };

  it.each([
    ['one after the other', wordings],
    ['in the other order', wordings.toReversed()],
  ])('merges each wording into the nearest meaning before it, %s', async (_, given) => {
    await resolve(given);
    const added = await rows();
    expect(added.map(({ phrase }) => phrase)).toEqual(given);
    expect(added).toEqual(expected(added));
    const merged = added.filter(({ mergedInto }) => mergedInto !== null).length;
    expect(merged).toBeGreaterThan(40);
    expect(merged).toBeLessThan(200);
  });

  it('merges them no otherwise when workers add them at once, in whatever order they come', async () => {
    await Promise.all(
      [0, 1, 2, 3, 4, 5].map((own) =>
        resolve(wordings.filter((_, index) => Math.floor(index / 2) % 6 === own)),
      ),
    );
    const added = await rows();
    expect(added).toHaveLength(wordings.length);
    expect(added).toEqual(expected(added));
  });

  onPostgreSql(
    'searches before it holds others back, and sees what these have added once its turn comes',
    async () => {
      const [first, second] = nearPair();
      const { adding } = await database.source.transaction(async (manager) => {
        await lockAdding(manager);
        const adding = resolve([second]);
        while (!(await waitsHavingRead()));
        await manager.query(
          `INSERT INTO vocabulary (phrase, in_taxonomy, risk, embedding, embedder) VALUES ($1, false, false, $2, $3)`,
          [first, toVectorLiteral(embedder.vectorOf(first)), embedder.id],
        );
        return { adding };
      });
      await adding;
      const added = await rows();
      expect(added.map(({ phrase }) => phrase)).toEqual([first, second]);
      expect(added).toEqual(expected(added));
    },
  );

  it('asks again after an hour where a wording stands, for its row may be gone by then', async () => {
    const service = worker();
    await service.resolve([phraseOf('wording 0')]);
    await clearArchive(database.source);
    const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 3_600_001);
    const [after] = await service.resolve([phraseOf('wording 0')]);
    clock.mockRestore();
    expect(await rows()).toEqual([{ id: after, phrase: 'wording 0', mergedInto: null }]);
  });
});
