import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { WordEmbedder } from '../../test/support/topics.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
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

  it('gives a concept that is worded otherwise now a row of its own, and leaves the old one to its phrase', async () => {
    const resolve = (wording: string) => {
      const concept = { id: 'night-fears', phrase: wording, fr: wording, labels: [], risk: false };
      const lists = { exemplars: { en: [wording], fr: [] }, cues: { en: [], fr: [] } };
      const taxonomy = new TaxonomyService({ ...smallTaxonomy, concepts: [{ ...concept, ...lists }] });
      const service = new VocabularyService(database.source, taxonomy, new WordEmbedder());
      return service.resolve([{ canonical: wording, concept: 'night-fears', inTaxonomy: false }]);
    };
    const [old] = await resolve('dreading bedtime');
    const [now] = await resolve('scared after dark');
    expect(
      await database.source.query(
        'SELECT id, phrase, concept FROM vocabulary WHERE id IN ($1, $2) ORDER BY id',
        [old, now],
      ),
    ).toEqual([
      { id: old, phrase: 'dreading bedtime', concept: null },
      { id: now, phrase: 'scared after dark', concept: 'night-fears' },
    ]);
  });

  it('never merges a phrase that speaks of risk into one that does not', async () => {
    const [harmless, risk] = await worker().resolve([phrase('myself cut'), phrase('cut myself')]);
    expect(risk).not.toBe(harmless);
  });
});
