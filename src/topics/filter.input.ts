import { answersOf, checkPeriod } from '../conversations/conversation.filter.js';
import type { TopicFilterInput, TopicSearchArgs } from './topic.graphql.js';
import type { TopicFilter, TopicQuery } from './topic.types.js';

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

type Chosen = 'include' | 'exclude' | 'includeLabels' | 'excludeLabels';

/** What an analyst chose for a topic; nothing where callers left it out. */
export function chosenOf({
  include,
  exclude,
  includeLabels,
  excludeLabels,
}: Pick<TopicSearchArgs, Chosen>): Required<Pick<TopicQuery, Chosen>> {
  return {
    include: include ?? [],
    exclude: exclude ?? [],
    includeLabels: includeLabels ?? [],
    excludeLabels: excludeLabels ?? [],
  };
}
