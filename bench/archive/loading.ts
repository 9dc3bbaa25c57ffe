import type pg from 'pg';
import { seededRandom } from '../../src/classification/training/random.js';
import { toVectorLiteral } from '../../src/database/vector.column.js';
import { normalise } from '../../src/embeddings/vectors.js';
import type { TaxonomyService } from '../../src/taxonomy/taxonomy.service.js';
import type { ArchiveConversation } from './conversations.js';
import type { Wording } from './vocabulary.js';

/** What stands in every row of an archive. */
export interface Common {
  embedder: string;
  engine: string;
  taxonomy: TaxonomyService;
}

/** How far apart conversations about one phrase are: the length of what is added to its vector, of length 1. */
const NOISE = 0.6;
const NOISES = 2000;
const ROWS_A_STATEMENT = 2000;

/**
 * Writes the vocabulary, and a table outside the schema from which each conversation's embedding is made: those of
 * its first phrase, and noise.
 * @param voices for each wording, what texters mean who bring it
 * @returns for each wording the id of its row
 */
export async function loadVocabulary(
  client: pg.PoolClient,
  vocabulary: readonly Wording[],
  phrases: readonly Float32Array[],
  voices: readonly Float32Array[],
  { embedder }: Common,
): Promise<number[]> {
  const ids: number[] = [];
  for (const [from, part] of parts(vocabulary)) {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO vocabulary (phrase, concept, in_taxonomy, risk, embedding, embedder)
       SELECT phrase, concept, in_taxonomy, risk, embedding::vector, $6
       FROM unnest($1::text[], $2::text[], $3::boolean[], $4::boolean[], $5::text[])
         WITH ORDINALITY AS rows (phrase, concept, in_taxonomy, risk, embedding, number) ORDER BY number
       RETURNING id`,
      [
        part.map(({ phrase }) => phrase),
        part.map(({ concept }) => concept),
        part.map(({ inTaxonomy }) => inTaxonomy),
        part.map(({ risk }) => risk),
        part.map((_, place) => toVectorLiteral(phrases[from + place]!)),
        embedder,
      ],
    );
    ids.push(...rows.map(({ id }) => id));
  }
  const merged = vocabulary.flatMap(({ meaning }, place) =>
    meaning === place ? [] : [[ids[place], ids[meaning]]],
  );
  await client.query(
    `UPDATE vocabulary v SET merged_into = m.meaning, by_rule = true
     FROM unnest($1::int[], $2::int[]) AS m (id, meaning) WHERE v.id = m.id`,
    [merged.map(([id]) => id), merged.map(([, meaning]) => meaning)],
  );
  await client.query('CREATE SCHEMA making');
  await client.query(
    'CREATE TABLE making.part (kind text, place int, vector vector, PRIMARY KEY (kind, place))',
  );
  const random = seededRandom(3);
  const noises = Array.from({ length: NOISES }, () =>
    normalise(Float32Array.from({ length: voices[0]!.length }, () => gaussian(random))).map(
      (value) => NOISE * value,
    ),
  );
  for (const [kind, vectors] of [['voice', voices] as const, ['noise', noises] as const])
    for (const [from, part] of parts(vectors))
      await client.query(
        `INSERT INTO making.part SELECT $1, place, vector::vector FROM unnest($2::int[], $3::text[]) AS rows (place, vector)`,
        [kind, part.map((_, place) => from + place), part.map(toVectorLiteral)],
      );
  return ids;
}

/**
 * Writes conversations with all that belongs to them, in one transaction.
 * @param first how many conversations there are before them
 */
export async function loadConversations(
  client: pg.PoolClient,
  conversations: readonly ArchiveConversation[],
  first: number,
  vocabulary: readonly Wording[],
  ids: readonly number[],
  { embedder, engine, taxonomy }: Common,
): Promise<void> {
  const column = <T>(of: (conversation: ArchiveConversation) => T) => conversations.map(of);
  const phraseOf = (wording: number) => vocabulary[wording]!.phrase;
  const provenance = {
    engine: 'local',
    model: engine,
    taxonomy: taxonomy.version,
    prompt: null,
    degraded: false,
  };
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO conversation (id, content_hash, texter_hash, started_at, ended_at, language, survey, redactions, status,
       failure, analysed_at, summary, needs_review, provenance, made_with, holds_for, engine, scores, embedding, embedder,
       words)
     SELECT r.id, md5(r.id) || md5(r.id), r.texter, r.started, r.started + interval '50 minutes', r.language, r.survey,
       '[{"message":0,"start":11,"end":19,"entity":"NAME","recognizer":"name-cue"}]',
       CASE WHEN r.failed THEN 'failed' ELSE 'ready' END, CASE WHEN r.failed THEN 'timeout' END, r.started + interval '1 hour',
       r.summary, r.review::text[], $13, $14, $14, $15,
       (SELECT array_agg(random()) FROM generate_series(1, $16)), v.vector + n.vector, $17,
       setweight(to_tsvector(c.config::regconfig, r.phrases), 'A') || setweight(to_tsvector(c.config::regconfig, r.words), 'C')
     FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::jsonb[], $6::boolean[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::int[], $12::int[])
       AS r (id, texter, started, language, survey, failed, summary, review, phrases, words, voice, noise)
     CROSS JOIN LATERAL (SELECT CASE r.language WHEN 'fr' THEN 'french' ELSE 'english' END) AS c (config)
     JOIN making.part v ON v.kind = 'voice' AND v.place = r.voice
     JOIN making.part n ON n.kind = 'noise' AND n.place = r.noise`,
    [
      column(({ id }) => id),
      column(({ texterHash }) => texterHash),
      column(({ startedAt }) => startedAt.toISOString()),
      column(({ language }) => language),
      column(({ survey }) => survey && JSON.stringify(survey)),
      column(({ failed }) => failed),
      column((conversation) => wordsOf(conversation).slice(0, 300)),
      column(({ needsReview }) => `{${needsReview.join(',')}}`),
      column(({ keyphrases }) => keyphrases.map(({ wording }) => phraseOf(wording)).join(' . ')),
      column(wordsOf),
      column(({ keyphrases }) => keyphrases[0]!.wording),
      conversations.map((_, place) => (first + place) % NOISES),
      JSON.stringify(provenance),
      taxonomy.hash(),
      engine,
      taxonomy.labels.length,
      embedder,
    ],
  );
  const messages = conversations.flatMap(({ id, startedAt, messages: all }) =>
    all.map((message, position) => ({
      ...message,
      id,
      position,
      at: startedAt.getTime() + 90_000 * position,
    })),
  );
  await client.query(
    `INSERT INTO message (conversation_id, position, sender, at, text)
     SELECT id, position, sender, to_timestamp(at / 1000), text
     FROM unnest($1::text[], $2::int[], $3::text[], $4::float8[], $5::text[]) AS rows (id, position, sender, at, text)`,
    [
      messages.map(({ id }) => id),
      messages.map(({ position }) => position),
      messages.map(({ from }) => from),
      messages.map(({ at }) => at),
      messages.map(({ text }) => text),
    ],
  );
  const labels = conversations.flatMap(({ id, labels: all, keyphrases: [first] }) =>
    all.map((label) => ({ ...label, conversation: id, message: first!.message })),
  );
  await client.query(
    `INSERT INTO conversation_label (conversation_id, label_id, score, evidence)
     SELECT * FROM unnest($1::text[], $2::text[], $3::real[], $4::jsonb[])`,
    [
      labels.map(({ conversation }) => conversation),
      labels.map(({ id }) => id),
      labels.map(({ score }) => score),
      labels.map(({ message }) => spans(message)),
    ],
  );
  const keyphrases = conversations.flatMap(({ id, keyphrases: all }) =>
    all.map((keyphrase, rank) => ({ ...keyphrase, id, rank })),
  );
  await client.query(
    `INSERT INTO keyphrase (conversation_id, rank, text, vocabulary_id, wording_id, in_taxonomy, evidence)
     SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::int[], $5::int[], $6::boolean[], $7::jsonb[])`,
    [
      keyphrases.map(({ id }) => id),
      keyphrases.map(({ rank }) => rank),
      keyphrases.map(({ wording }) => phraseOf(wording)),
      keyphrases.map(({ wording }) => ids[vocabulary[wording]!.meaning]),
      keyphrases.map(({ wording }) => ids[wording]),
      keyphrases.map(({ wording }) => vocabulary[wording]!.inTaxonomy),
      keyphrases.map(({ message }) => spans(message)),
    ],
  );
  await client.query('COMMIT');
}

const spans = (message: number) => JSON.stringify([{ message, start: 0, end: 40 }]);

function wordsOf({ messages }: ArchiveConversation): string {
  return messages.flatMap(({ from, text }) => (from === 'texter' ? [text] : [])).join(' ');
}

function* parts<T>(items: readonly T[]): Generator<[number, readonly T[]]> {
  for (let from = 0; from < items.length; from += ROWS_A_STATEMENT)
    yield [from, items.slice(from, from + ROWS_A_STATEMENT)];
}

/** Normally distributed (Box and Muller 1958). */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
