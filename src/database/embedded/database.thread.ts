import type { Worker } from 'node:worker_threads';

/** The thread that holds the embedded database, as its process sees it: it ends when told to, or it is lost. */
export class DatabaseThread {
  private closing = false;
  private error: unknown;
  private readonly ended: Promise<'ended'>;

  private constructor(private readonly worker: Worker) {
    worker.on('error', (error) => {
      this.error = error;
    });
    this.ended = new Promise((resolve) => worker.once('exit', () => resolve('ended')));
  }

  /**
   * Waits until the thread says that it is ready.
   * @param onLost told, with the error's name, when the thread ends later without having been told to
   * @throws the thread's error, or one that says that it ended
   */
  static async ready(worker: Worker, onLost: (failure: string) => void): Promise<DatabaseThread> {
    const thread = new DatabaseThread(worker);
    const ready = new Promise((resolve) => worker.once('message', resolve));
    if ((await Promise.race([ready, thread.ended])) === 'ended')
      throw thread.error ?? new Error('The thread of the embedded database ended before it was ready');
    void thread.ended.then(() => {
      if (!thread.closing) onLost(thread.failure());
    });
    return thread;
  }

  /** Tells the thread to close the database; returns when it has ended. */
  async close(): Promise<void> {
    this.closing = true;
    this.worker.postMessage('close');
    await this.ended;
  }

  /** The error's name: its message may quote what the database held. */
  private failure(): string {
    const { error } = this;
    return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : 'exit';
  }
}
