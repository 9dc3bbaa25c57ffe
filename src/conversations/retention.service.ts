import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CronJob } from 'cron';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.js';
import { deleteOldCalls } from '../llm/ledger/database.ledger.js';

/** Once a day, at an hour when few texters write. */
const DAILY = '0 4 * * *';

/**
 * Deletes conversations, with their messages, labels, keyphrases and corrections, `RETENTION_DAYS` after they
 * were received, and old calls in the model's ledger. Without the setting conversations stay. Reports stay: they hold
 * no group below the minimum size.
 */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RetentionService.name);
  private job: CronJob | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: DataSource,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.deleteExpired();
    this.job = CronJob.from({
      cronTime: DAILY,
      onTick: async () => {
        await this.deleteExpired();
      },
      timeZone: 'UTC',
      start: true,
      errorHandler: (error) =>
        this.logger.error(
          `Deleting failed and will run again: ${error instanceof Error ? error.name : 'error'}`,
        ),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.job?.stop();
  }

  /** @returns how many conversations were deleted */
  async deleteExpired(): Promise<number> {
    const { RETENTION_DAYS } = this.settings;
    await deleteOldCalls(this.database, RETENTION_DAYS);
    if (!RETENTION_DAYS) return 0;
    const [, count]: [unknown, number] = await this.database.query(
      'DELETE FROM conversation WHERE received_at < now() - make_interval(days => $1)',
      [RETENTION_DAYS],
    );
    if (count > 0) this.logger.log(`Deleted ${count} conversations older than ${RETENTION_DAYS} days`);
    return count;
  }
}
