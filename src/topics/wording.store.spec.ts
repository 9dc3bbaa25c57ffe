import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { seededRandom } from '../classification/training/random.js';
import { toVectorLiteral } from '../database/vector.column.js';
import { normalise } from '../embeddings/vectors.js';
import { WordingStore } from './wording.store.js';

const DIMENSIONS = 512;
const EMBEDDER = 'bundled';

describe('the wordings nearest to a topic, by the index of vectors', () => {
  let database: TestDatabase;
  const random = seededRandom(5);
  const direction = () => normalise(Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5));
  const topic = direction();
  const near = () => normalise(topic.map((value, index) => value + 0.4 * direction()[index]!));

  const add = (phrase: string, vector: Float32Array, more: { embedder?: string; byRule?: boolean } = {}) =>
    database.source.query(
      `INSERT INTO vocabulary (phrase, in_taxonomy, risk, embedding, embedder, by_rule, merged_into)
       VALUES ($1, false, false, $2, $3, $4, CASE WHEN $4 THEN (SELECT min(id) FROM vocabulary) END)`,
      [phrase, toVectorLiteral(vector), more.embedder ?? EMBEDDER, more.byRule ?? false],
    );
  const found = async (limit: number) => {
    const rows = await new WordingStore(database.source).near(
      {
        vector: topic,
        shared: new Float32Array(DIMENSIONS),
        embedder: EMBEDDER,
        stems: [],
        named: [],
        concepts: [],
      },
      limit,
    );
    return new Set(rows.map(({ phrase }) => phrase));
  };
  const those = (kind: string, count: number) =>
    Array.from({ length: count }, (_, number) => `${kind} ${number}`);

  beforeAll(async () => {
    database = await openTestDatabase();
    for (const phrase of those('far', 100)) await add(phrase, direction());
    for (const phrase of those('near', 40)) await add(phrase, near());
    for (const phrase of those('merged', 60)) await add(phrase, near(), { byRule: true });
    for (const phrase of those('other', 60)) await add(phrase, near(), { embedder: 'another' });
    // Small as it is, the planner would read the whole table.
    await database.source.query('SET enable_seqscan = off');
  });
  afterAll(() => database.close());

  it('are asked of the index', async () => {
    const plan: { 'QUERY PLAN': string }[] = await database.source.query(
      `EXPLAIN SELECT id FROM vocabulary WHERE vector_dims(embedding) = 512 AND NOT by_rule
       ORDER BY embedding::vector(512) <#> $1::vector(512) LIMIT 10`,
      [toVectorLiteral(topic)],
    );
    expect(plan.map((row) => row['QUERY PLAN']).join(' ')).toContain('vocabulary_nearest');
  });

  it('are found among merged ones and those of another embedder', async () => {
    expect([...(await found(14))]).toEqual(expect.arrayContaining(those('near', 40)));
  });

  it('are found after a time of use, which leaves rows that are no more', async () => {
    for (let time = 0; time < 5; time++)
      await database.source.query(`UPDATE vocabulary SET resolved_at = now() WHERE phrase LIKE 'near %'`);
    expect([...(await found(14))]).toEqual(expect.arrayContaining(those('near', 40)));
  });

  it('are none of other dimensions than the topic has', async () => {
    await add('short', normalise(Float32Array.from([1, 2, 3])), { embedder: 'short' });
    expect(await found(200)).not.toContain('short');
  });
});
