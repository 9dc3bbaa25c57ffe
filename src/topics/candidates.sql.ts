import { toVectorLiteral } from '../database/vector.column.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { filterSql, mentionSql, type Parameters } from './filter.sql.js';
import { stemQuery } from './ranking.sql.js';
import type { TopicFilter } from './topic.types.js';
import type { UnderstoodTopic } from './topic.understanding.js';

/** So many conversations come from one phrase, one label, one word of a large archive; all of a small one. */
const MOST = { phrase: 150, label: 80, word: 50 };
const ALL = { phrase: 1e6, label: 1e6, word: 1e6 };
/** So many from all phrases together, shared evenly by those that weigh most: so many that each has `FEWEST`. */
const MOST_OF_PHRASES = 375;
const FEWEST = 15;
/** So many meanings that have a word bring conversations. */
const MOST_MEANINGS = 25;
/** In so many conversations, the newest, words that are common together are looked for. */
const WALKED = 1500;
/** So many stems, the rarest, bring conversations by themselves. */
const MOST_WORDS = 3;

/**
 * SQL of common tables. `candidate (id)`: the conversations that are worth being ranked, some 900 however large the
 * archive, more where the analyst has added many phrases or labels. The topic's heaviest phrases, its labels and telling
 * words bring each the newest that hold it and that the filter selects, read from its index in that order, so that little
 * is sorted or looked through; of a small archive all are ranked. `completeness (is_complete)`, of one row, says whether that is so of all of them.
 */
