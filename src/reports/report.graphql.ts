import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../graphql/date.scalar.js';
import { enumOf } from '../graphql/enum.js';
import { ThemePhrase, ThemeType, WeeklyChangeType } from '../topics/topic.graphql.js';
import type { Comparison } from './report.bridge.js';
import type { Report, ReportLabel } from './report.types.js';

@ObjectType({ description: 'Days from one to another, both included.' })
export class Days {
  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;
}

const ComparisonType = enumOf<Comparison>('Comparison', {
  same: 'The weeks may be compared.',
  changed: 'Some of the weeks were analysed with another meaning of the label.',
  new: 'Some of the weeks were analysed with a taxonomy that lacked the label.',
});

@ObjectType({ description: 'A taxonomy that results of the five weeks were made with, or hold for.' })
export class ReportTaxonomy {
  @Field({ description: 'Its version.' })
  version!: string;

  @Field(() => Int)
  texters!: number;
}

@ObjectType({ description: 'A label that some results of the five weeks may hold and the taxonomy lacks.' })
export class RemovedLabel {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType('ReportLabel', { description: 'A label in the week of the report.' })
export class ReportLabelType implements ReportLabel {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => [String], { description: 'Names from the top-level label down to this one.' })
  path!: string[];

  @Field(() => ID, { nullable: true })
  parent!: string | null;

  @Field()
  risk!: boolean;

  @Field(() => WeeklyChangeType, {
    description: 'Without a mean before and a change unless `comparison` is `same`.',
  })
  texters!: ReportLabel['texters'];

  @Field(() => ComparisonType, { description: 'Whether the weeks may be compared in this label.' })
  comparison!: Comparison;

  @Field(() => String, { nullable: true, description: 'The version in which it is new or changed.' })
  since!: string | null;

  @Field(() => Float, { nullable: true, description: 'Of all texters of the week, in 0..1.' })
  share!: number | null;

  @Field(() => [ThemePhrase], { description: 'The keyphrases that stand beside it most often.' })
  keyphrases!: ReportLabel['keyphrases'];
}

@ObjectType()
export class WeekLabel {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { nullable: true })
  texters!: number | null;
}

@ObjectType()
export class ReportWeek {
  @Field(() => Days)
  week!: Days;

  @Field(() => Int, { nullable: true })
  texters!: number | null;

  @Field(() => [WeekLabel], { description: 'Top-level labels only.' })
  labels!: WeekLabel[];
}

@ObjectType({ description: 'Conversations of the week that a person should look at; null for few.' })
export class Attention {
  @Field(() => Int, { nullable: true, description: 'Marked for a review of their labels.' })
  needsReview!: number | null;

  @Field(() => Int, { nullable: true, description: 'Analysed by the local engine because a model failed.' })
  degraded!: number | null;

  @Field(() => Int, { nullable: true, description: 'Given up.' })
  failed!: number | null;
}

@ObjectType('Report', {
  description:
    'The taxonomy report of a week against the four weeks before. Every count is of texters, in steps of `minGroupSize`, and null for fewer.',
})
export class ReportType implements Report {
  @Field(() => DateScalar, { description: 'The last day of the week.' })
  date!: string;

  @Field(() => Days)
  week!: Days;

  @Field(() => Days)
  before!: Days;

  @Field({ description: 'Version of the taxonomy.' })
  taxonomy!: string;

  @Field(() => [ReportTaxonomy], {
    description: 'What the five weeks were analysed with, the lowest version first.',
  })
  analysedWith!: ReportTaxonomy[];

  @Field(() => [RemovedLabel], { description: 'Labels of those that the taxonomy lacks.' })
  removed!: RemovedLabel[];

  @Field(() => Int)
  minGroupSize!: number;

  @Field({ description: 'Whether the week has no conversation at all.' })
  empty!: boolean;

  @Field(() => WeeklyChangeType)
  texters!: Report['texters'];

  @Field(() => [ReportLabelType], { description: 'All labels, each parent before its children.' })
  labels!: ReportLabel[];

  @Field(() => [ReportWeek], { description: 'The five weeks, the earliest first.' })
  trend!: Report['trend'];

  @Field(() => [ThemeType], {
    description: 'Themes outside the taxonomy, by most texters in the five weeks.',
  })
  themes!: Report['themes'];

  @Field(() => Attention)
  attention!: Report['attention'];
}
