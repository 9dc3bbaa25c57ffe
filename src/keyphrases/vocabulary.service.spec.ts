import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { WordEmbedder } from '../../test/support/topics.js';
import { VocabularyService } from './vocabulary.service.js';

const phrase = (canonical: string) => ({ canonical, concept: null, inTaxonomy: false });

describe('the vocabulary', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  /** As another worker has it: nothing known yet. */
  const worker = () => new VocabularyService(database.source, smallTaxonomy, new WordEmbedder());
  const rows = (like: string) =>
    database.source.query('SELECT id FROM vocabulary WHERE phrase LIKE $1', [like]);

  it('keeps one row a meaning, also when several workers add it at once', async () => {
    const workers = [worker(), worker(), worker(), worker()];
    const wordings = ['fights with mother', 'mother fights with', 'with mother fights', 'with fights mother'];
    const ids = await Promise.all(
      workers.map((each, index) => each.resolve([phrase(wordings[index] ?? '')])),
    );
    expect(new Set(ids.flat()).size).toBe(1);
    expect(await rows('%mother%')).toHaveLength(1);
  });

  it('keeps another meaning apart', async () => {
    const [one, two] = await worker().resolve([phrase('moving house'), phrase('exam tomorrow')]);
    expect(one).not.toBe(two);
  });

  it('never merges a phrase that speaks of risk into one that does not', async () => {
    const [harmless, risk] = await worker().resolve([phrase('myself cut'), phrase('cut myself')]);
    expect(risk).not.toBe(harmless);
  });
});
