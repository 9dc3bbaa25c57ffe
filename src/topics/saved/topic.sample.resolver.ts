import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../access/allow.decorator.js';
import type { ConversationEntity } from '../../conversations/conversation.entity.js';
import { HEAVY_COST } from '../../graphql/query.limits.js';
import { callerOf, type RequestContext } from '../../graphql/request.context.js';
import { asked } from '../asked.js';
import { SampledConversationType, TopicSampleType } from './saved.topic.graphql.js';
import { idOf } from './saved.topic.resolver.js';
import type { TopicSample } from './saved.topic.types.js';
import { LARGEST_SAMPLE, TopicSampleService } from './topic.sample.service.js';

const DEFAULT_SIZE = 60;

/** Judging a topic by a sample. Responders judge best, for they may read what was written. */
@Resolver(() => TopicSampleType)
export class TopicSampleResolver {
  constructor(private readonly samples: TopicSampleService) {}

  @Query(() => TopicSampleType, { nullable: true, description: 'A sample to judge, by its id.' })
  @Allow('responder', 'analyst')
  topicSample(@Args('id', { type: () => ID }) id: string): Promise<TopicSample> {
    return this.samples.one(idOf(id));
  }

  @Mutation(() => TopicSampleType, {
    nullable: true,
    description:
      'Draws a sample of what the newest version of a topic finds and of its near misses. An earlier one counts no more.',
    complexity: ({ childComplexity }) => HEAVY_COST + childComplexity,
  })
  @Allow('analyst')
  drawTopicSample(
    @Args('topicId', { type: () => ID }) topicId: string,
    @Args('size', {
      type: () => Int,
      defaultValue: DEFAULT_SIZE,
      description: `Conversations, 3 to ${LARGEST_SAMPLE}.`,
    })
    size: number,
    @Context() context: RequestContext,
  ): Promise<TopicSample> {
    return asked(this.samples.draw(idOf(topicId), size, callerOf(context)));
  }

  @Mutation(() => TopicSampleType, {
    nullable: true,
    description: 'Says whether a conversation of a sample is about the topic; the last word counts.',
  })
  @Allow('responder', 'analyst')
  judgeConversation(
    @Args('sampleId', { type: () => ID }) sampleId: string,
    @Args('conversationId', { type: () => ID }) conversationId: string,
    @Args('isAbout') isAbout: boolean,
    @Context() context: RequestContext,
  ): Promise<TopicSample> {
    return this.samples.judge(idOf(sampleId), conversationId, isAbout, callerOf(context));
  }

  @ResolveField(() => [SampledConversationType], {
    description: 'In the order to judge in. One that was deleted since is gone from it.',
    complexity: ({ childComplexity }) => 1 + LARGEST_SAMPLE * childComplexity,
  })
  @Allow('responder', 'analyst')
  async conversations(
    @Parent() { conversations }: TopicSample,
    @Context() { loaders }: RequestContext,
  ): Promise<{ node: ConversationEntity; isAbout: boolean | null }[]> {
    const nodes = await Promise.all(
      conversations.map(({ conversationId }) => loaders.conversation.load(conversationId)),
    );
    return conversations.flatMap(({ isAbout }, place) => {
      const node = nodes[place];
      return node ? [{ node, isAbout }] : [];
    });
  }
}
