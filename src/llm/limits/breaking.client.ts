import { LlmError } from '../llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm.types.js';

export interface BreakerOptions {
  /** So many requests in a row must fail by the endpoint's fault. */
  failures?: number;
  /** Milliseconds that the endpoint is then left alone. */
  rest?: number;
  /** The time in milliseconds, on a clock that is never set back. */
  now?: () => number;
}

/**
 * Stops asking an endpoint that is ill, so that an archive does not wait for it at every conversation: after a
 * few failures in a row every request is answered `paused` at once, for a minute. Then one request tries; the
 * others go on being answered so until it has succeeded. (The circuit breaker of M. Nygard, Release It!,
 * 2007.)
 *
 * Belongs around the retries: what one of them mends is no failure.
 */
export class BreakingClient implements LlmClient {
  private readonly most: number;
  private readonly rest: number;
  private readonly now: () => number;
  private inARow = 0;
  /** When the endpoint may be tried again; null while it is well. */
  private pausedUntil: number | null = null;
  private trying = false;

  constructor(
    private readonly inner: LlmClient,
    { failures = 3, rest = 60_000, now = () => performance.now() }: BreakerOptions = {},
  ) {
    this.most = failures;
    this.rest = rest;
    this.now = now;
  }

  async complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    const isTrial = this.pausedUntil !== null;
    if (isTrial) this.beginTrial();
    try {
      const answer = await this.inner.complete(request);
      this.recover();
      return answer;
    } catch (error) {
      // The caller's abort, a spent budget and our own mistakes tell nothing of the endpoint.
      if (error instanceof LlmError && error.asked) this.learn(error, isTrial);
      throw error;
    } finally {
      if (isTrial) this.trying = false;
    }
  }

  private beginTrial(): void {
    if (this.trying || this.now() < (this.pausedUntil ?? 0)) throw new LlmError('paused');
    this.trying = true;
  }

  /** An answer that is merely no good shows an endpoint at work. */
  private learn({ endpointIll }: LlmError, wasTrial: boolean): void {
    if (!endpointIll) return this.recover();
    this.inARow++;
    // What was under way when the pause began must not make it longer.
    const opens = this.pausedUntil === null && this.inARow >= this.most;
    if (opens || wasTrial) this.pausedUntil = this.now() + this.rest;
  }

  private recover(): void {
    this.inARow = 0;
    this.pausedUntil = null;
  }
}
