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
import { deleteUnusedWordings } from '../keyphrases/unused.wordings.js';
import { deleteOldCalls } from '../llm/ledger/ledger.writing.js';

/** Once a day, at an hour when few texters write. */
const DAILY = '0 4 * * *';

/**
 * Deletes conversations, with their messages, labels, keyphrases and corrections, `RETENTION_DAYS` after they
 * were received, old calls in the model's ledger, and the wordings of the vocabulary that no conversation holds any
 * more. Without the setting conversations stay. Reports stay: they hold no group below the minimum size.
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
    const count = RETENTION_DAYS ? await this.deleteConversations(RETENTION_DAYS) : 0;
    // After the conversations, and in a transaction of its own: an analysis locks its conversation before the vocabulary.
    const wordings = await deleteUnusedWordings(this.database);
    if (wordings > 0) this.logger.log(`Deleted ${wordings} phrases of the vocabulary that nothing holds`);
    return count;
  }

  private async deleteConversations(days: number): Promise<number> {
    const [, count]: [unknown, number] = await this.database.query(
      'DELETE FROM conversation WHERE received_at < now() - make_interval(days => $1)',
      [days],
    );
    if (count > 0) this.logger.log(`Deleted ${count} conversations older than ${days} days`);
    return count;
  }
}
