import { toVectorLiteral } from '../database/vector.column.js';
import type { Parameters } from './filter.sql.js';
import type { UnderstoodTopic } from './topic.understanding.js';

/**
 * How much each kind of evidence says, of 1 in all; near these weights `npm run bench:retrieval` stays the same. Labels
 * say most: behind them the classifier has read the whole conversation, with its cues. Then what the texter came with
 * means; keyphrases are few and single words differ between texters and analysts, but both say something of their own. What
 * labels cannot say of a topic, for the taxonomy does not cover it, keyphrases say in their place.
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
  const { phrases, labels, covered, stems, keyphrasesOnly, meaning, french, embedder } = topic;
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
  const ofPhrases = WEIGHTS.phrases + WEIGHTS.labels * (1 - covered);
  // One pass over rows of all kinds, grouped by conversation: whatever the planner takes their number for, nothing is
  // compared pair by pair.
  return `WITH
    ${candidates},
    eligible AS MATERIALIZED (
      SELECT c.id, c.started_at, ${french ? 'true' : `c.language = 'fr'`} AS voiceless, ${counted} AS words,
             ${WEIGHTS.meaning} * greatest(0, least(1, (${likeness}) / ${RELATED})) AS meant
      FROM candidate JOIN conversation c USING (id)),
    said (id, phrase, label, word, stem, started_at, voiceless, meant) AS (
      SELECT k.conversation_id, p.weight / (1 + ${RANK_LOSS} * k.rank), 0, 0, NULL, NULL::timestamptz, NULL::boolean, 0
      FROM candidate c JOIN keyphrase k ON k.conversation_id = c.id
      JOIN ${phraseRows} AS p (id, weight) ON k.vocabulary_id = p.id
      UNION ALL
      SELECT l.conversation_id, 0, p.weight * l.score, 0, NULL, NULL, NULL, 0
      FROM candidate c JOIN conversation_label l ON l.conversation_id = c.id
      JOIN ${labelRows} AS p (id, weight) ON l.label_id = p.id
      UNION ALL
      SELECT c.id, 0, 0, p.weight, p.stem, NULL, NULL, 0
      FROM ${stemRows} AS p (stem, weight) JOIN eligible c ON c.words @@ ${stemQuery('p.stem', keyphrasesOnly)}
      UNION ALL
      SELECT id, 0, 0, 0, NULL, started_at, voiceless, meant FROM eligible),
    scored AS (
      SELECT id, max(started_at) AS started_at, bool_or(voiceless) AS voiceless, sum(meant) AS meant,
             coalesce(array_agg(stem ORDER BY stem) FILTER (WHERE stem IS NOT NULL), '{}') AS stems,
             ${ofPhrases} * max(phrase) + ${WEIGHTS.labels} * least(1, sum(label)) + ${WEIGHTS.words} * sum(word)
               AS stated
      FROM said GROUP BY id),
    ranked AS (
      SELECT id, started_at, stems,
             round(least(1, CASE WHEN voiceless THEN stated / (1 - ${WEIGHTS.meaning}) ELSE stated + meant END)::numeric, 6)
               ::float8 AS score
      FROM scored WHERE stated >= 0.000001)`;
}
