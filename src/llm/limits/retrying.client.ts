import { setTimeout as sleep } from 'node:timers/promises';
import { LlmError } from '../llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm.types.js';

export interface RetryOptions {
  /** How often a request is sent at most. */
  attempts?: number;
  /** Milliseconds for all attempts and the waits between them. */
  deadline?: number;
  /** Milliseconds before the second attempt; each later wait is twice as long. */
  firstWait?: number;
  /** Milliseconds that no wait exceeds: a server that asks for more is not asked again. */
  longestWait?: number;
}

/** Asks again, a few times and within a total deadline, where that may help. */
export class RetryingClient implements LlmClient {
  private readonly options: Required<RetryOptions>;

  constructor(
    private readonly inner: LlmClient,
    { attempts = 3, deadline = 120_000, firstWait = 500, longestWait = 30_000 }: RetryOptions = {},
  ) {
    this.options = { attempts, deadline, firstWait, longestWait };
  }

  async complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    const deadline = AbortSignal.timeout(this.options.deadline);
    const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
    const stopIfAborted = () => {
      request.signal?.throwIfAborted();
      if (deadline.aborted) throw new LlmError('timeout');
    };
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.inner.complete({ ...request, signal });
      } catch (error) {
        stopIfAborted();
        if (!(error instanceof LlmError) || !error.transient) throw error;
        if (attempt === this.options.attempts) throw error;
        const wait = this.waitAfter(error, attempt);
        if (wait > this.options.longestWait) throw error;
        await sleep(wait, undefined, { signal }).catch(stopIfAborted);
      }
    }
  }

  /** Milliseconds, somewhat at random so that many workers do not come back at the same moment. */
  private waitAfter({ retryAfter }: LlmError, attempt: number): number {
    const { firstWait, longestWait } = this.options;
    const own = firstWait * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
    return retryAfter ?? Math.min(own, longestWait);
  }
}
