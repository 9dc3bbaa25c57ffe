import { answersOf, checkPeriod } from '../conversations/conversation.filter.js';
import type { TopicFilterInput } from './topic.graphql.js';
import type { TopicFilter } from './topic.types.js';

/**
 * A filter as callers give it, without what they left out.
 * @throws PublicError BAD_INPUT for a period that ends before it begins
 */
export function filterOf(filter: TopicFilterInput | null | undefined): TopicFilter {
  const { labels, from, to, language, engine } = filter ?? {};
  checkPeriod(filter ?? {}, 'filter.');
  const survey = answersOf(filter ?? {});
  return {
    ...(labels ? { labels } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(language ? { language } : {}),
    ...(engine ? { engine } : {}),
    ...(Object.keys(survey).length > 0 ? { survey } : {}),
  };
}
