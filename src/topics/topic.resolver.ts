import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.js';
import { checkPeriod } from '../conversations/conversation.filter.js';
import type { ConversationEntity } from '../conversations/conversation.entity.js';
import { pageCost, type PageInfo } from '../graphql/connection.js';
import { HEAVY_COST } from '../graphql/query.limits.js';
import { callerOf, type RequestContext } from '../graphql/request.context.js';
import { asked } from './asked.js';
import { chosenOf, filterOf } from './filter.input.js';
import { ThemeService } from './theme.service.js';
import { ThemeArgs, ThemeType, TopicConnection, TopicSearchArgs } from './topic.graphql.js';
import { TopicSearchService } from './topic.search.service.js';
import type { Theme, TopicHit, TopicPage } from './topic.types.js';

/** A page of hits with the conversations they are about. */
interface FoundConversations {
  edges: (Omit<TopicHit, 'matchedWords'> & { matchedWords: string[] | null; node: ConversationEntity })[];
  pageInfo: PageInfo;
  texters: TopicPage['texters'];
  isComplete: boolean;
  suppressed: boolean;
}

/** Retrieval by topic, and themes outside the taxonomy. */
@Resolver(() => TopicConnection)
export class TopicResolver {
  constructor(
    private readonly search: TopicSearchService,
    private readonly themeService: ThemeService,
  ) {}

  @Query(() => TopicConnection, {
    nullable: true,
    description: 'Conversations about a topic, best first, each with the reason for it.',
    complexity: (options) => HEAVY_COST + pageCost(options),
  })
  @Allow('responder', 'analyst')
  async topicSearch(
    @Args() { topic, filter, first, after, ...chosen }: TopicSearchArgs,
    @Context() context: RequestContext,
  ): Promise<FoundConversations> {
    const keyphrasesOnly = callerOf(context).role === 'analyst';
    const page = await asked(
      this.search.search({
        topic,
        filter: filterOf(filter),
        first,
        after: after ?? null,
        ...chosenOf(chosen),
        keyphrasesOnly,
      }),
    );
    const nodes = await Promise.all(page.hits.map(({ id }) => context.loaders.conversation.load(id)));
    return {
      // One may have been deleted between the search and the reading.
      edges: page.hits.flatMap((hit, index) => {
        const node = nodes[index];
        return node ? [{ ...hit, matchedWords: keyphrasesOnly ? null : hit.matchedWords, node }] : [];
      }),
      pageInfo: {
        hasNextPage: page.hasNextPage,
        hasPreviousPage: Boolean(after),
        startCursor: page.hits[0]?.cursor ?? null,
        endCursor: page.endCursor,
      },
      texters: page.texters,
      isComplete: page.isComplete,
      suppressed: page.suppressed,
    };
  }

  @ResolveField('texters', () => Int, {
    nullable: true,
    description:
      'Texters who brought one of the phrases near the topic, in steps; null for few. Counted where it is asked for.',
  })
  @Allow('responder', 'analyst')
  texters(@Parent() { texters }: FoundConversations): Promise<number | null> {
    return texters();
  }

  @Query(() => [ThemeType], {
    nullable: true,
    description: 'Themes that the taxonomy has no label for, by most texters.',
    complexity: (options) => HEAVY_COST + pageCost(options),
  })
  @Allow('analyst')
  async themes(@Args() { from, to, first }: ThemeArgs): Promise<Theme[]> {
    checkPeriod({ from, to });
    return asked(
      this.themeService.themes({ ...(from ? { from } : {}), ...(to ? { to } : {}), limit: first }),
      { limit: 'first' },
    );
  }
}
