import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../access/allow.decorator.js';
import { HEAVY_COST } from '../../graphql/query.limits.js';
import { asked } from '../asked.js';
import type { PhraseSuggestion } from '../topic.types.js';
import { KeyphraseSuggestionType, TopicMatchesType } from './topic.match.graphql.js';
import { TopicMatchService } from './topic.match.service.js';
import type { TopicMatches } from './topic.match.types.js';

/** So many may be listed: what is near, and as much again that a model proposes. */
const MOST = { near: 40, matches: 80 };

/** What a topic is matched against, before anything is looked for. */
@Resolver()
export class TopicMatchResolver {
  constructor(private readonly matches: TopicMatchService) {}

  @Query(() => [KeyphraseSuggestionType], {
    nullable: true,
    description: 'Keyphrases near a topic, nearest first, of enough texters to be told of.',
    complexity: ({ childComplexity }) => HEAVY_COST + MOST.near * childComplexity,
  })
  @Allow('analyst')
  suggestKeyphrases(@Args('topic') topic: string): Promise<PhraseSuggestion[]> {
    return asked(this.matches.suggestKeyphrases(topic));
  }

  @Query(() => TopicMatchesType, {
    nullable: true,
    description:
      'What a topic is matched against and why: labels, keyphrases and concepts of the bank; and, with a model, what it proposes.',
    complexity: ({ childComplexity }) => HEAVY_COST + MOST.matches * childComplexity,
  })
  @Allow('analyst')
  understandTopic(@Args('topic') topic: string): Promise<TopicMatches> {
    return asked(this.matches.understand(topic));
  }
}
