import { Logger } from '@nestjs/common';
import { errorName } from './error.name.js';
import type { JobQueue } from './job.queue.types.js';
import type { WorkStore } from './work.store.js';

/** Enough conversations at once to keep two embedding threads busy while others wait for the database. */
export const CONCURRENCY = 6;
const BATCH = 100;

/**
 * The queue of the embedded default, driven by the rows themselves: an announcement only wakes it, and it
 * works through whatever the database says is due. Nothing is in memory that a crash could lose.
 */
export class InProcessQueue implements JobQueue {
  private readonly logger = new Logger(InProcessQueue.name);
  private work: ((id: string) => Promise<void>) | null = null;
  private readonly atWork = new Set<string>();
  private running: Promise<void> | null = null;
  private woken = false;
  private closed = false;

  constructor(
    private readonly store: Pick<WorkStore, 'due'>,
    private readonly atOnce = CONCURRENCY,
  ) {}

  dispatch(): Promise<void> {
    this.wake();
    return Promise.resolve();
  }

  start(work: (id: string) => Promise<void>): Promise<void> {
    this.work = work;
    this.wake();
    return Promise.resolve();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private wake(): void {
    this.woken = true;
    if (!this.work || this.closed) return;
    this.running ??= this.drain(this.work)
      .catch((error: unknown) => {
        // The next sweep wakes the queue again; at once would be a race against a database that is away.
        this.woken = false;
        this.logger.error(`The queue came to a stop until the next sweep: ${errorName(error)}`);
      })
      .finally(() => {
        this.running = null;
        if (this.woken) this.wake();
      });
  }

  private async drain(work: (id: string) => Promise<void>): Promise<void> {
    const slots = new Set<Promise<void>>();
    try {
      while (!this.closed) {
        this.woken = false;
        const due = (await this.store.due(BATCH)).filter((id) => !this.atWork.has(id));
        if (due.length === 0 && slots.size === 0) break;
        for (const id of due) {
          if (this.closed) break;
          this.atWork.add(id);
          const slot = work(id).finally(() => {
            this.atWork.delete(id);
            slots.delete(slot);
          });
          slots.add(slot);
          if (slots.size >= this.atOnce) await Promise.race(slots);
        }
        if (due.length === 0) await Promise.race(slots);
      }
    } finally {
      await Promise.all(slots);
    }
  }
}
