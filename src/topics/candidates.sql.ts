import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { filterSql, mentionSql, type Parameters } from './filter.sql.js';
import { stemQuery } from './ranking.sql.js';
import type { TopicFilter } from './topic.types.js';
import type { UnderstoodTopic } from './topic.understanding.js';

/** So many conversations come from one phrase, one label, one word, and from all phrases together. */
const MOST = { phrase: 200, phrases: 500, label: 120, word: 80 };
/** So many stems, the rarest, bring conversations by themselves. */
const MOST_WORDS = 3;

/**
 * `candidate (id)`: the conversations that are worth being ranked, at most some 1,400 however large the archive. Each
 * of the topic's phrases, labels and telling words brings the newest that hold it and that the filter selects, read
 * from its index in that order, so that nothing is sorted or looked through; the weightiest phrases come first. Where
 * fewer hold it, all are ranked.
 */
export function candidatesSql(
  topic: UnderstoodTopic,
  filter: TopicFilter,
  parameters: Parameters,
  taxonomy: TaxonomyService,
): string {
  const phrases = topic.phrases.toSorted((a, b) => b.weight - a.weight);
  const newest = (table: string, column: string, value: string, most: number) =>
    `SELECT k.conversation_id AS id FROM ${table} k
     WHERE k.${column} = ${value} AND ${mentionSql(filter, parameters, taxonomy)}
     ORDER BY k.started_at DESC, k.conversation_id DESC LIMIT ${most}`;
  const ofWord = (query: string) =>
    // Fenced off, or the planner, who takes a word of keyphrases for as common as a word, would walk through the days.
    `(SELECT held.id FROM (
        SELECT c.id, c.started_at FROM conversation c
        WHERE c.words @@ (${query}) AND ${filterSql(filter, parameters, taxonomy)} OFFSET 0) AS held
      ORDER BY held.started_at DESC, held.id DESC LIMIT ${MOST.word})`;
  const queryOf = (stem: string) => stemQuery(`${parameters.add(stem)}::text`, topic.keyphrasesOnly);
  const telling = topic.stems
    .filter(({ stem }) => topic.telling.includes(stem))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS);
  const words = telling.map(({ stem }) => queryOf(stem));
  if (telling.length < topic.stems.length && topic.stems.length > 1)
    words.push(topic.stems.map(({ stem }) => queryOf(stem)).join(' && '));
  return `candidate AS (
    (SELECT m.id FROM unnest(${parameters.add(phrases.map(({ vocabularyId }) => vocabularyId))}::int[]) AS p (id)
     CROSS JOIN LATERAL (${newest('keyphrase', 'vocabulary_id', 'p.id', MOST.phrase)}) AS m LIMIT ${MOST.phrases})
    UNION
    (SELECT m.id FROM unnest(${parameters.add(topic.labels.map(({ id }) => id))}::text[]) AS p (id)
     CROSS JOIN LATERAL (${newest('conversation_label', 'label_id', 'p.id', MOST.label)}) AS m)
    ${words.map((query) => `UNION ${ofWord(query)}`).join(' ')})`;
}
