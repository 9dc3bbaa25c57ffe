import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { ConversationStore } from '../conversations/conversation.store.js';
import { Database } from '../database/database.service.js';
import { errorName } from './error.name.js';
import { JOB_QUEUE, type JobQueue } from './job.queue.types.js';
import { StoredAnalysisService } from './stored.analysis.service.js';
import { LEASE_SECONDS, WorkStore } from './work.store.js';

/** How long a due conversation may wait before the sweep takes its job for lost. */
const GRACE_SECONDS = 30;
const SWEEP_EVERY_MS = 10_000;
const SWEEP_LIMIT = 1_000;
/** How long the work at hand may take once the process is told to end. */
const ENDING_MS = 10_000;

/**
 * Takes conversations off the queue, analyses them and writes the result. What is lost on the way, by a crash
 * or by the queue, is taken up again by the sweep.
 */
@Injectable()
export class WorkerService implements BeforeApplicationShutdown {
  private readonly logger = new Logger(WorkerService.name);
  private readonly ending = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(JOB_QUEUE) private readonly queue: JobQueue,
    private readonly work: WorkStore,
    private readonly conversations: ConversationStore,
    private readonly analyses: StoredAnalysisService,
    private readonly database: Database,
  ) {}

  /** Starts to work, first on what an earlier process left. */
  async start(): Promise<void> {
    if (this.database.exclusive) await this.work.freeAll();
    await this.queue.start((id) => this.process(id));
    await this.sweep();
    this.timer = setInterval(() => void this.sweep(), SWEEP_EVERY_MS);
  }

  /** Finishes the work at hand, or breaks it off where it takes long; whatever waits stays in its rows. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    const patience = setTimeout(() => this.ending.abort(), ENDING_MS);
    try {
      await this.queue.close();
    } finally {
      clearTimeout(patience);
    }
  }

  /** Analyses one conversation, if it can be claimed. A failure is recorded in its row, never thrown. */
  async process(id: string): Promise<void> {
    try {
      const attempt = await this.work.claim(id);
      if (attempt === null) return;
      const renewal = setInterval(
        () => void this.work.renew(id, attempt).catch(() => undefined),
        (LEASE_SECONDS * 1000) / 3,
      );
      try {
        await this.analyse(id, attempt);
      } catch (error) {
        const reason = errorName(error);
        this.logger.warn(`Analysis failed at attempt ${attempt}: ${reason}`);
        await this.work.release(id, attempt, reason);
      } finally {
        clearInterval(renewal);
      }
    } catch (error) {
      // The row could not even be claimed or released: its lease ends, and the sweep takes it up.
      this.logger.error(`Work on a conversation broke off: ${errorName(error)}`);
    }
  }

  private async analyse(id: string, attempt: number): Promise<void> {
    const transcript = await this.conversations.transcript(id);
    if (transcript) await this.analyses.make(id, attempt, transcript, this.ending.signal);
  }

  private async sweep(): Promise<void> {
    try {
      await this.work.giveUp();
      await this.queue.dispatch(await this.work.overdue(GRACE_SECONDS, SWEEP_LIMIT));
    } catch (error) {
      this.logger.error(`The sweep failed and will run again: ${errorName(error)}`);
    }
  }
}
