import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.js';
import { proposedLabel } from './label.proposal.js';
import { ThemeType } from './topic.graphql.js';
import type { Theme } from './topic.types.js';

/** What a theme can become. */
@Resolver(() => ThemeType)
export class ThemeResolver {
  @ResolveField(() => String, {
    description: 'It as an entry of a label file, in YAML, to be reviewed and finished by people.',
  })
  @Allow('analyst')
  proposedLabel(@Parent() theme: Theme): string {
    return proposedLabel(theme);
  }
}
