import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.js';
import type { ConversationEntity } from '../conversations/conversation.entity.js';
import { ConversationType } from '../conversations/conversation.graphql.js';
import { callerOf, type RequestContext } from '../graphql/request.context.js';
import { CorrectionInput } from './correction.graphql.js';
import { CorrectionService } from './correction.service.js';

/** A responder's corrections. */
@Resolver()
export class CorrectionResolver {
  constructor(private readonly corrections: CorrectionService) {}

  @Mutation(() => ConversationType, {
    nullable: true,
    description: 'Corrects labels and keyphrases. Corrections outlive every new analysis.',
  })
  @Allow('responder')
  async correct(
    @Args('conversationId', { type: () => ID }) id: string,
    @Args('input') input: CorrectionInput,
    @Context() context: RequestContext,
  ): Promise<ConversationEntity> {
    await this.corrections.correct(id, input, callerOf(context).name);
    context.loaders.forget(id);
    return context.loaders.storedConversation(id);
  }
}
