import { Module } from '@nestjs/common';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { ReportScheduler } from './report.scheduler.js';
import { ReportService } from './report.service.js';
import { ReportStore } from './report.store.js';

/** The taxonomy report on demand. */
@Module({
  imports: [TopicsModule, TaxonomyModule],
  providers: [ReportStore, ReportService],
  exports: [ReportService],
})
export class ReportsModule {}

/** The nightly run, for the one long-lived process that serves. */
@Module({
  imports: [ReportsModule],
  providers: [ReportScheduler],
})
export class ReportScheduleModule {}
