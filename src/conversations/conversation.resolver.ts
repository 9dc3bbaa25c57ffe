import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.js';
import { connectionOf, PageArgs, pageCost, pageOf, type PageInfo } from '../graphql/connection.js';
import { encodeCursor } from '../graphql/cursor.js';
import type { RequestContext } from '../graphql/request.context.js';
import { PublicError } from '../operations/public.error.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { ConversationEntity } from './conversation.entity.js';
import { ConversationFilter } from './conversation.filter.js';
import {
  ConversationConnection,
  ConversationLabelType,
  ConversationType,
  KeyphraseType,
  MessageType,
} from './conversation.graphql.js';
import { ConversationListService } from './conversation.list.service.js';

/** A page of conversations, with the filter that its total count is asked for. */
interface ListedConversations {
  filter: ConversationFilter;
  edges: { cursor: string; node: ConversationEntity }[];
  pageInfo: PageInfo;
}

/** Conversations and what is said of them. Transcripts and summaries hold a texter's words: responders only. */
@Resolver(() => ConversationType)
export class ConversationResolver {
  constructor(
    private readonly list: ConversationListService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Query(() => ConversationType, { description: 'One conversation by its id.' })
  @Allow('responder', 'analyst')
  async conversation(
    @Args('id', { type: () => ID }) id: string,
    @Context() { loaders }: RequestContext,
  ): Promise<ConversationEntity> {
    const conversation = await loaders.conversation.load(id);
    if (!conversation) throw new PublicError('NOT_FOUND', 'There is no conversation of this id', 'id');
    return conversation;
  }

  @Query(() => ConversationConnection, { description: 'Conversations, newest first.', complexity: pageCost })
  @Allow('responder', 'analyst')
  async conversations(
    @Args('filter', { type: () => ConversationFilter, nullable: true }) filter: ConversationFilter | null,
    @Args() args: PageArgs,
  ): Promise<ListedConversations> {
    const page = pageOf(args);
    const rows = await this.list.page(filter ?? {}, page);
    return {
      filter: filter ?? {},
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

  @ResolveField(() => String, {
    nullable: true,
    description: 'At most 60 words; null until it is analysed. For responders.',
  })
  @Allow('responder')
  summary(@Parent() { summary }: ConversationEntity): string | null {
    return summary;
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

  @ResolveField(() => Int, { description: 'How many meet the filter, on all pages together.' })
  @Allow('responder', 'analyst')
  totalCount(@Parent() { filter }: ListedConversations): Promise<number> {
    return this.list.count(filter);
  }
}
