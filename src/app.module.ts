import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessModule } from './access/access.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Settings } from './config/settings.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { ConversationsModule } from './conversations/conversations.module.js';
import { RetentionService } from './conversations/retention.service.js';
import { DatabaseModule } from './database/database.module.js';
import type { EmbeddedDatabase } from './database/embedded/embedded.database.js';
import { ApiModule } from './graphql/api.module.js';
import { ExplorerController } from './graphql/explorer.controller.js';
import { ErrorFilter } from './operations/error.filter.js';
import { HealthModule } from './operations/health.module.js';
import { ReportScheduleModule } from './reports/reports.module.js';
import { PipelineModule } from './pipeline/pipeline.module.js';

/** The server: everything that answers HTTP, and the worker that `serve` starts beside it. */
@Module({})
export class AppModule {
  /** @param embedded the embedded database, where it is being opened already */
  static with(settings: Settings, embedded?: Promise<EmbeddedDatabase>): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        DatabaseModule.owned(embedded),
        AccessModule,
        ConversationsModule,
        PipelineModule,
        ApiModule,
        HealthModule,
        ReportScheduleModule,
      ],
      controllers: [ConversationsController, ExplorerController],
      providers: [RetentionService, { provide: APP_FILTER, useClass: ErrorFilter }],
    };
  }
}
