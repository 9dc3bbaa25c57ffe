import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.js';
import { ConversationInput, IngestOutcome } from './ingest.graphql.js';
import { IngestionService, type Outcome } from './ingestion.service.js';

/** Ingestion by GraphQL. */
@Resolver()
export class IngestResolver {
  constructor(private readonly ingestion: IngestionService) {}

  @Mutation(() => [IngestOutcome], {
    nullable: true,
    description:
      'Takes conversations in: validated, de-identified and stored when this answers. One outcome each, in order.',
  })
  @Allow('ingest')
  ingest(
    @Args('conversations', { type: () => [ConversationInput] }) conversations: ConversationInput[],
  ): Promise<Outcome[]> {
    return this.ingestion.ingest(conversations);
  }
}
