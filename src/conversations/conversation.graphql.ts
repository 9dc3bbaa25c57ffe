import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Source } from '../classification/conversation.label.entity.js';
import type { ReviewReason } from '../classification/classification.types.js';
import { PageInfo } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum.js';
import type { ConversationStatus } from './conversation.entity.js';
import type { Provenance, Sender, Span } from './conversation.types.js';

export const SenderEnum = enumOf<Sender>('Sender', {
  texter: 'The young person who wrote to the line.',
  responder: 'The crisis responder who answered.',
});

export const ConversationStatusEnum = enumOf<ConversationStatus>('ConversationStatus', {
  received: 'Stored, waiting to be analysed.',
  processing: 'A worker has it.',
  ready: 'Analysed.',
  failed: 'Given up; `failure` names the reason.',
});

export const ReviewReasonEnum = enumOf<ReviewReason>('ReviewReason', {
  risk_disagreement: 'The engines, or an engine and a responder, disagree about a risk label.',
  third_party_risk: 'The texter speaks of a danger to someone else.',
  low_confidence: 'No label holds with any margin.',
  unsupported_language: 'The taxonomy has no words for the language.',
});

export const SourceEnum = enumOf<Source>('Source', {
  engine: 'Found by an engine.',
  responder: 'Put there by a responder.',
});

export const EngineEnum = enumOf<Provenance['engine']>('Engine', {
  local: 'The engine that runs in this process.',
  llm: 'A large language model, checked by the local engine.',
});

@ObjectType({ description: 'A stretch of one message: what a finding rests on.' })
export class EvidenceSpan implements Span {
  @Field(() => Int, { description: 'Position of the message.' })
  message!: number;

  @Field(() => Int, { description: 'First UTF-16 code unit.' })
  start!: number;

  @Field(() => Int, { description: 'One past the last UTF-16 code unit.' })
  end!: number;
}

@ObjectType('Message', { description: 'A message, de-identified.' })
export class MessageType {
  @Field(() => Int, { description: 'Counts from 0 within the conversation.' })
  position!: number;

  @Field(() => SenderEnum)
  from!: Sender;

  @Field(() => Date, { nullable: true })
  at!: Date | null;

  @Field({ description: 'Placeholders such as `[NAME_1]` stand for what identified people.' })
  text!: string;
}

@ObjectType('ConversationLabel', { description: 'A label of the taxonomy that holds for a conversation.' })
export class ConversationLabelType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => [String], { description: 'Names from the top-level label down to this one.' })
  path!: string[];

  @Field(() => Float, { description: 'In 0..1.' })
  score!: number;

  @Field(() => Boolean, { description: 'Suicide, self-harm or abuse.' })
  risk!: boolean;

  @Field(() => [EvidenceSpan], { description: 'Where the texter says it.' })
  evidence!: Span[];

  @Field(() => SourceEnum)
  source!: Source;
}

@ObjectType('Keyphrase', { description: 'What the conversation is about, in a few words.' })
export class KeyphraseType {
  @Field({ description: 'In the language of the conversation.' })
  text!: string;

  @Field({ description: 'The English form under which all phrases of this meaning are counted.' })
  canonical!: string;

  @Field(() => Boolean, { description: 'Whether the taxonomy has a label for it.' })
  inTaxonomy!: boolean;

  @Field(() => [EvidenceSpan], { description: 'Where the texter says it.' })
  evidence!: Span[];

  @Field(() => SourceEnum)
  source!: Source;
}

@ObjectType('Provenance', { description: 'Where an analysis came from.' })
export class ProvenanceType implements Provenance {
  @Field(() => EngineEnum)
  engine!: Provenance['engine'];

  @Field()
  model!: string;

  @Field({ description: 'Version of the taxonomy.' })
  taxonomy!: string;

  @Field(() => String, { nullable: true, description: 'Versions of the prompts.' })
  prompt!: string | null;

  @Field({ description: 'Whether the local engine stood in for a model that failed.' })
  degraded!: boolean;

  @Field(() => String, { nullable: true, description: 'Why, such as over_budget or timeout.' })
  reason?: string;
}

@ObjectType('Survey', { description: 'What the texter answered when asked, de-identified.' })
export class SurveyType {
  @Field(() => String, { nullable: true })
  ageGroup?: string;

  @Field(() => String, { nullable: true })
  genderIdentity?: string;

  @Field(() => String, { nullable: true })
  ethnicity?: string;
}

@ObjectType('Conversation', { description: 'A de-identified conversation and what is said of it.' })
export class ConversationType {
  @Field(() => ID, { description: "The caller's own id, as it was given." })
  id!: string;

  @Field(() => ConversationStatusEnum)
  status!: ConversationStatus;

  @Field(() => String, { nullable: true, description: 'Named reason of the last failed attempt.' })
  failure!: string | null;

  @Field({ description: 'ISO 639-1, or `und` where there are too few words to tell.' })
  language!: string;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Date)
  receivedAt!: Date;

  @Field(() => Date, { nullable: true })
  analysedAt!: Date | null;

  @Field(() => [ReviewReasonEnum], { description: 'Why a person should look at the labels.' })
  needsReview!: ReviewReason[];

  @Field(() => ProvenanceType, { nullable: true, description: 'Null until it is analysed.' })
  provenance!: Provenance | null;
}

@ObjectType()
export class ConversationEdge {
  @Field()
  cursor!: string;

  @Field(() => ConversationType)
  node!: ConversationType;
}

@ObjectType()
export class ConversationConnection {
  @Field(() => [ConversationEdge])
  edges!: ConversationEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
