import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { addDays, checkDay } from './days.js';
import { labelOf } from './label.of.js';
import type { TopicFilter } from './topic.types.js';

/** Values of a statement under way; `add` answers with the placeholder that stands for a value, such as `$3`. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** SQL for whom a conversation counts: its texter, or itself where the texter is unknown. */
export const TEXTER = 'c.texter';

/**
 * SQL for: the conversation of row `k` is analysed. Few ever are not, and these have an index of their own, by the beginning
 * that `k` repeats and the id.
 */
export const READY_MENTION = `NOT EXISTS (
  SELECT 1 FROM conversation unready
  WHERE unready.started_at = k.started_at AND unready.id = k.conversation_id AND unready.status <> 'ready')`;

/**
 * A filter as an SQL condition on `conversation c`.
 * @throws TopicInputError for a label that the taxonomy lacks, or a day that is none
 */
export function filterSql(filter: TopicFilter, parameters: Parameters, taxonomy: TaxonomyService): string {
  return [
    `c.status = 'ready'`,
    ...labelsSql(filter, 'c.id', parameters, taxonomy),
    ...daysSql(filter, 'c', parameters),
    ...answersSql(filter, parameters),
  ].join(' AND ');
}

/**
 * The same as a condition on a row `k` of a table that leads to conversations, as `keyphrase` and `conversation_label`
 * do: the days stand in its own index, and the conversation is looked at only where the filter says more of it.
 * @throws TopicInputError as `filterSql` does
 */
export function mentionSql(filter: TopicFilter, parameters: Parameters, taxonomy: TaxonomyService): string {
  const answers = answersSql(filter, parameters);
  return [
    ...daysSql(filter, 'k', parameters),
    ...labelsSql(filter, 'k.conversation_id', parameters, taxonomy),
    answers.length === 0
      ? READY_MENTION
      : `EXISTS (SELECT 1 FROM conversation c
                 WHERE c.id = k.conversation_id AND ${[`c.status = 'ready'`, ...answers].join(' AND ')})`,
  ].join(' AND ');
}

function labelsSql(
  { labels = [] }: TopicFilter,
  conversation: string,
  parameters: Parameters,
  taxonomy: TaxonomyService,
): string[] {
  if (labels.length === 0) return [];
  const ids = labels.flatMap((id) => taxonomy.storedIdsOf(labelOf(id, 'filter.labels', taxonomy).id));
  return [
    `EXISTS (SELECT 1 FROM conversation_label held
             WHERE held.conversation_id = ${conversation} AND held.label_id = ANY(${parameters.add(ids)}::text[]))`,
  ];
}

function daysSql({ from, to }: TopicFilter, table: string, parameters: Parameters): string[] {
  return [
    ...(from ? [`${table}.started_at >= ${dayStart(from, 'filter.from', parameters)}`] : []),
    ...(to ? [`${table}.started_at < ${dayStart(to, 'filter.to', parameters, 1)}`] : []),
  ];
}

/** What a texter answered, the language they wrote in, and the engine that read it. */
function answersSql({ survey, language, engine }: TopicFilter, parameters: Parameters): string[] {
  return [
    ...(hasSurvey({ ...(survey ? { survey } : {}) })
      ? [`c.survey @> ${parameters.add(JSON.stringify(survey))}::jsonb`]
      : []),
    ...(language ? [`c.language = ${parameters.add(language)}`] : []),
    ...(engine ? [`c.provenance->>'engine' = ${parameters.add(engine)}`] : []),
  ];
}

/** Whether a filter selects by what texters are. */
export function hasSurvey({ survey }: TopicFilter): boolean {
  return survey !== undefined && Object.keys(survey).length > 0;
}

function dayStart(text: string, field: string, parameters: Parameters, later = 0): string {
  return `${parameters.add(addDays(checkDay(text, field), later))}::date::timestamp AT TIME ZONE 'UTC'`;
}
