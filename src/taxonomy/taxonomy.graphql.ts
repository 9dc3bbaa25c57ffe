import { Field, Float, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Label', { description: 'A label of the taxonomy.' })
export class LabelType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  definition!: string;

  @Field(() => [String], { description: 'What counts as this.' })
  counts!: readonly string[];

  @Field(() => [String], { description: 'What does not.' })
  excludes!: readonly string[];

  @Field({ description: 'Suicide, self-harm or abuse: never dropped silently.' })
  risk!: boolean;

  @Field(() => Float, { description: 'The score in 0..1 from which the label holds.' })
  threshold!: number;
}

@ObjectType('Taxonomy', { description: 'The labels that conversations are classified into.' })
export class TaxonomyType {
  @Field()
  version!: string;
}
