import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Span } from '../conversations/conversation.types.js';
import { enumOf } from '../graphql/enum.js';
import type { EditReason } from './correction.entity.js';
import type { Corrections, KeyphraseAddition, KeyphraseEdit, LabelAddition } from './correction.types.js';

@InputType({ description: 'A stretch of one message of the texter, with words in it.' })
export class SpanInput implements Span {
  @Field(() => Int, { description: 'Position of the message.' })
  message!: number;

  @Field(() => Int, { description: 'First UTF-16 code unit of the stored text.' })
  start!: number;

  @Field(() => Int, { description: 'One past the last UTF-16 code unit.' })
  end!: number;
}

export const EditReasonEnum = enumOf<EditReason>('EditReason', {
  inaccurate: 'The texter did not say or mean it.',
  too_general: 'It would fit almost anyone.',
  too_narrow: 'It names a detail in place of the concern.',
  unclear: 'A colleague would not understand it.',
  judging: 'It diagnoses, blames or judges.',
  wording: 'It is right, but not how a responder would say it.',
});

@InputType()
export class LabelAdditionInput implements LabelAddition {
  @Field(() => ID, { description: 'Its parents are added with it.' })
  id!: string;

  @Field(() => [SpanInput], { description: 'Where the texter says it: 1 or more.' })
  evidence!: SpanInput[];
}

@InputType()
export class KeyphraseAdditionInput implements KeyphraseAddition {
  @Field({ description: '1 to 5 words in lower case, in English or in the language of the conversation.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'English form; needed where `text` is not English.' })
  canonical?: string | null;

  @Field(() => [SpanInput], { description: 'Where the texter says it: 1 or more.' })
  evidence!: SpanInput[];
}

@InputType()
export class KeyphraseEditInput implements KeyphraseEdit {
  @Field({ description: 'The keyphrase as it is stored.' })
  from!: string;

  @Field({ description: 'The better words: 1 to 5 in lower case.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'English form; needed where `text` is not English.' })
  canonical?: string | null;

  @Field(() => [SpanInput], { nullable: true, description: 'That of the stored keyphrase where left out.' })
  evidence?: SpanInput[] | null;

  @Field(() => EditReasonEnum, { nullable: true, description: 'What was wrong with the stored keyphrase.' })
  why?: EditReason | null;
}

@InputType({
  description:
    'What to change of an analysis: first removals, then edits, then additions. All of it is done, or none.',
})
export class CorrectionInput implements Corrections {
  @Field(() => [LabelAdditionInput], { nullable: true })
  addLabels?: LabelAdditionInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Labels under them go too. Where a risk label goes, the conversation is marked for a review by another person.',
  })
  removeLabels?: string[] | null;

  @Field(() => [KeyphraseAdditionInput], { nullable: true })
  addKeyphrases?: KeyphraseAdditionInput[] | null;

  @Field(() => [String], { nullable: true })
  removeKeyphrases?: string[] | null;

  @Field(() => [KeyphraseEditInput], { nullable: true })
  editKeyphrases?: KeyphraseEditInput[] | null;
}
