import { databaseKinds, openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { testSettings } from '../../test/support/settings.js';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { archiveServices, clearArchive, WordEmbedder } from '../../test/support/topics.js';
import { VocabularyCuration } from '../keyphrases/vocabulary.curation.js';
import { VocabularyService } from '../keyphrases/vocabulary.service.js';
import { RetentionService } from './retention.service.js';

describe('retention', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
    for (const [id, days] of [
      ['old', 31],
      ['young', 29],
    ])
      await database.source.query(
        `INSERT INTO conversation (id, content_hash, started_at, language, received_at)
         VALUES ($1, 'h', now() - interval '5 years', 'en', now() - make_interval(days => $2))`,
        [id, days],
      );
    await database.source.query(
      `INSERT INTO message (conversation_id, position, sender, text) VALUES ('old', 0, 'texter', 'hi')`,
    );
  });
  afterAll(() => database.close());

  const service = (days?: string) =>
    new RetentionService(
      testSettings(database.folder, days ? { RETENTION_DAYS: days } : {}),
      database.source,
    );

  it('keeps everything where no limit is set', async () => {
    expect(await service().deleteExpired()).toBe(0);
  });

  it('deletes what was received before the limit, with all that belongs to it, and nothing younger', async () => {
    expect(await service('30').deleteExpired()).toBe(1);
    expect(await database.source.query('SELECT id FROM conversation')).toEqual([{ id: 'young' }]);
    expect(await database.source.query('SELECT * FROM message')).toEqual([]);
  });
});

describe.each(databaseKinds)('retention of the vocabulary on %s', (kind) => {
  let database: TestDatabase;
  let curation: VocabularyCuration;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    curation = new VocabularyCuration(database.source, smallTaxonomy);
  });
  afterAll(() => database.close());

  /** A conversation that is due to go and one that stays, the first with one phrase more; all were written long ago. */
  beforeEach(async () => {
    await clearArchive(database.source);
    const brought = (id: string, ...texts: string[]) => ({ id, keyphrases: texts.map((text) => ({ text })) });
    await archiveServices(database.source, database.folder).add([
      brought('old', 'fire in the barn', 'moving house', 'exam tomorrow'),
      brought('young', 'moving house'),
    ]);
    await database.source.query(
      `UPDATE conversation SET received_at = now() - interval '31 days' WHERE id = 'old'`,
    );
    await database.source.query(`UPDATE vocabulary SET resolved_at = now() - interval '31 days'`);
  });

  const run = () =>
    new RetentionService(
      testSettings(database.folder, { RETENTION_DAYS: '30' }),
      database.source,
    ).deleteExpired();
  const phrases = async () => {
    const rows: { phrase: string }[] = await database.source.query(
      'SELECT phrase FROM vocabulary ORDER BY phrase',
    );
    return rows.map(({ phrase }) => phrase);
  };
  const resolve = (canonical: string) =>
    new VocabularyService(database.source, smallTaxonomy, new WordEmbedder()).resolve([
      { canonical, concept: null, inTaxonomy: false },
    ]);

  it('deletes the phrases that no conversation holds any more, and no others', async () => {
    await run();
    expect(await phrases()).toEqual(['moving house']);
  });

  it('deletes them with what people made of them', async () => {
    await curation.merge('exam tomorrow', 'fire in the barn');
    await curation.merge('fire in the barn', 'moving house');
    await run();
    expect(await phrases()).toEqual(['moving house']);
    expect(await curation.history()).toEqual([]);
  });

  it('keeps the meaning that a phrase which stays was merged into, by whatever way it leads there', async () => {
    await curation.merge('moving house', 'fire in the barn');
    const change = await curation.merge('fire in the barn', 'exam tomorrow');
    await run();
    expect(await phrases()).toEqual(['exam tomorrow', 'fire in the barn', 'moving house']);
    await curation.undo(change);
  });

  it('keeps the phrases of the concept bank, which no conversation has brought', async () => {
    await database.source.query(`UPDATE vocabulary SET concept = 'exams' WHERE phrase = 'exam tomorrow'`);
    await run();
    expect(await phrases()).toEqual(['exam tomorrow', 'moving house']);
  });

  it('keeps a phrase that was resolved of late, for the conversation that it is about to be written for', async () => {
    const [id] = await resolve('fire in the barn');
    await run();
    expect(await phrases()).toEqual(['fire in the barn', 'moving house']);
    await database.source.query(
      `INSERT INTO keyphrase (conversation_id, rank, text, vocabulary_id, wording_id, in_taxonomy, evidence)
       VALUES ('young', 1, 'x', $1, $1, false, '[]')`,
      [id],
    );
  });

  it('makes a phrase anew that comes back', async () => {
    await run();
    await resolve('fire in the barn');
    expect(await phrases()).toEqual(['fire in the barn', 'moving house']);
  });
});
