/**
 * Brings conversations that wait in the database to a worker. `REDIS_URL` picks the adapter: in process where
 * it is absent, Bull where it is set.
 *
 * Promises: transport only. Jobs carry an id and nothing else; one may come twice or never, which is why
 * workers claim the row before they work and a sweep dispatches again what was left.
 */
export interface JobQueue {
  /** Announces conversations that are due. Returns when they are announced, not when they are done. */
  dispatch(ids: readonly string[]): Promise<void>;
  /** Starts to hand announced conversations to `work`, several at a time. */
  start(work: (id: string) => Promise<void>): Promise<void>;
  /** Takes no more; returns when the work at hand is done. */
  close(): Promise<void>;
}

/** Injection token of the queue that `REDIS_URL` picked. */
export const JOB_QUEUE = Symbol('JOB_QUEUE');
