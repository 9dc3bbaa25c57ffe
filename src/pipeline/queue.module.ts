import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { CONCURRENCY, InProcessQueue } from './in.process.queue.js';
import { JOB_QUEUE, type JobQueue } from './job.queue.types.js';
import { WorkStore } from './work.store.js';

/** The state of the work in its rows, and the queue that `REDIS_URL` picks. */
@Module({
  providers: [
    WorkStore,
    {
      provide: JOB_QUEUE,
      // Bull is loaded where it is used, because a start without Redis need not wait for it.
      useFactory: async (settings: Settings, store: WorkStore): Promise<JobQueue> => {
        const { REDIS_URL, ENGINE, LLM_CONCURRENCY } = settings;
        // A conversation has one request under way at a time: some ask while as many as ever work locally.
        const atOnce = CONCURRENCY + (ENGINE === 'llm' ? LLM_CONCURRENCY : 0);
        if (!REDIS_URL) return new InProcessQueue(store, atOnce);
        return (await import('./bull.queue.js')).BullQueue.connect(REDIS_URL, 'keyline', atOnce);
      },
      inject: [SETTINGS, WorkStore],
    },
  ],
  exports: [WorkStore, JOB_QUEUE],
})
export class QueueModule {}
