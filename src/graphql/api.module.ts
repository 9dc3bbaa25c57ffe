import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { AccessModule } from '../access/access.module.js';
import { ConversationListService } from '../conversations/conversation.list.service.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CorrectionsModule } from '../corrections/corrections.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { TopicMatchModule } from '../topics/matches/topic.match.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { apolloOptions } from './apollo.options.js';
import { Loaders } from './loaders.js';
import { JsonBody } from './json.body.js';
import type { RequestContext } from './request.context.js';
import { resolvers, scalars } from './resolvers.js';

export const GRAPHQL_PATH = '/graphql';

/** The GraphQL endpoint with all its resolvers. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [DataSource],
      useFactory: (database: DataSource): ApolloDriverConfig => ({
        ...apolloOptions,
        path: GRAPHQL_PATH,
        context: ({ req }: { req: Request }): RequestContext => ({ req, loaders: new Loaders(database) }),
      }),
    }),
    AccessModule,
    ConversationsModule,
    CorrectionsModule,
    TaxonomyModule,
    TopicsModule,
    TopicMatchModule,
    ReportsModule,
  ],
  providers: [...resolvers, ...scalars, ConversationListService],
})
export class ApiModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(JsonBody).forRoutes(GRAPHQL_PATH);
  }
}
