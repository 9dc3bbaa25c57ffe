import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { dot } from '../embeddings/vectors.js';
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
  const meanings = async (ids: readonly number[]): Promise<number[]> => {
    const rows: { meaning: number }[] = await database.source.query(
      'SELECT meaning_of(id) AS meaning FROM unnest($1::int[]) AS given (id)',
      [ids],
    );
    return rows.map(({ meaning }) => meaning);
  };

  it('makes one meaning of like wordings, also when several workers add them at once', async () => {
    const workers = [worker(), worker(), worker(), worker()];
    const wordings = ['fights with mother', 'mother fights with', 'with mother fights', 'with fights mother'];
    const ids = await Promise.all(
      workers.map((each, index) => each.resolve([phrase(wordings[index] ?? '')])),
    );
    expect(new Set(ids.flat()).size).toBe(4);
    expect(new Set(await meanings(ids.flat())).size).toBe(1);
  });

  it('keeps another meaning apart', async () => {
    const [one, two] = await worker().resolve([phrase('moving house'), phrase('exam tomorrow')]);
    expect(await meanings([one!, two!])).toEqual([one, two]);
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
    expect(await meanings([harmless!, risk!])).toEqual([harmless, risk]);
  });

  it('knows the general phrase of a risk label for one of risk, though no cue matches it', async () => {
    const [risk, harmless] = await worker().resolve([
      phrase('hurting self on purpose'),
      phrase('on purpose hurting self'),
    ]);
    expect(await meanings([risk!, harmless!])).toEqual([risk, harmless]);
    expect(await database.source.query('SELECT risk FROM vocabulary WHERE id = $1', [risk])).toEqual([
      { risk: true },
    ]);
  });

  it('makes what the rule had merged a meaning of its own, with its keyphrases, once the taxonomy has it as a concept', async () => {
    const [meaning, wording] = await worker().resolve([
      phrase('sleeping on couches'),
      phrase('couches sleeping on'),
    ]);
    expect(await meanings([wording!])).toEqual([meaning]);
    await database.source.query(
      `INSERT INTO conversation (id, content_hash, started_at, language) VALUES ('couch', 'h', now(), 'en')`,
    );
    await database.source.query(
      `INSERT INTO keyphrase (conversation_id, rank, text, vocabulary_id, wording_id, in_taxonomy, evidence)
       VALUES ('couch', 0, 'x', $1, $2, false, '[]')`,
      [meaning, wording],
    );
    const concept = {
      id: 'couches',
      phrase: 'couches sleeping on',
      fr: 'couches sleeping on',
      labels: [],
      risk: false,
      exemplars: { en: [], fr: [] },
      cues: { en: [], fr: [] },
    };
    const taxonomy = new TaxonomyService({ ...smallTaxonomy, concepts: [concept] });
    const service = new VocabularyService(database.source, taxonomy, new WordEmbedder());
    const [now] = await service.resolve([
      { canonical: 'sofa hopping', concept: 'couches', inTaxonomy: false },
    ]);
    expect([now, ...(await meanings([wording!]))]).toEqual([wording, wording]);
    expect(await database.source.query('SELECT vocabulary_id AS meaning FROM keyphrase')).toEqual([
      { meaning: wording },
    ]);
  });

  it('does not let a meaning grow by a chain of likeness', async () => {
    // Each shares 14 of its 15 words with the one before it, and the last only 13 with the first.
    const words = Array.from(
      { length: 17 },
      (_, index) => `chain${String.fromCharCode(97 + index).repeat(4)}`,
    );
    const wordings = [0, 1, 2].map((from) => words.slice(from, from + 15).join(' '));
    const vectors = wordings.map((text) => new WordEmbedder().vectorOf(text));
    expect(dot(vectors[0]!, vectors[1]!)).toBeGreaterThan(0.9);
    expect(dot(vectors[0]!, vectors[2]!)).toBeLessThan(0.9);
    const ids = await worker().resolve(wordings.map(phrase));
    expect(await meanings(ids)).toEqual([ids[0], ids[0], ids[2]]);
  });
});
