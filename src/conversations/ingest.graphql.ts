import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../graphql/enum.js';
import type { Refusal } from './conversation.schema.js';
import type { Outcome } from './ingestion.service.js';

/*
 * Senders and moments are plain text here: the one contract of all ways in checks them, so that one bad
 * conversation is refused alone and not the whole request with it.
 */

@InputType({ description: 'A message as it was written.' })
export class MessageInput {
  @Field({ description: '`texter` or `responder`.' })
  from!: string;

  @Field(() => String, { nullable: true, description: 'ISO 8601 with its zone.' })
  at?: string | null;

  @Field({ description: 'At most 4,000 characters.' })
  text!: string;
}

@InputType({ description: 'What the texter answered when asked.' })
export class SurveyInput {
  @Field(() => String, { nullable: true })
  ageGroup?: string | null;

  @Field(() => String, { nullable: true })
  genderIdentity?: string | null;

  @Field(() => String, { nullable: true })
  ethnicity?: string | null;
}

@InputType({
  description: 'A conversation as it was held. What identifies people is removed before it is stored.',
})
export class ConversationInput {
  @Field(() => ID, { description: "The caller's own id, kept as given: it must not identify a person." })
  id!: string;

  @Field({ description: 'ISO 8601 with its zone, such as `2023-02-01T03:04:05Z`.' })
  startedAt!: string;

  @Field(() => String, { nullable: true, description: 'ISO 8601 with its zone.' })
  endedAt?: string | null;

  @Field(() => String, { nullable: true, description: 'Stored only as a keyed hash.' })
  texterId?: string | null;

  @Field(() => [String], { nullable: true })
  tags?: string[] | null;

  @Field(() => SurveyInput, { nullable: true })
  survey?: SurveyInput | null;

  @Field(() => [MessageInput], { description: 'At most 10,000.' })
  messages!: MessageInput[];
}

export const IngestStatusEnum = enumOf<Outcome['status']>('IngestStatus', {
  accepted: 'Stored; its analysis will follow, whatever happens to the server.',
  unchanged: 'The same content was stored before.',
  refused: 'Not stored; `code`, `field` and `reason` say why.',
});

@ObjectType({ description: 'What became of one conversation.' })
export class IngestOutcome {
  @Field(() => IngestStatusEnum)
  status!: Outcome['status'];

  @Field(() => ID, { nullable: true, description: 'The id of the conversation, where it has a usable one.' })
  id!: string | null;

  @Field(() => String, { nullable: true, description: '`invalid` or `conflict`.' })
  code?: Refusal['code'];

  @Field(() => String, { nullable: true, description: 'Such as `messages[3].from`; null for the whole.' })
  field?: string | null;

  @Field(() => String, { nullable: true, description: 'What is expected there.' })
  reason?: string;
}
