import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.js';
import { connectionOf, PageArgs, pageCost, pageOf, type PageInfo } from '../graphql/connection.js';
import { encodeCursor } from '../graphql/cursor.js';
import { callerOf, type RequestContext } from '../graphql/request.context.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { ConversationEntity } from './conversation.entity.js';
import { ConversationFilter } from './conversation.filter.js';
import {
  ConversationConnection,
  ConversationLabelType,
  ConversationType,
  KeyphraseType,
  MessageType,
  SurveyType,
} from './conversation.graphql.js';
import { ConversationListService } from './conversation.list.service.js';

/** A page of conversations, with the filter that its total count is asked for. */
interface ListedConversations {
  filter: ConversationFilter;
  edges: { cursor: string; node: ConversationEntity }[];
  pageInfo: PageInfo;
}

/**
 * Conversations and what is said of them. What holds a texter's words, or who they are, is for responders: such
 * fields can be null, so that an analyst who asks for them still gets the others.
 */
@Resolver(() => ConversationType)
export class ConversationResolver {
  constructor(
    private readonly list: ConversationListService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Query(() => ConversationType, { nullable: true, description: 'One conversation by its id.' })
  @Allow('responder', 'analyst')
  conversation(
    @Args('id', { type: () => ID }) id: string,
    @Context() { loaders }: RequestContext,
  ): Promise<ConversationEntity> {
    return loaders.storedConversation(id);
  }

  @Query(() => ConversationConnection, {
    nullable: true,
    description: 'Conversations, newest first.',
    complexity: pageCost,
  })
  @Allow('responder', 'analyst')
  async conversations(
    @Args('filter', { type: () => ConversationFilter, nullable: true }) filter: ConversationFilter | null,
    @Args() args: PageArgs,
    @Context() context: RequestContext,
  ): Promise<ListedConversations> {
    const page = pageOf(args);
    const wanted = filter ?? {};
    const mayList = callerOf(context).role !== 'analyst' || (await this.list.mayList(wanted));
    const rows = mayList ? await this.list.page(wanted, page) : [];
    return {
      filter: wanted,
      ...connectionOf(rows, page, (node) => ({
        cursor: encodeCursor({ by: node.startedAt.toISOString(), id: node.id }),
        node,
      })),
    };
  }

  @ResolveField(() => [MessageType], {
    nullable: true,
    description: 'The whole transcript, de-identified. For responders.',
    complexity: ({ childComplexity }) => 5 + childComplexity,
  })
  @Allow('responder')
  async messages(@Parent() { id }: ConversationEntity, @Context() { loaders }: RequestContext) {
    const messages = await loaders.messages.load(id);
    return messages.map(({ position, sender, at, text }) => ({ position, from: sender, at, text }));
  }

  @ResolveField(() => [Int], {
    nullable: true,
    description:
      'Positions of the messages that a model was not shown, because the transcript is long; null until it is analysed. For responders.',
  })
  @Allow('responder')
  leftOut(@Parent() { provenance }: ConversationEntity): readonly number[] | null {
    return provenance && (provenance.leftOut ?? []);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'At most 60 words; null until it is analysed. For responders.',
  })
  @Allow('responder')
  summary(@Parent() { summary }: ConversationEntity): string | null {
    return summary;
  }

  @ResolveField(() => [String], {
    nullable: true,
    description: "The caller's own tags, de-identified. For responders.",
  })
  @Allow('responder')
  tags(@Parent() { tags }: ConversationEntity): string[] {
    return tags;
  }

  @ResolveField(() => SurveyType, {
    nullable: true,
    description: 'For responders; analysts may select by it, in groups that are large enough.',
  })
  @Allow('responder')
  survey(@Parent() { survey }: ConversationEntity): SurveyType | null {
    return survey;
  }

  @ResolveField(() => [ConversationLabelType], { description: 'The labels that hold, highest score first.' })
  @Allow('responder', 'analyst')
  async labels(
    @Parent() { id }: ConversationEntity,
    @Context() { loaders }: RequestContext,
  ): Promise<ConversationLabelType[]> {
    const labels = await loaders.labels.load(id);
    return labels.map(({ labelId, score, evidence, source }) => {
      const known = this.taxonomy.byId(labelId);
      return {
        id: labelId,
        // An earlier version of the taxonomy may have had labels that this one lacks.
        name: known?.name ?? labelId,
        path: known ? this.taxonomy.pathOf(labelId) : [labelId],
        risk: known?.risk ?? false,
        score,
        evidence,
        source,
      };
    });
  }

  @ResolveField(() => [KeyphraseType], { description: 'Most telling first.' })
  @Allow('responder', 'analyst')
  async keyphrases(
    @Parent() { id }: ConversationEntity,
    @Context() { loaders }: RequestContext,
  ): Promise<KeyphraseType[]> {
    const keyphrases = await loaders.keyphrases.load(id);
    return keyphrases.map(({ text, vocabulary, inTaxonomy, evidence, source }) => ({
      text,
      canonical: vocabulary.phrase,
      inTaxonomy,
      evidence,
      source,
    }));
  }
}

/** What is asked of a list of conversations as a whole. */
@Resolver(() => ConversationConnection)
export class ConversationConnectionResolver {
  constructor(private readonly list: ConversationListService) {}

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'How many meet the filter, on all pages together. For analysts in steps, and null for few texters.',
  })
  @Allow('responder', 'analyst')
  totalCount(
    @Parent() { filter }: ListedConversations,
    @Context() context: RequestContext,
  ): Promise<number | null> {
    return callerOf(context).role === 'analyst' ? this.list.countInSteps(filter) : this.list.count(filter);
  }
}
