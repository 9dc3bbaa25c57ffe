import { DatabaseModule } from '../database/database.module.js';
import { reportCsv } from '../reports/report.csv.js';
import { reportHtml } from '../reports/report.html.js';
import { ReportService } from '../reports/report.service.js';
import type { Report } from '../reports/report.types.js';
import { ReportsModule } from '../reports/reports.module.js';
import { TopicInputError } from '../topics/topic.input.error.js';
import { processSettings, withModules } from './application.js';
import { ExitStatus, UsageError } from './exit.status.js';
import { note, print } from './terminal.js';

export type ReportFormat = 'html' | 'json' | 'csv';

/** `keyline report`: the taxonomy report of the week that ends on a day. */
export async function report({ date, format }: { date?: string; format: ReportFormat }): Promise<ExitStatus> {
  return withModules(processSettings(), [DatabaseModule, ReportsModule], async (application) => {
    const found = await application
      .get(ReportService)
      .report(date)
      .catch((error: unknown) => {
        throw error instanceof TopicInputError ? new UsageError(`--${error.message}`) : error;
      });
    await print(formatted(found, format));
    if (found.empty)
      note(`There is no conversation from ${found.week.from} to ${found.week.to}, or too few to report.`);
    return ExitStatus.ok;
  });
}

function formatted(found: Report, format: ReportFormat): string {
  if (format === 'html') return reportHtml(found);
  return format === 'csv' ? reportCsv(found).trimEnd() : JSON.stringify(found, null, 2);
}
