import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { InProcessQueue } from './in.process.queue.js';
import { JOB_QUEUE, type JobQueue } from './job.queue.types.js';
import { WorkStore } from './work.store.js';

/** The state of the work in its rows, and the queue that `REDIS_URL` picks. */
@Module({
  providers: [
    WorkStore,
    {
      provide: JOB_QUEUE,
      // Bull is loaded where it is used, because a start without Redis need not wait for it.
      useFactory: async ({ REDIS_URL }: Settings, store: WorkStore): Promise<JobQueue> =>
        REDIS_URL
          ? (await import('./bull.queue.js')).BullQueue.connect(REDIS_URL)
          : new InProcessQueue(store),
      inject: [SETTINGS, WorkStore],
    },
  ],
  exports: [WorkStore, JOB_QUEUE],
})
export class QueueModule {}
