import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ConversationType, EngineEnum, SurveyType } from '../../conversations/conversation.graphql.js';
import type { Provenance } from '../../conversations/conversation.types.js';
import { DateScalar } from '../../graphql/date.scalar.js';
import { TopicFilterInput } from '../topic.graphql.js';
import type { Estimate, TopicWeek } from './saved.topic.types.js';
import { DEFAULT_WEEKS } from './topic.trend.service.js';

@InputType('TopicDefinitionInput', { description: 'What a saved topic asks for.' })
export class TopicDefinitionInput {
  @Field({ description: 'The topic in plain words.' })
  topic!: string;

  @Field(() => [String], { nullable: true, description: 'Canonical keyphrases to take into the topic.' })
  include?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Canonical keyphrases to leave out of it.' })
  exclude?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of labels to take into the topic.' })
  includeLabels?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of labels to leave out of it, with those below them.',
  })
  excludeLabels?: string[] | null;

  @Field(() => TopicFilterInput, { nullable: true })
  filter?: TopicFilterInput | null;
}

@ArgsType()
export class TrendArgs {
  @Field(() => Int, { defaultValue: DEFAULT_WEEKS, description: 'How many, from 1 to 104.' })
  weeks!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day of the last week; the newest conversation's day where left out.",
  })
  to?: string | null;
}

@ObjectType('SavedTopicFilter', { description: 'Which conversations a topic looks at.' })
export class SavedTopicFilterType {
  @Field(() => [ID], { nullable: true })
  labels?: readonly string[];

  @Field(() => DateScalar, { nullable: true })
  from?: string;

  @Field(() => DateScalar, { nullable: true })
  to?: string;

  @Field(() => String, { nullable: true })
  language?: string;

  @Field(() => EngineEnum, { nullable: true })
  engine?: Provenance['engine'];

  @Field(() => SurveyType, { nullable: true, description: 'The answers that it asks for.' })
  survey?: SurveyType;
}

@ObjectType('SavedTopicVersion', { description: 'A definition that a topic has or had.' })
export class SavedTopicVersionType {
  @Field(() => Int, { description: 'Counts from 1.' })
  number!: number;

  @Field({ description: 'The topic in plain words.' })
  topic!: string;

  @Field(() => [String])
  include!: readonly string[];

  @Field(() => [String])
  exclude!: readonly string[];

  @Field(() => [ID])
  includeLabels!: readonly string[];

  @Field(() => [ID])
  excludeLabels!: readonly string[];

  @Field(() => SavedTopicFilterType)
  filter!: SavedTopicFilterType;

  @Field({ description: 'Name of the key that saved it.' })
  savedBy!: string;

  @Field(() => Date)
  savedAt!: Date;
}

@ObjectType('Estimate', { description: 'A share in 0..1, with its interval of 95 %.' })
export class EstimateType implements Estimate {
  @Field(() => Float)
  value!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;
}

@ObjectType('TopicQuality', {
  description: 'How good a topic is, from the newest sample of its newest version.',
})
export class TopicQualityType {
  @Field(() => ID)
  sampleId!: number;

  @Field(() => Int)
  sampled!: number;

  @Field(() => Int)
  judged!: number;

  @Field(() => EstimateType, {
    nullable: true,
    description:
      'Share of what it finds that is about it; null until each part of what it finds has a judgement.',
  })
  precision!: Estimate | null;

  @Field(() => EstimateType, {
    nullable: true,
    description:
      'Share that it finds of what is about it, among what it finds and the near misses: what lies further off is not counted.',
  })
  recall!: Estimate | null;
}

@ObjectType('TopicWeek', { description: 'A week of a topic; numbers of texters in steps, null for few.' })
export class TopicWeekType implements TopicWeek {
  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => Int, { nullable: true, description: "Texters who brought one of the topic's phrases." })
  texters!: number | null;

  @Field(() => Int, { nullable: true, description: 'Texters in all whom its filter selects.' })
  all!: number | null;

  @Field(() => EstimateType, { nullable: true, description: 'The interval allows for the steps.' })
  share!: Estimate | null;
}

@ObjectType('SavedTopic', { description: 'A topic that analysts keep and follow.' })
export class SavedTopicType {
  @Field(() => ID)
  id!: number;

  @Field()
  name!: string;

  @Field({ description: 'Name of the key that saved it first; only its bearers and admins may change it.' })
  owner!: string;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType('SampledConversation', { description: 'A conversation to judge.' })
export class SampledConversationType {
  @Field(() => ConversationType)
  node!: ConversationType;

  @Field(() => Boolean, { nullable: true, description: 'Null until somebody judges it.' })
  isAbout!: boolean | null;
}

@ObjectType('TopicSample', {
  description: 'Conversations to judge a topic by, in an order that tells nothing of why each was drawn.',
})
export class TopicSampleType {
  @Field(() => ID)
  id!: number;

  @Field(() => ID)
  topicId!: number;

  @Field(() => Int, { description: "Which of the topic's versions it is of." })
  version!: number;
}

@ObjectType('TopicTrend', { description: 'A topic, week by week, oldest first.' })
export class TopicTrendType {
  @Field(() => SavedTopicType)
  topic!: SavedTopicType;

  @Field(() => [TopicWeekType])
  weeks!: TopicWeek[];
}

@ObjectType('TopicComparison', { description: 'Two topics over the same weeks.' })
export class TopicComparisonType {
  @Field(() => [TopicTrendType])
  topics!: TopicTrendType[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Texters who brought both within the weeks, in steps; null for few, and where a topic asks for survey answers.',
  })
  textersOfBoth!: number | null;
}
