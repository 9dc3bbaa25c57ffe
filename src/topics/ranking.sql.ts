import { toVectorLiteral } from '../database/vector.column.js';
import type { Parameters } from './filter.sql.js';
import type { UnderstoodTopic } from './topic.understanding.js';

/**
 * How much each kind of evidence says, of 1 in all; near these weights `npm run bench:retrieval` stays the same. Labels
 * say most: behind them the classifier has read the whole conversation, with its cues. Then what the texter came with
 * means; keyphrases are few and single words differ between texters and analysts, but both say something of their own.
 */
const WEIGHTS = { labels: 0.4, meaning: 0.3, phrases: 0.15, words: 0.15 };
/** What a keyphrase loses with each rank that stands before it. */
const RANK_LOSS = 0.1;
/** From this likeness to the topic on, less what all utterances share, a conversation is about it. */
const RELATED = 0.6;

/** SQL for a stem as a `tsquery`: of weight A, which is that of keyphrases, or of any. */
export function stemQuery(stem: string, keyphrasesOnly: boolean): string {
  return `(quote_literal(${stem})${keyphrasesOnly ? ` || ':A'` : ''})::tsquery`;
}

/**
 * The statement's beginning: `WITH … ranked (id, started_at, score, stems)`, all candidates that anything speaks for.
 * Each kind of evidence comes to 0..1: phrases by the best one, labels by the sum over those near the topic, words by
 * their share of the topic's rarity, meaning by the inner product, which
 * keeps what says nothing in particular low, where a cosine would not. Scores are rounded, so that a
 * page begins where the one before ended whichever plan the database takes. Meaning orders, but finds nothing by
 * itself: a hit has a phrase, a label or a word to show for it. Where topic or conversation is in French, which the
 * embeddings do not know, the others count for the whole.
 * @param candidates the common table expression `candidate (id)`
 */
export function rankingSql(topic: UnderstoodTopic, candidates: string, parameters: Parameters): string {
  const { phrases, labels, stems, keyphrasesOnly, meaning, french, embedder } = topic;
  const rows = (type: string, keys: readonly unknown[], weights: readonly number[]) =>
    `unnest(${parameters.add(keys)}::${type}[], ${parameters.add(weights)}::float8[])`;
  const phraseRows = rows(
    'int',
    phrases.map(({ vocabularyId }) => vocabularyId),
    phrases.map(({ weight }) => weight),
  );
  const labelRows = rows(
    'text',
    labels.map(({ id }) => id),
    labels.map(({ similarity }) => similarity),
  );
  const stemRows = rows(
    'text',
    stems.map(({ stem }) => stem),
    stems.map(({ weight }) => weight),
  );
  // Unpacked once for all stems; what does not count is taken out before.
  const counted = keyphrasesOnly ? `ts_filter(c.words, '{a}')` : `c.words || ''`;
  const likeness = `CASE WHEN c.embedder = ${parameters.add(embedder)}
    THEN -(c.embedding <#> ${parameters.add(toVectorLiteral(meaning.vector))}::vector)
         - ${parameters.add(meaning.shared)}::float8 ELSE 0 END`;
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
      SELECT l.conversation_id AS id, least(1, sum(p.weight * l.score)) AS score
      FROM candidate c JOIN conversation_label l ON l.conversation_id = c.id
      JOIN ${labelRows} AS p (id, weight) ON l.label_id = p.id GROUP BY l.conversation_id),
    by_word AS (
      SELECT c.id, array_agg(p.stem ORDER BY p.stem) AS stems, sum(p.weight) AS score
      FROM ${stemRows} AS p (stem, weight) JOIN eligible c ON c.words @@ ${stemQuery('p.stem', keyphrasesOnly)}
      GROUP BY c.id),
    scored AS (
      SELECT c.id, c.started_at, coalesce(w.stems, '{}') AS stems,
             ${WEIGHTS.phrases} * coalesce(p.score, 0) + ${WEIGHTS.labels} * coalesce(l.score, 0)
             + ${WEIGHTS.words} * coalesce(w.score, 0) AS stated,
             ${WEIGHTS.meaning} * greatest(0, least(1, (${likeness}) / ${RELATED})) AS meant,
             ${french ? 'true' : `c.language = 'fr'`} AS voiceless
      FROM eligible c
      LEFT JOIN by_phrase p USING (id) LEFT JOIN by_label l USING (id) LEFT JOIN by_word w USING (id)),
    ranked AS (
      SELECT id, started_at, stems,
             round(least(1, CASE WHEN voiceless THEN stated / (1 - ${WEIGHTS.meaning}) ELSE stated + meant END)::numeric, 6)
               ::float8 AS score
      FROM scored WHERE stated >= 0.000001)`;
}
