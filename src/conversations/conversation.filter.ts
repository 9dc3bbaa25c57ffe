import { Field, ID, InputType } from '@nestjs/graphql';
import type { SelectQueryBuilder } from 'typeorm';
import { ConversationLabelEntity } from '../classification/conversation.label.entity.js';
import { DateScalar } from '../graphql/date.scalar.js';
import { PublicError } from '../operations/public.error.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { ConversationEntity, ConversationStatus } from './conversation.entity.js';
import { ConversationStatusEnum, EngineEnum } from './conversation.graphql.js';
import type { Provenance } from './conversation.types.js';

@InputType({ description: 'Survey answers, each as it was given.' })
export class SurveyFilter {
  @Field(() => String, { nullable: true })
  ageGroup?: string | null;

  @Field(() => String, { nullable: true })
  genderIdentity?: string | null;

  @Field(() => String, { nullable: true })
  ethnicity?: string | null;
}

/** Which conversations are meant: those that meet every condition given. */
@InputType({ isAbstract: true })
export class CommonFilter {
  @Field(() => [ID], { nullable: true, description: 'Any of these labels, or any label under them.' })
  labels?: readonly string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Started on this day or later.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Started on this day or before.' })
  to?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 639-1, such as `fr`.' })
  language?: string | null;

  @Field(() => EngineEnum, { nullable: true, description: 'What made the result.' })
  engine?: Provenance['engine'] | null;

  @Field(() => SurveyFilter, { nullable: true })
  survey?: SurveyFilter | null;
}

@InputType({ description: 'Which conversations are meant: those that meet every condition given.' })
export class ConversationFilter extends CommonFilter {
  @Field(() => ConversationStatusEnum, { nullable: true })
  status?: ConversationStatus | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a person should look at the labels.' })
  needsReview?: boolean | null;
}

/**
 * Refuses a period that ends before it begins: nothing in it would read as nothing found.
 * @param prefix what callers know the fields under, such as `filter.`
 * @throws PublicError BAD_INPUT
 */
export function checkPeriod({ from, to }: Pick<CommonFilter, 'from' | 'to'>, prefix = ''): void {
  // Days as YYYY-MM-DD come in the order of their texts.
  if (from && to && from > to)
    throw new PublicError('BAD_INPUT', 'expected a day not before `from`', `${prefix}to`);
}

/** The survey answers that a filter asks for; empty where it asks for none. */
export function answersOf({ survey }: CommonFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(survey ?? {}).flatMap(([group, answer]) => (answer ? [[group, String(answer)]] : [])),
  );
}

/**
 * Adds the conditions of a filter to a query over conversations.
 * @throws PublicError BAD_INPUT for a label that the taxonomy lacks, or a period that ends before it begins
 */
export function applyFilter(
  query: SelectQueryBuilder<ConversationEntity>,
  filter: ConversationFilter,
  taxonomy: TaxonomyService,
): SelectQueryBuilder<ConversationEntity> {
  const { labels, from, to, language, engine, status, needsReview } = filter;
  const at = query.alias;
  checkPeriod(filter, 'filter.');
  if (labels && labels.length > 0) {
    const wanted = labels.flatMap((id) => withDescendants(id, taxonomy));
    const held = query
      .subQuery()
      .select('1')
      .from(ConversationLabelEntity, 'held')
      .where(`held.conversationId = ${at}.id AND held.labelId = ANY(:wanted)`);
    query.andWhere(`EXISTS ${held.getQuery()}`, { wanted });
  }
  if (from) query.andWhere(`${at}.startedAt >= :from::timestamptz`, { from: `${from}T00:00:00Z` });
  if (to)
    query.andWhere(`${at}.startedAt < :to::timestamptz + interval '24 hours'`, {
      to: `${to}T00:00:00Z`,
    });
  if (language) query.andWhere(`${at}.language = :language`, { language });
  if (engine) query.andWhere(`${at}.provenance->>'engine' = :engine`, { engine });
  const answers = answersOf(filter);
  if (Object.keys(answers).length > 0)
    query.andWhere(`${at}.survey @> :answers::jsonb`, { answers: JSON.stringify(answers) });
  if (status) query.andWhere(`${at}.status = :status`, { status });
  if (needsReview !== null && needsReview !== undefined)
    query.andWhere(`${at}.needsReview ${needsReview ? '<>' : '='} '{}'`);
  return query;
}

function withDescendants(id: string, taxonomy: TaxonomyService): string[] {
  if (!taxonomy.byId(id))
    throw new PublicError('BAD_INPUT', 'expected ids of labels of the taxonomy', 'filter.labels');
  return taxonomy.storedIdsOf(id);
}