export function candidatesSql(
  topic: UnderstoodTopic,
  filter: TopicFilter,
  parameters: Parameters,
  taxonomy: TaxonomyService,
): string {
  const { phrases, labels, stems } = topic;
  const most = topic.isLarge ? MOST : ALL;
  // Those that the analyst added weigh more than all others.
  const added = phrases.filter(({ isAdded }) => isAdded).length;
  const bringing = topic.isLarge
    ? phrases.toSorted((a, b) => b.weight - a.weight).slice(0, Math.max(added, MOST_OF_PHRASES / FEWEST))
    : phrases;
  const ofPhrase = topic.isLarge
    ? Math.min(most.phrase, Math.max(FEWEST, Math.floor(MOST_OF_PHRASES / Math.max(1, bringing.length))))
    : most.phrase;
  const newest = (table: string, column: string, value: string, limit: number) =>
    `SELECT k.conversation_id AS id, k.started_at FROM ${table} k
     WHERE k.${column} = ${value} AND ${mentionSql(filter, parameters, taxonomy)}
     ORDER BY k.started_at DESC, k.conversation_id DESC LIMIT ${limit}`;
  const queryOf = (stem: string) => stemQuery(`${parameters.add(stem)}::text`, topic.keyphrasesOnly);
  // The index of words knows no days: what it finds of common words would all be read to tell the newest. These are looked for
  // in the newest conversations themselves, which hold some. The planner, who takes a word of keyphrases for as common as
  // a word, is kept from doing so unasked.
  const ofWords = (query: string, areCommon: boolean) => {
    const selected = filterSql(filter, parameters, taxonomy);
    const newestFirst = 'ORDER BY started_at DESC, id DESC LIMIT';
    return areCommon
      ? `SELECT newest.id FROM (
           SELECT c.id, c.started_at, c.words FROM conversation c WHERE ${selected} ${newestFirst} ${WALKED}) AS newest
         WHERE newest.words @@ (${query}) ${newestFirst} ${most.word}`
      : `SELECT held.id FROM (
           SELECT c.id, c.started_at FROM conversation c WHERE c.words @@ (${query}) AND ${selected} OFFSET 0) AS held
         ${newestFirst} ${most.word}`;
  };
  // A word may stand in wordings of hundreds of meanings: those nearest to the topic bring some each.
  const meaningsWith = (stem: string) =>
    `SELECT DISTINCT coalesce(meaning_of(merged_into), id) AS id FROM vocabulary WHERE stems @> ARRAY[${parameters.add(stem)}::text]`;
  const inKeyphrases = (stem: string) =>
    `SELECT m.id FROM (
       SELECT v.id FROM (${meaningsWith(stem)}) AS held JOIN vocabulary v USING (id)
       ORDER BY CASE WHEN v.embedder = ${parameters.add(topic.embedder)}
         THEN v.embedding <#> ${parameters.add(toVectorLiteral(topic.wording))}::vector END, v.id
       LIMIT ${MOST_MEANINGS}) AS v
     CROSS JOIN LATERAL (${newest('keyphrase', 'vocabulary_id', 'v.id', FEWEST)}) AS m
     ORDER BY m.started_at DESC, m.id DESC LIMIT ${most.word}`;
  const rarest = stems.toSorted((a, b) => b.weight - a.weight).map(({ stem }) => stem);
  const telling = rarest
    .filter((stem) => topic.telling.includes(stem))
    .slice(0, topic.isLarge ? MOST_WORDS : rarest.length);
  const isByKeyphrases = topic.keyphrasesOnly && topic.isLarge;
  const lookedFor = rarest.slice(0, MOST_WORDS);
  const words = isByKeyphrases
    ? lookedFor.map(inKeyphrases)
    : [
        ...telling.map((stem) => ofWords(queryOf(stem), false)),
        ...(telling.length < rarest.length
          ? [ofWords(rarest.map(queryOf).join(' && '), topic.isLarge && topic.areCommon)]
          : []),
      ];
  const bring = isByKeyphrases ? lookedFor.length : telling.length;
  // One meaning may have more as soon as there are as many as it may bring.
  const mostOfWord = isByKeyphrases ? FEWEST : most.word;
  const areAllAsked = isByKeyphrases
    ? lookedFor.map((stem) => `AND NOT EXISTS (${meaningsWith(stem)} OFFSET ${MOST_MEANINGS})`)
    : [];
  return `brought AS MATERIALIZED (
    (SELECT 'phrase ' || p.id AS origin, ${ofPhrase} AS most, m.id
     FROM unnest(${parameters.add(bringing.map(({ vocabularyId }) => vocabularyId))}::int[]) AS p (id)
     CROSS JOIN LATERAL (${newest('keyphrase', 'vocabulary_id', 'p.id', ofPhrase)}) AS m)
    UNION ALL
    (SELECT 'label ' || p.id AS origin, ${most.label} AS most, m.id
     FROM unnest(${parameters.add(labels.map(({ id }) => id))}::text[]) AS p (id)
     CROSS JOIN LATERAL (${newest('conversation_label', 'label_id', 'p.id', most.label)}) AS m)
    ${words.map((rows, place) => `UNION ALL (SELECT 'word ${place}', ${mostOfWord}, w.id FROM (${rows}) AS w)`).join(' ')}),
  candidate AS (SELECT DISTINCT id FROM brought),
  completeness AS (
    SELECT ${bring === rarest.length && bringing.length === phrases.length} AND NOT EXISTS (
      SELECT FROM brought GROUP BY origin, most HAVING count(*) >= most) ${areAllAsked.join(' ')} AS is_complete)`;
}

/**
 * SQL of a common table `candidate (id)`: every conversation that the filter selects and a label or word of the topic
 * speaks for. Reads as much as there is of them.
 */
export function everyCandidateSql(
  { labels, stems, keyphrasesOnly }: UnderstoodTopic,
  filter: TopicFilter,
  parameters: Parameters,
  taxonomy: TaxonomyService,
): string {
  const any = stems
    .map(({ stem }) => stemQuery(`${parameters.add(stem)}::text`, keyphrasesOnly))
    .join(' || ');
  return `candidate AS (
    SELECT k.conversation_id AS id FROM conversation_label k
    WHERE k.label_id = ANY(${parameters.add(labels.map(({ id }) => id))}::text[])
      AND ${mentionSql(filter, parameters, taxonomy)}
    ${any ? `UNION SELECT c.id FROM conversation c WHERE c.words @@ (${any}) AND ${filterSql(filter, parameters, taxonomy)}` : ''})`;
}
