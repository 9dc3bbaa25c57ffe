import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CronJob, validateCronExpression } from 'cron';
import { SETTINGS, SettingsError, type Settings } from '../config/settings.js';
import { addDays, dayOf } from '../topics/days.js';
import { ReportService } from './report.service.js';

/** The nightly run: at `REPORT_CRON`, in UTC, computes and stores the report of the week that ended yesterday. */
@Injectable()
export class ReportScheduler implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(ReportScheduler.name);
  private job: CronJob | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly reports: ReportService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws SettingsError for a cron expression that is none */
  onModuleInit(): void {
    const { REPORT_CRON: cronTime } = this.settings;
    if (!validateCronExpression(cronTime).valid)
      throw new SettingsError('Settings: REPORT_CRON: expected a cron expression such as 0 3 * * *');
    this.job = CronJob.from({
      cronTime,
      timeZone: 'UTC',
      onTick: () => {
        this.running = this.run(new Date());
      },
    });
    this.job.start();
  }

  /** Lets a report under way be finished before the database closes. */
  async onApplicationShutdown(): Promise<void> {
    await this.job?.stop();
    await this.running;
  }

  /** A failure is logged by its name and left to the next night: `report` computes what is not stored. */
  async run(now: Date): Promise<void> {
    const date = addDays(dayOf(now), -1);
    try {
      await this.reports.computeAndStore(date);
      this.logger.log(`Stored the report of ${date}`);
    } catch (error) {
      this.logger.error(
        `The report of ${date} failed: ${error instanceof Error ? error.name : 'UnknownError'}`,
      );
    }
  }
}
