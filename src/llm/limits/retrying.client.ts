import { setTimeout as sleep } from 'node:timers/promises';
import { LlmError } from '../llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm.types.js';
import { Pace } from './pace.js';

export interface RetryOptions {
  /** How often a request is sent at most. */
  attempts?: number;
  /** Milliseconds for all attempts and the waits between them, without those for their turns. */
  deadline?: number;
  /** Milliseconds before the second attempt; each later wait is twice as long. */
  firstWait?: number;
  /** Milliseconds that no wait exceeds: a server that asks for more is not asked again. */
  longestWait?: number;
}

/**
 * Asks again, a few times and within a total deadline, where that may help; each attempt when its turn comes. Waiting
 * for a turn takes nothing of the deadline: our own pace says nothing of the endpoint, and must not look as if it did
 * not answer in time. As turns are bounded, so is the whole.
 */
export class RetryingClient implements LlmClient {
  private readonly options: Required<RetryOptions>;

  constructor(
    private readonly inner: LlmClient,
    { attempts = 3, deadline = 120_000, firstWait = 500, longestWait = 30_000 }: RetryOptions = {},
    private readonly pace = new Pace(),
  ) {
    this.options = { attempts, deadline, firstWait, longestWait };
  }

  async complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    let left = this.options.deadline;
    for (let attempt = 1; ; attempt++) {
      await this.pace.turn(request.signal);
      const began = performance.now();
      const answer = await this.attempt(request, attempt, left);
      if (answer) return answer;
      left -= performance.now() - began;
    }
  }

  /**
   * @param left milliseconds of the deadline
   * @returns null where another attempt may help, once the wait before it is over
   */
  private async attempt<T>(
    request: LlmRequest<T>,
    attempt: number,
    left: number,
  ): Promise<LlmAnswer<T> | null> {
    request.signal?.throwIfAborted();
    const deadline = AbortSignal.timeout(Math.max(0, Math.ceil(left)));
    const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
    const stopIfAborted = () => {
      request.signal?.throwIfAborted();
      if (deadline.aborted) throw new LlmError('timeout');
    };
    try {
      return await this.inner.complete({ ...request, signal });
    } catch (error) {
      this.pace.heed(error);
      stopIfAborted();
      if (!(error instanceof LlmError) || !error.transient) throw error;
      if (attempt === this.options.attempts) throw error;
      const wait = this.waitAfter(error, attempt);
      if (wait > this.options.longestWait) throw error;
      await sleep(wait, undefined, { signal }).catch(stopIfAborted);
      return null;
    }
  }

  /** Milliseconds, somewhat at random so that many workers do not come back at the same moment. */
  private waitAfter({ retryAfter }: LlmError, attempt: number): number {
    const { firstWait, longestWait } = this.options;
    const own = firstWait * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
    return retryAfter ?? Math.min(own, longestWait);
  }
}
