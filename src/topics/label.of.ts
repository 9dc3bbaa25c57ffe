import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { Label } from '../taxonomy/taxonomy.types.js';
import { TopicInputError } from './topic.input.error.js';

/**
 * The label that an id names, or named in an earlier version: a saved topic may have it so.
 * @param field what the id was given for
 * @throws TopicInputError where the taxonomy has no such label
 */
export function labelOf(id: string, field: string, taxonomy: TaxonomyService): Label {
  const label = taxonomy.present(id);
  if (!label) throw new TopicInputError(field, 'expected ids of the taxonomy');
  return label;
}
