import { VocabularyChanges1764800000000 } from '../../migrations/1764800000000-vocabulary-changes.js';
import { databaseKinds, openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { archiveServices, clearArchive, WordEmbedder } from '../../test/support/topics.js';
import { testSettings } from '../../test/support/settings.js';
import { chat } from '../../test/support/transcripts.js';
import { AnalysisStore } from '../pipeline/analysis.store.js';
import { VocabularyCuration } from './vocabulary.curation.js';
import { VocabularyList } from './vocabulary.list.js';
import { VocabularyService } from './vocabulary.service.js';

describe.each(databaseKinds)('curating the vocabulary on %s', (kind) => {
  let database: TestDatabase;
  let services: ReturnType<typeof archiveServices>;
  let curation: VocabularyCuration;
  let list: VocabularyList;
  /** The embedded database runs one transaction at a time. */
  const onPostgreSql = kind === 'PostgreSQL' ? it : it.skip;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    services = archiveServices(database.source, database.folder, { minGroupSize: 2 });
    curation = new VocabularyCuration(database.source, smallTaxonomy);
    list = new VocabularyList(database.source, testSettings(database.folder, { MIN_GROUP_SIZE: '2' }));
  });
  afterAll(() => database.close());

  /** Four texters with `unwanted messages`, one of whom and two more with `stranger online`; one with `cut myself`. */
  beforeEach(async () => {
    await clearArchive(database.source);
    const brought = (id: string, texter: string, ...texts: string[]) => ({
      id,
      texter,
      words: 'nothing to see',
      keyphrases: texts.map((text) => ({ text })),
    });
    await services.add([
      brought('a', 't1', 'unwanted messages', 'stranger online'),
      brought('b', 't2', 'unwanted messages'),
      brought('c', 't3', 'unwanted messages'),
      brought('d', 't4', 'unwanted messages'),
      brought('e', 't5', 'stranger online'),
      brought('f', 't6', 'stranger online'),
      brought('g', 't7', 'cut myself'),
    ]);
    await database.source.query(`UPDATE vocabulary SET risk = true WHERE phrase = 'cut myself'`);
  });

  /** What anybody can see of the vocabulary: rows, counts, hits and themes. */
  const state = async () => ({
    list: await list.meanings(),
    hits: (await services.search.search({ topic: 'stranger online' })).hits.map(({ id, score }) => [
      id,
      score,
    ]),
    themes: await services.themes.themes(),
    keyphrases: await database.source.query(
      `SELECT k.conversation_id, k.rank, v.phrase FROM keyphrase k JOIN vocabulary v ON v.id = k.vocabulary_id
       ORDER BY 1, 2`,
    ),
  });
  const phrases = async () => (await list.meanings()).map(({ phrase, texters }) => `${phrase} ${texters}`);

  it('counts a texter once who brought both wordings of a meaning, and tells in steps', async () => {
    expect(await phrases()).toEqual(['unwanted messages 4', 'stranger online 2']);
    await curation.merge('stranger online', 'unwanted messages');
    expect(await list.meanings()).toEqual([
      {
        phrase: 'unwanted messages',
        texters: 6,
        risk: false,
        inTaxonomy: false,
        wordings: [{ phrase: 'stranger online', texters: 2, byRule: false }],
      },
    ]);
  });

  it('lists what has some words, in its phrase or in a wording', async () => {
    await curation.merge('stranger online', 'unwanted messages');
    expect(await list.meanings('Stranger')).toHaveLength(1);
    expect(await list.meanings('deportation')).toEqual([]);
  });

  it('finds the conversations of all wordings by any of them, and makes one theme of them', async () => {
    const found = async (topic: string) => {
      const { hits } = await services.search.search({ topic });
      return hits
        .filter(({ matched }) => matched.length > 0)
        .map(({ id }) => id)
        .toSorted();
    };
    expect(await found('stranger online')).toEqual(['a', 'e', 'f']);
    await curation.merge('stranger online', 'unwanted messages');
    expect(await found('stranger online')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(await found('unwanted messages')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    const { hits } = await services.search.search({ topic: 'moving house', include: ['stranger online'] });
    expect(hits.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    const left = await services.search.search({ topic: 'stranger online', exclude: ['stranger online'] });
    expect(left.hits).toEqual([]);
    expect(await services.themes.themes()).toMatchObject([{ name: 'unwanted messages', texters: 6 }]);
  });

  it('undoes a merge, so that nothing of it is left', async () => {
    const before = await state();
    const change = await curation.merge('stranger online', 'unwanted messages');
    expect(await state()).not.toEqual(before);
    await curation.undo(change);
    expect(await state()).toEqual(before);
    expect(await curation.history()).toMatchObject([
      {
        id: change,
        kind: 'merge',
        wording: 'stranger online',
        after: 'unwanted messages',
        undoneAt: expect.any(Date),
      },
    ]);
    await expect(curation.undo(change)).rejects.toThrow(/undone already/);
  });

  it('takes along what came after a merge when it is undone', async () => {
    const vocabulary = new VocabularyService(database.source, smallTaxonomy, new WordEmbedder());
    const change = await curation.merge('stranger online', 'unwanted messages');
    const [like] = await vocabulary.resolve([
      { canonical: 'online stranger', concept: null, inTaxonomy: false },
    ]);
    const meaning = async () => {
      const [row] = await database.source.query('SELECT phrase FROM vocabulary WHERE id = meaning_of($1)', [
        like,
      ]);
      return row.phrase;
    };
    expect(await meaning()).toBe('unwanted messages');
    await curation.undo(change);
    expect(await meaning()).toBe('stranger online');
  });

  onPostgreSql('lets a change wait for the keyphrases that are being written', async () => {
    const vocabulary = new VocabularyService(database.source, smallTaxonomy, new WordEmbedder());
    const store = new AnalysisStore(database.source, vocabulary, smallTaxonomy);
    const phrase = { canonical: 'stranger online', concept: null, inTaxonomy: false };
    const wordingIds = await vocabulary.resolve([phrase]);
    const keyphrases = [{ ...phrase, text: phrase.canonical, evidence: [], source: 'engine' as const }];
    const isWaiting = async () => {
      const rows: unknown[] = await database.source.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    };
    let merged = false;
    let merging = Promise.resolve();
    await database.source.transaction(async (manager) => {
      await store.correct(manager, 'a', chat([]), { labels: [], keyphrases }, wordingIds, []);
      merging = curation.merge('stranger online', 'unwanted messages').then(() => void (merged = true));
      while (!merged && !(await isWaiting()));
    });
    await merging;
    expect(
      await database.source.query('SELECT text FROM keyphrase WHERE vocabulary_id <> meaning_of(wording_id)'),
    ).toEqual([]);
  });

  it('splits a wording that the rule had merged, keeps it apart, and takes the split back', async () => {
    const vocabulary = new VocabularyService(database.source, smallTaxonomy, new WordEmbedder());
    const [id] = await vocabulary.resolve([
      { canonical: 'messages unwanted', concept: null, inTaxonomy: false },
    ]);
    await database.source.query(`UPDATE keyphrase SET wording_id = $1 WHERE conversation_id IN ('c', 'd')`, [
      id,
    ]);
    const before = await state();
    expect(before.list[0]).toMatchObject({
      phrase: 'unwanted messages',
      wordings: [{ phrase: 'messages unwanted', texters: 2, byRule: true }],
    });
    const change = await curation.split('messages unwanted');
    expect(await phrases()).toEqual(['messages unwanted 2', 'stranger online 2', 'unwanted messages 2']);
    await curation.undo(change);
    expect(await state()).toEqual(before);
  });

  it('never merges a phrase of risk into a harmless one, nor one that holds it, nor one that is of risk by now', async () => {
    await expect(curation.merge('cut myself', 'unwanted messages')).rejects.toThrow(
      /never merged into a harmless/,
    );
    await curation.merge('stranger online', 'cut myself');
    await expect(curation.merge('cut myself', 'unwanted messages')).rejects.toThrow(
      /never merged into a harmless/,
    );
    await database.source.query('UPDATE vocabulary SET risk = false');
    await expect(curation.merge('cut myself', 'unwanted messages')).rejects.toThrow(
      /never merged into a harmless/,
    );
  });

  it('lets no phrase of risk in under a harmless wording of a meaning of risk, from which it could be split', async () => {
    await database.source.query(
      `INSERT INTO vocabulary (phrase, in_taxonomy, risk, embedding, embedder)
       SELECT 'burning myself', false, true, embedding, embedder FROM vocabulary WHERE phrase = 'cut myself'`,
    );
    await curation.merge('stranger online', 'cut myself');
    await expect(curation.merge('burning myself', 'stranger online')).rejects.toThrow(/harmless/);
    await curation.merge('burning myself', 'cut myself');
  });

  it('refuses what cannot be, and says what can', async () => {
    await expect(curation.merge('nowhere', 'unwanted messages')).rejects.toThrow(
      /"nowhere" is not in the vocabulary/,
    );
    await expect(curation.merge('stranger online', 'stranger online')).rejects.toThrow(/means .* already/);
    await expect(curation.split('stranger online')).rejects.toThrow(/meaning of its own/);
    await expect(curation.undo(999)).rejects.toThrow(/no change 999/);
    await curation.merge('stranger online', 'unwanted messages');
    await expect(curation.merge('unwanted messages', 'stranger online')).rejects.toThrow(/means .* already/);
    await expect(curation.merge('stranger online', 'cut myself')).rejects.toThrow(
      /split "stranger online" first/,
    );
  });

  it('undoes no change on which a later one rests', async () => {
    const first = await curation.merge('stranger online', 'unwanted messages');
    const second = await curation.split('stranger online');
    await expect(curation.undo(first)).rejects.toThrow(/later change rests/);
    const third = await curation.merge('unwanted messages', 'stranger online');
    await expect(curation.undo(second)).rejects.toThrow(/later change rests/);
    for (const change of [third, second, first]) await curation.undo(change);
    expect(await phrases()).toEqual(['unwanted messages 4', 'stranger online 2']);
  });

  it('goes back to the schema of before and comes again, keyphrases staying with the meanings they came to', async () => {
    await curation.merge('stranger online', 'unwanted messages');
    const { name } = new VocabularyChanges1764800000000();
    for (let undone = ''; undone !== name;) {
      const [latest]: { name: string }[] = await database.source.query(
        'SELECT name FROM migrations ORDER BY id DESC LIMIT 1',
      );
      undone = latest!.name;
      await database.source.undoLastMigration();
    }
    const meanings: { phrase: string; n: number }[] = await database.source.query(
      `SELECT v.phrase, count(k.rank)::int AS n FROM vocabulary v LEFT JOIN keyphrase k ON k.vocabulary_id = v.id
       GROUP BY v.phrase ORDER BY v.phrase`,
    );
    expect(meanings).toEqual([
      { phrase: 'cut myself', n: 1 },
      { phrase: 'unwanted messages', n: 7 },
    ]);
    await database.source.runMigrations();
    expect(await phrases()).toEqual(['unwanted messages 6']);
    expect(await curation.history()).toEqual([]);
  });
});
