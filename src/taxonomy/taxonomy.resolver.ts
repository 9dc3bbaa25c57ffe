import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.js';
import { LabelType, TaxonomyType } from './taxonomy.graphql.js';
import { TaxonomyService } from './taxonomy.service.js';
import type { Label } from './taxonomy.types.js';

/** The taxonomy as it is in force. */
@Resolver(() => TaxonomyType)
export class TaxonomyResolver {
  constructor(private readonly service: TaxonomyService) {}

  @Query(() => TaxonomyType, { nullable: true })
  @Allow('responder', 'analyst')
  taxonomy(): TaxonomyService {
    return this.service;
  }

  @ResolveField(() => [LabelType], {
    description: 'The top-level labels; the others are under them.',
    complexity: ({ childComplexity }) => 20 * childComplexity,
  })
  @Allow('responder', 'analyst')
  labels(): Label[] {
    return this.service.labels.filter(({ parent }) => parent === null);
  }
}

/** The place of a label among the others. */
@Resolver(() => LabelType)
export class LabelResolver {
  constructor(private readonly service: TaxonomyService) {}

  @ResolveField(() => [LabelType], {
    description: 'The labels directly under it.',
    complexity: ({ childComplexity }) => 2 * childComplexity,
  })
  @Allow('responder', 'analyst')
  children(@Parent() { id }: Label): Label[] {
    return this.service.childrenOf(id);
  }

  @ResolveField(() => [String], { description: 'Names from the top-level label down to this one.' })
  @Allow('responder', 'analyst')
  path(@Parent() { id }: Label): string[] {
    return this.service.pathOf(id);
  }
}
