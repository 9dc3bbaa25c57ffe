import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.js';
import { DateScalar } from '../graphql/date.scalar.js';
import { HEAVY_COST } from '../graphql/query.limits.js';
import { asked } from '../topics/asked.js';
import { ReportType } from './report.graphql.js';
import { ReportService } from './report.service.js';
import type { Report } from './report.types.js';

/** The taxonomy report. */
@Resolver()
export class ReportResolver {
  constructor(private readonly reports: ReportService) {}

  @Query(() => ReportType, {
    nullable: true,
    description:
      'The report of the week that ends on a day; on that of the newest conversation where none is given.',
    complexity: ({ childComplexity }) => HEAVY_COST + 40 * childComplexity,
  })
  @Allow('analyst')
  report(
    @Args('date', { type: () => DateScalar, nullable: true }) date: string | null | undefined,
  ): Promise<Report> {
    return asked(this.reports.report(date ?? undefined));
  }
}
