import { Logger } from '@nestjs/common';
import Bull from 'bull';
import { CONCURRENCY } from './in.process.queue.js';
import type { JobQueue } from './job.queue.types.js';

const CONNECT_TIMEOUT_MS = 5_000;
const DISPATCH_TIMEOUT_MS = 2_000;

/** Redis cannot be reached, or is not Redis. */
export class QueueUnreachableError extends Error {
  override readonly name = 'QueueUnreachableError';
}

/**
 * Bull on Redis, for any number of worker machines. A job that is lost or stalls is no loss: the sweep finds
 * its row.
 */
export class BullQueue implements JobQueue {
  private readonly logger = new Logger(BullQueue.name);

  private constructor(
    private readonly queue: Bull.Queue<{ id: string }>,
    private readonly atOnce: number,
  ) {
    // Without a listener a lost connection would end the process; Bull reconnects by itself.
    queue.on('error', (error) => this.logger.warn(`Redis: ${error.name}`));
  }

  /** @throws QueueUnreachableError when Redis does not answer within 5 s */
  static async connect(url: string, name = 'keyline', atOnce = CONCURRENCY): Promise<BullQueue> {
    const queue = new BullQueue(
      new Bull<{ id: string }>(name, url, {
        settings: { lockDuration: 30_000, stalledInterval: 15_000, maxStalledCount: 1_000 },
        defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
      }),
      atOnce,
    );
    try {
      await answered(queue.queue.isReady(), CONNECT_TIMEOUT_MS);
    } catch (error) {
      await queue.queue.close(true).catch(() => undefined);
      throw error;
    }
    return queue;
  }

  /** @throws QueueUnreachableError when Redis does not answer within 2 s */
  async dispatch(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    // Redis takes no second job of the same name while the first one waits. Names must hold no colon of their own.
    const jobs = ids.map((id) => ({ data: { id }, opts: { jobId: `c-${encodeURIComponent(id)}` } }));
    await answered(this.queue.addBulk(jobs), DISPATCH_TIMEOUT_MS);
  }

  start(work: (id: string) => Promise<void>): Promise<void> {
    void this.queue.process(this.atOnce, (job) => work(job.data.id));
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.queue.close();
  }
}

/** Bull itself waits for Redis without end. */
async function answered<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new QueueUnreachableError(`REDIS_URL: no Redis answers there within ${milliseconds / 1000} s`),
        ),
      milliseconds,
    );
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
