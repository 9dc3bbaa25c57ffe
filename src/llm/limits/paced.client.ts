import { setTimeout as sleep } from 'node:timers/promises';
import { LlmError } from '../llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm.types.js';

export interface PaceOptions {
  /** Starts are spread evenly: at 60, one a second at most. Without a limit they are not spread. */
  requestsPerMinute?: number | undefined;
  /** Milliseconds; where the endpoint asks for more, requests are answered `rate_limited` at once meanwhile. */
  longestWait?: number;
  /** The time in milliseconds, on a clock that is never set back. */
  now?: () => number;
}

/**
 * Keeps all requests of a process to the pace that an endpoint bears: so many a minute, and none at all until the
 * time is over that it asked any of them to wait (`retry-after`, RFC 9110 section 10.2.3).
 *
 * Belongs inside the retries: each attempt has to wait.
 */
export class PacedClient implements LlmClient {
  private readonly spacing: number;
  private readonly longestWait: number;
  private readonly now: () => number;
  private pausedUntil = 0;
  private nextStart = 0;

  constructor(
    private readonly inner: LlmClient,
    { requestsPerMinute = Infinity, longestWait = 30_000, now = () => performance.now() }: PaceOptions = {},
  ) {
    this.spacing = 60_000 / requestsPerMinute;
    this.longestWait = longestWait;
    this.now = now;
  }

  async complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    await this.start(request.signal);
    try {
      return await this.inner.complete(request);
    } catch (error) {
      if (error instanceof LlmError && error.retryAfter !== undefined)
        this.pausedUntil = Math.max(this.pausedUntil, this.now() + error.retryAfter);
      throw error;
    }
  }

  /** Returns when a request may start. The pause may have grown while it waited, and another may have gone first. */
  private async start(signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      const now = this.now();
      const pause = this.pausedUntil - now;
      if (pause > this.longestWait) throw new LlmError('rate_limited', undefined, pause);
      const wait = Math.max(pause, this.nextStart - now);
      if (wait <= 0) {
        this.nextStart = now + this.spacing;
        return;
      }
      // The abort's own error hides the caller's reason.
      await sleep(wait, undefined, { signal }).catch(() => signal?.throwIfAborted());
    }
  }
}
