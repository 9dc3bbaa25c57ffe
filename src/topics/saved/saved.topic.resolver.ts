import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../access/allow.decorator.js';
import { HEAVY_COST } from '../../graphql/query.limits.js';
import { callerOf, type RequestContext } from '../../graphql/request.context.js';
import { asked } from '../asked.js';
import { chosenOf, filterOf } from '../filter.input.js';
import { KeyphraseSuggestionType } from '../matches/topic.match.graphql.js';
import type { PhraseSuggestion } from '../topic.types.js';
import {
  SavedTopicType,
  SavedTopicVersionType,
  TopicComparisonType,
  TopicDefinitionInput,
  TopicQualityType,
  TopicWeekType,
  TrendArgs,
} from './saved.topic.graphql.js';
import { SavedTopicService } from './saved.topic.service.js';
import type {
  SavedTopic,
  TopicComparison,
  TopicDefinition,
  TopicQuality,
  TopicWeek,
} from './saved.topic.types.js';
import { TopicSampleService } from './topic.sample.service.js';
import { TopicTrendService } from './topic.trend.service.js';

const heavy = ({ childComplexity }: { childComplexity: number }) => HEAVY_COST + childComplexity;
/** Of a list of which each has few. */
const list = ({ childComplexity }: { childComplexity: number }) => 1 + 10 * childComplexity;

/** Topics that analysts keep: their history, how good they are, and their trend. */
@Resolver(() => SavedTopicType)
export class SavedTopicResolver {
  constructor(
    private readonly topics: SavedTopicService,
    private readonly samples: TopicSampleService,
    private readonly trends: TopicTrendService,
  ) {}

  @Query(() => [SavedTopicType], {
    nullable: true,
    description: 'All saved topics, newest first.',
    complexity: list,
  })
  @Allow('analyst')
  savedTopics(): Promise<SavedTopic[]> {
    return this.topics.all();
  }

  @Query(() => SavedTopicType, { nullable: true, description: 'One saved topic by its id.' })
  @Allow('analyst')
  savedTopic(@Args('id', { type: () => ID }) id: string): Promise<SavedTopic> {
    return this.topics.one(idOf(id));
  }

  @Query(() => TopicComparisonType, {
    nullable: true,
    description: 'Two saved topics side by side, over the same weeks.',
    complexity: heavy,
  })
  @Allow('analyst')
  compareTopics(
    @Args('one', { type: () => ID }) one: string,
    @Args('other', { type: () => ID }) other: string,
    @Args() query: TrendArgs,
  ): Promise<TopicComparison> {
    return asked(this.trends.compare([idOf(one), idOf(other)], query));
  }

  @Mutation(() => SavedTopicType, {
    nullable: true,
    description: 'Keeps a topic. What it finds rests on the phrases that are near it now.',
    complexity: heavy,
  })
  @Allow('analyst')
  saveTopic(
    @Args('name') name: string,
    @Args('definition') definition: TopicDefinitionInput,
    @Context() context: RequestContext,
  ): Promise<SavedTopic> {
    return asked(this.topics.save(name, definitionOf(definition), callerOf(context)));
  }

  @Mutation(() => SavedTopicType, {
    nullable: true,
    description:
      'Gives a topic a new version, with the phrases that are near it now; earlier ones stay as its history.',
    complexity: heavy,
  })
  @Allow('analyst')
  changeTopic(
    @Args('id', { type: () => ID }) id: string,
    @Args('definition') definition: TopicDefinitionInput,
    @Context() context: RequestContext,
  ): Promise<SavedTopic> {
    return asked(this.topics.change(idOf(id), definitionOf(definition), callerOf(context)));
  }

  @Mutation(() => ID, { nullable: true, description: 'Deletes a topic with its history and samples.' })
  @Allow('analyst')
  async deleteTopic(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext,
  ): Promise<string> {
    await this.topics.remove(idOf(id), callerOf(context));
    return id;
  }

  @ResolveField(() => [SavedTopicVersionType], {
    description: 'Its definitions, newest first.',
    complexity: list,
  })
  @Allow('analyst')
  versions(@Parent() { versions }: SavedTopic): SavedTopicVersionType[] {
    // Definitions of before labels could be chosen lack them.
    const none = { includeLabels: [], excludeLabels: [] };
    return versions.map(({ definition, ...version }) => ({ ...version, ...none, ...definition }));
  }

  @ResolveField(() => [KeyphraseSuggestionType], {
    description:
      'Phrases by which the newest version finds conversations, of enough texters to be told of; nearest first.',
    complexity: list,
  })
  @Allow('analyst')
  phrases(@Parent() topic: SavedTopic): Promise<PhraseSuggestion[]> {
    return this.topics.phrasesOf(topic, topic.versions[0]!);
  }

  @ResolveField(() => [KeyphraseSuggestionType], {
    description:
      'Near phrases that the vocabulary has learned since, so that the topic may miss conversations: change the topic to take them in or exclude them.',
    complexity: heavy,
  })
  @Allow('analyst')
  newPhrases(@Parent() topic: SavedTopic): Promise<PhraseSuggestion[]> {
    return asked(this.topics.newPhrases(topic));
  }

  @ResolveField(() => TopicQualityType, {
    nullable: true,
    description: 'Null until a sample is drawn.',
    complexity: heavy,
  })
  @Allow('analyst')
  quality(@Parent() topic: SavedTopic): Promise<TopicQuality | null> {
    return this.samples.qualityOf(topic);
  }

  @ResolveField(() => [TopicWeekType], { description: 'Week by week, oldest first.', complexity: heavy })
  @Allow('analyst')
  trend(@Parent() topic: SavedTopic, @Args() query: TrendArgs): Promise<TopicWeek[]> {
    return asked(this.trends.trend(topic, query));
  }
}

function definitionOf({ topic, filter, ...chosen }: TopicDefinitionInput): TopicDefinition {
  return { topic, ...chosenOf(chosen), filter: filterOf(filter) };
}

/** A text that is no number is the id of nothing. */
export function idOf(id: string): number {
  return /^\d{1,9}$/.test(id) ? Number(id) : 0;
}
