import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { WordEmbedder } from '../../test/support/topics.js';
import { chat } from '../../test/support/transcripts.js';
import type { Provenance } from '../conversations/conversation.types.js';
import { VocabularyService } from '../keyphrases/vocabulary.service.js';
import type { Analysis } from './analysis.service.js';
import { AnalysisStore } from './analysis.store.js';

const provenance: Provenance = {
  engine: 'local',
  model: 'test',
  taxonomy: '0.0.1',
  prompt: null,
  degraded: false,
};
const nothingFound: Analysis = {
  classification: { labels: [], scores: [], needsReview: [], provenance },
  keyphrases: { keyphrases: [], rejected: {}, provenance },
  summary: { text: 'Nothing.', provenance },
  provenance,
};

describe('the store of analyses', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it.each([
    ['Latin', 'wxyz', 100_000],
    ['Cyrillic', 'жшщы', 100_000],
    ['hyphenated', 'ab-cdef', 100_000],
  ])('stores 100,000 different %s words, the first of them to be found', async (name, stem, count) => {
    await database.source.query(
      `INSERT INTO conversation (id, content_hash, started_at, language, status, attempts)
       VALUES ($1, 'h', now(), 'en', 'processing', 1)`,
      [name],
    );
    const letters = (index: number) => index.toString(36).padStart(4, 'q');
    const words = Array.from({ length: count }, (_, index) => `${stem}${letters(index)}`);
    const store = new AnalysisStore(
      database.source,
      new VocabularyService(database.source, smallTaxonomy, new WordEmbedder()),
      smallTaxonomy,
    );
    const transcript = chat([`t: lighthouse`, `t: ${words.join(' ')}`]);
    await store.complete(name, 1, { transcript, analysis: nothingFound, embedding: null, engine: 'test' });
    expect(
      await database.source.query(
        `SELECT status FROM conversation WHERE id = $1 AND words @@ to_tsquery('english', 'lighthouse')`,
        [name],
      ),
    ).toEqual([{ status: 'ready' }]);
  });

  it('leaves what was written while a conversation that nobody claimed was analysed', async () => {
    await database.source.query(
      `INSERT INTO conversation (id, content_hash, started_at, language, status, attempts, analysed_at)
       VALUES ('unclaimed', 'h', now(), 'en', 'ready', 1, now())`,
    );
    const store = new AnalysisStore(
      database.source,
      new VocabularyService(database.source, smallTaxonomy, new WordEmbedder()),
      smallTaxonomy,
    );
    const indexed = { transcript: chat(['t: hi']), analysis: nothingFound, embedding: null, engine: 'test' };
    const seen = await store.versionOf('unclaimed');
    await database.source.query(
      `UPDATE conversation SET analysed_at = analysed_at + interval '1 second' WHERE id = 'unclaimed'`,
    );
    await expect(store.complete('unclaimed', null, indexed, seen)).resolves.toBe(false);
    const now = await store.versionOf('unclaimed');
    await expect(store.complete('unclaimed', null, indexed, now)).resolves.toBe(true);
  });
});
