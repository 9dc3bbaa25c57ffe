import { WorkStore } from './work.store.js';
import type { JobQueue } from './job.queue.types.js';

/** Enough conversations at once to keep two embedding threads busy while others wait for the database. */
const CONCURRENCY = 6;
const BATCH = 100;

/**
 * The queue of the embedded default, driven by the rows themselves: an announcement only wakes it, and it
 * works through whatever the database says is due. Nothing is in memory that a crash could lose.
 */
export class InProcessQueue implements JobQueue {
  private work: ((id: string) => Promise<void>) | null = null;
  private readonly atWork = new Set<string>();
  private running: Promise<void> | null = null;
  private woken = false;
  private closed = false;

  constructor(private readonly store: WorkStore) {}

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
    this.running ??= this.drain(this.work).finally(() => {
      this.running = null;
      if (this.woken) this.wake();
    });
  }

  private async drain(work: (id: string) => Promise<void>): Promise<void> {
    const slots = new Set<Promise<void>>();
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
        if (slots.size >= CONCURRENCY) await Promise.race(slots);
      }
      if (due.length === 0) await Promise.race(slots);
    }
    await Promise.all(slots);
  }
}
