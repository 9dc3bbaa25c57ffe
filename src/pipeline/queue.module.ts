import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { BullQueue } from './bull.queue.js';
import { InProcessQueue } from './in.process.queue.js';
import { JOB_QUEUE, type JobQueue } from './job.queue.types.js';
import { WorkStore } from './work.store.js';

/** The state of the work in its rows, and the queue that `REDIS_URL` picks. */
@Module({
  providers: [
    WorkStore,
    {
      provide: JOB_QUEUE,
      useFactory: ({ REDIS_URL }: Settings, store: WorkStore): JobQueue | Promise<JobQueue> =>
        REDIS_URL ? BullQueue.connect(REDIS_URL) : new InProcessQueue(store),
      inject: [SETTINGS, WorkStore],
    },
  ],
  exports: [WorkStore, JOB_QUEUE],
})
export class QueueModule {}
