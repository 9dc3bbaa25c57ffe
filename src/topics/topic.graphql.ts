import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CommonFilter } from '../conversations/conversation.filter.js';
import { ConversationType, EvidenceSpan } from '../conversations/conversation.graphql.js';
import type { Span } from '../conversations/conversation.types.js';
import { PageArgs, PageInfo } from '../graphql/connection.js';
import { DateScalar } from '../graphql/date.scalar.js';
import type { MatchedLabel, MatchedPhrase, Theme, WeeklyChange } from './topic.types.js';

@InputType('TopicFilter', {
  description: 'Which analysed conversations are looked at: those that meet every condition given.',
})
export class TopicFilterInput extends CommonFilter {}

@ArgsType()
export class TopicSearchArgs extends PageArgs {
  @Field({ description: 'The topic in plain words.' })
  topic!: string;

  @Field(() => TopicFilterInput, { nullable: true })
  filter?: TopicFilterInput | null;

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
}

@ObjectType('MatchedKeyphrase', { description: 'A keyphrase of a conversation that is near the topic.' })
export class MatchedKeyphraseType implements MatchedPhrase {
  @Field()
  text!: string;

  @Field()
  canonical!: string;

  @Field(() => Float, { description: 'In 0..1.' })
  similarity!: number;

  @Field(() => [EvidenceSpan], { description: 'Where the texter says it.' })
  evidence!: Span[];
}

@ObjectType('NearLabel', { description: 'A label of a conversation that is near the topic.' })
export class MatchedLabelType implements MatchedLabel {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => Float, { description: 'In 0..1.' })
  similarity!: number;

  @Field(() => [EvidenceSpan], { description: 'Where the texter says it.' })
  evidence!: Span[];
}

@ObjectType({ description: 'A conversation about the topic, and why it was found.' })
export class TopicEdge {
  @Field()
  cursor!: string;

  @Field(() => Float, { description: 'In 0..1; comparable within one topic only.' })
  score!: number;

  @Field(() => [MatchedKeyphraseType], {
    description: 'Its keyphrases that are near the topic, nearest first.',
  })
  matched!: MatchedPhrase[];

  @Field(() => [MatchedLabelType], { description: 'Its labels that are near the topic, nearest first.' })
  matchedLabels!: MatchedLabel[];

  @Field(() => [String], {
    nullable: true,
    description: "Stems of the topic's own words that the texter used. For responders; null for analysts.",
  })
  matchedWords!: string[] | null;

  @Field(() => ConversationType)
  node!: ConversationType;
}

@ObjectType({ description: 'Conversations about a topic, best first.' })
export class TopicConnection {
  @Field(() => [TopicEdge])
  edges!: TopicEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field({
    description:
      'Whether all conversations that a keyphrase, label or word speaks for were ranked. In a large archive it is the newest of the nearest: ask for other days to see older ones.',
  })
  isComplete!: boolean;

  @Field({ description: 'Whether there is no answer because the survey answers single a small group out.' })
  suppressed!: boolean;
}

@ArgsType()
export class ThemeArgs {
  @Field(() => DateScalar, { nullable: true, description: 'First day of the period.' })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the period; growth compares the week that ends on it with the four before.',
  })
  to?: string | null;

  @Field(() => Int, { defaultValue: 20, description: 'How many, from 1 to 100.' })
  first!: number;
}

@ObjectType('WeeklyChange', {
  description: 'A week compared with the four before; numbers of texters in steps.',
})
export class WeeklyChangeType implements WeeklyChange {
  @Field(() => Int, { nullable: true })
  week!: number | null;

  @Field(() => Float, { nullable: true })
  weeklyMeanBefore!: number | null;

  @Field(() => Float, { nullable: true })
  change!: number | null;
}

@ObjectType()
export class ThemeLabel {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => Int)
  texters!: number;
}

@ObjectType()
export class ThemePhrase {
  @Field()
  phrase!: string;

  @Field(() => Int)
  texters!: number;
}

@ObjectType('Theme', { description: 'What texters bring that the taxonomy has no label for.' })
export class ThemeType implements Theme {
  @Field()
  name!: string;

  @Field(() => Int, { description: 'Texters in the whole period, in steps.' })
  texters!: number;

  @Field(() => WeeklyChangeType)
  growth!: WeeklyChange;

  @Field(() => Float, {
    nullable: true,
    description:
      'The false-discovery rate at which its share of texters is held to have grown in the week; null where too few wrote.',
  })
  falseDiscovery!: number | null;

  @Field({ description: 'Whether that rate is 0.05 or less.' })
  rising!: boolean;

  @Field(() => [ThemeLabel], { description: 'Labels that its conversations hold.' })
  labels!: ThemeLabel[];

  @Field(() => [ThemePhrase], { description: 'Its phrases, most frequent first.' })
  phrases!: ThemePhrase[];
}
