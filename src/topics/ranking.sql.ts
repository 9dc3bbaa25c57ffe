import { toVectorLiteral } from '../database/vector.column.js';
import type { Parameters } from './filter.sql.js';
import type { UnderstoodTopic } from './topic.understanding.js';

/**
 * How much each kind of evidence says, of 1 in all: keyphrases and the meaning of what the texter came with most;
 * labels less, being broader than most topics; single words least, for texters and analysts word things differently.
 */
const WEIGHTS = { phrases: 0.4, meaning: 0.35, labels: 0.15, words: 0.1 };
/** What a keyphrase loses with each rank that stands before it. */
const RANK_LOSS = 0.1;
/** From this cosine on, less what all utterances share, a conversation is about the topic. */
const RELATED = 0.6;
/** Weights of `ts_rank` for D, C (what the texter wrote), B and A (keyphrases). */
const FIELDS = '{0.1, 0.5, 0.5, 1.0}';
/** `ts_rank` over a document's length, so that long conversations do not win by holding every word. */
const BY_LENGTH = 1;

/** SQL for a stem as a `tsquery`: of weight A, which is that of keyphrases, or of any. */
export function stemQuery(stem: string, keyphrasesOnly: boolean): string {
  return `(quote_literal(${stem})${keyphrasesOnly ? ` || ':A'` : ''})::tsquery`;
}

/**
 * The statement's beginning: `WITH … ranked (id, started_at, score, stems)`, all candidates that anything speaks for.
 * Each kind of evidence comes to 0..1: phrases and labels by the
 * best one, words by their share of the topic's rarity, meaning by the cosine. Scores are rounded, so that a
 * page begins where the one before ended whichever plan the database takes. Meaning orders, but finds nothing by
 * itself: a hit has a phrase, a label or a word to show for it. Where topic or conversation is in French, which the
 * embeddings do not know, the others count for the whole.
 * @param candidates the common table expression `candidate (id)`
 */
export function rankingSql(topic: UnderstoodTopic, candidates: string, parameters: Parameters): string {
  const { phrases, labels, stems, keyphrasesOnly, meaning, french, embedder } = topic;
  const list = (values: readonly unknown[], type: string) => `${parameters.add(values)}::${type}[]`;
  const phraseRows = `unnest(${list(
    phrases.map(({ vocabularyId }) => vocabularyId),
    'int',
  )}, ${list(
    phrases.map(({ weight }) => weight),
    'float8',
  )})`;
  const labelRows = `unnest(${list(
    labels.map(({ id }) => id),
    'text',
  )}, ${list(
    labels.map(({ similarity }) => similarity),
    'float8',
  )})`;
  const stemRows = `unnest(${list(
    stems.map(({ stem }) => stem),
    'text',
  )}, ${list(
    stems.map(({ weight }) => weight),
    'float8',
  )})`;
  const asQuery = stemQuery('p.stem', keyphrasesOnly);
  // `ts_rank` heeds no weight that a query asks for, so the words that do not count are taken out before.
  const counted = keyphrasesOnly ? `ts_filter(c.words, '{a}')` : `c.words || ''`;
  const cosine = `CASE WHEN c.embedder = ${parameters.add(embedder)}
    THEN 1 - ((c.embedding - ${parameters.add(toVectorLiteral(meaning.shared))}::vector)
              <=> ${parameters.add(toVectorLiteral(meaning.vector))}::vector) ELSE 0 END`;
  return `WITH
    ${candidates},
    eligible AS MATERIALIZED (
      SELECT c.id, c.started_at, c.language, ${counted} AS words, c.embedding, c.embedder
      FROM candidate JOIN conversation c USING (id)),
    by_phrase AS (
      SELECT k.conversation_id AS id, max(p.weight / (1 + ${RANK_LOSS} * k.rank)) AS score
      FROM candidate c JOIN keyphrase k ON k.conversation_id = c.id
      JOIN ${phraseRows} AS p (id, weight) ON k.vocabulary_id = p.id GROUP BY k.conversation_id),
    by_label AS (
      SELECT l.conversation_id AS id, max(p.weight * l.score) AS score
      FROM candidate c JOIN conversation_label l ON l.conversation_id = c.id
      JOIN ${labelRows} AS p (id, weight) ON l.label_id = p.id GROUP BY l.conversation_id),
    by_word AS (
      SELECT c.id, array_agg(p.stem ORDER BY p.stem) AS stems,
             least(1, sum(p.weight * least(1, 4 * ts_rank('${FIELDS}', c.words, ${asQuery}, ${BY_LENGTH})))) AS score
      FROM ${stemRows} AS p (stem, weight) JOIN eligible c ON c.words @@ ${asQuery}
      GROUP BY c.id),
    scored AS (
      SELECT c.id, c.started_at, coalesce(w.stems, '{}') AS stems,
             ${WEIGHTS.phrases} * coalesce(p.score, 0) + ${WEIGHTS.labels} * coalesce(l.score, 0)
             + ${WEIGHTS.words} * coalesce(w.score, 0) AS stated,
             ${WEIGHTS.meaning} * greatest(0, least(1, (${cosine}) / ${RELATED})) AS meant,
             ${french ? 'true' : `c.language = 'fr'`} AS voiceless
      FROM eligible c
      LEFT JOIN by_phrase p USING (id) LEFT JOIN by_label l USING (id) LEFT JOIN by_word w USING (id)),
    ranked AS (
      SELECT id, started_at, stems,
             round((CASE WHEN voiceless THEN stated / (1 - ${WEIGHTS.meaning}) ELSE stated + meant END)::numeric, 6)::float8
               AS score
      FROM scored WHERE stated >= 0.000001)`;
}
