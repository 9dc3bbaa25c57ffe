import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ProvenanceType } from '../../conversations/conversation.graphql.js';
import type { Provenance } from '../../conversations/conversation.types.js';
import type { LabelSuggestion, PhraseSuggestion } from '../topic.types.js';
import type { MatchingPhrase, TopicMatches } from './topic.match.types.js';

@ObjectType('KeyphraseSuggestion', {
  description: 'A keyphrase near a topic, to take into it or leave out of it.',
})
export class KeyphraseSuggestionType implements PhraseSuggestion {
  @Field({ description: 'Canonical form.' })
  phrase!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The concept of the bank whose phrase it is; null for what texters brought.',
  })
  concept!: string | null;

  @Field()
  inTaxonomy!: boolean;

  @Field(() => Float, { description: 'In 0..1.' })
  similarity!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Texters who brought it, in steps; null where few or none did.',
  })
  texters!: number | null;
}

@ObjectType('MatchingKeyphrase', { description: 'A keyphrase near a topic, and why it is listed.' })
export class MatchingKeyphraseType extends KeyphraseSuggestionType implements MatchingPhrase {
  @Field(() => Float, { description: 'How alike topic and phrase are in meaning, in 0..1.' })
  meaning!: number;

  @Field(() => Float, { description: 'How many of their words they share, in 0..1.' })
  wording!: number;

  @Field({
    description:
      'Whether the model says that it belongs to the topic, however far its words are. Include it to find by it.',
  })
  proposed!: boolean;
}

@ObjectType('LabelSuggestion', { description: 'A label near a topic, to take into it or leave out of it.' })
export class LabelSuggestionType implements LabelSuggestion {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => Float, { description: 'In 0..1.' })
  similarity!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Texters whose conversations hold it or one below it, in steps; null for few.',
  })
  texters!: number | null;
}

@ObjectType('TopicMatches', {
  description: 'What a topic is matched against; each list nearest first.',
})
export class TopicMatchesType implements TopicMatches {
  @Field(() => [LabelSuggestionType])
  labels!: LabelSuggestionType[];

  @Field(() => [MatchingKeyphraseType], {
    description: 'Of enough texters to be told of, or of the concept bank.',
  })
  phrases!: MatchingKeyphraseType[];

  @Field(() => ProvenanceType, {
    description: 'What proposed; `local` where there is no model or it failed, so that nothing is proposed.',
  })
  provenance!: Provenance;
}
