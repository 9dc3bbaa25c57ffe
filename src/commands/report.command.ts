import { DatabaseModule } from '../database/database.module.js';
import { reportCsv } from '../reports/report.csv.js';
import { ReportService } from '../reports/report.service.js';
import type { Report } from '../reports/report.types.js';
import { ReportsModule } from '../reports/reports.module.js';
import { TopicInputError } from '../topics/topic.input.error.js';
import { withModules } from './application.js';
import { processSettings } from './process.settings.js';
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
    await print(await formatted(found, format));
    if (found.empty)
      note(`There is no conversation from ${found.week.from} to ${found.week.to}, or too few to report.`);
    return ExitStatus.ok;
  });
}

async function formatted(found: Report, format: ReportFormat): Promise<string> {
  // The charts' library takes half a second to load, and no other command draws.
  if (format === 'html') return (await import('../reports/report.html.js')).reportHtml(found);
  return format === 'csv' ? reportCsv(found).trimEnd() : JSON.stringify(found, null, 2);
}
