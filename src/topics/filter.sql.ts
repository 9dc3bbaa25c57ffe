import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { addDays, checkDay } from './days.js';
import { TopicInputError } from './topic.input.error.js';
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
export const TEXTER = 'coalesce(c.texter_hash, c.id)';

/**
 * A filter as an SQL condition on `conversation c`.
 * @throws TopicInputError for a label that the taxonomy lacks, or a day that is none
 */
export function filterSql(filter: TopicFilter, parameters: Parameters, taxonomy: TaxonomyService): string {
  const { labels, from, to, survey, language } = filter;
  const conditions = [`c.status = 'ready'`];
  if (labels && labels.length > 0) {
    const ids = labels.flatMap((id) => withDescendants(id, taxonomy));
    conditions.push(
      `EXISTS (SELECT 1 FROM conversation_label held
               WHERE held.conversation_id = c.id AND held.label_id = ANY(${parameters.add(ids)}::text[]))`,
    );
  }
  if (from) conditions.push(`c.started_at >= ${dayStart(from, 'filter.from', parameters)}`);
  if (to) conditions.push(`c.started_at < ${dayStart(to, 'filter.to', parameters, 1)}`);
  if (hasSurvey(filter)) conditions.push(`c.survey @> ${parameters.add(JSON.stringify(survey))}::jsonb`);
  if (language) conditions.push(`c.language = ${parameters.add(language)}`);
  return conditions.join(' AND ');
}

/** Whether a filter selects by what texters are. */
export function hasSurvey({ survey }: TopicFilter): boolean {
  return survey !== undefined && Object.keys(survey).length > 0;
}

function withDescendants(id: string, taxonomy: TaxonomyService): string[] {
  if (!taxonomy.byId(id)) throw new TopicInputError('filter.labels', 'expected ids of the taxonomy');
  return taxonomy.storedIdsOf(id);
}

function dayStart(text: string, field: string, parameters: Parameters, later = 0): string {
  return `${parameters.add(addDays(checkDay(text, field), later))}::date::timestamp AT TIME ZONE 'UTC'`;
}
