import { setTimeout as sleep } from 'node:timers/promises';
import { LlmError } from '../llm.error.js';

export interface PaceOptions {
  /** Starts are spread evenly, as on a timetable: at 60, one a second. Without a limit they are not spread. */
  requestsPerMinute?: number | undefined;
  /** Milliseconds that the endpoint may keep a request waiting; where it asks for more, nobody waits meanwhile. */
  longestWait?: number;
  /** The time in milliseconds, on a clock that is never set back. */
  now?: () => number;
}

/**
 * The pace that an endpoint bears, one for all requests of a process: so many a minute, and none at all until the
 * time is over that it asked any of them to wait (`retry-after`, RFC 9110 section 10.2.3).
 */
export class Pace {
  private readonly spacing: number;
  private readonly longestWait: number;
  private readonly now: () => number;
  private pausedUntil = 0;
  private nextStart = 0;

  constructor({
    requestsPerMinute = Infinity,
    longestWait = 30_000,
    now = () => performance.now(),
  }: PaceOptions = {}) {
    this.spacing = 60_000 / requestsPerMinute;
    this.longestWait = longestWait;
    this.now = now;
  }

  /**
   * Resolves when a request may start, one after the other. It is bounded: by the starts of those before it, and by
   * `longestWait` for what the endpoint asks.
   * @param signal ends the wait, with its reason; the start that was set aside then goes by unused
   * @throws LlmError rate_limited where the endpoint asks for more than `longestWait`
   */
  async turn(signal?: AbortSignal): Promise<void> {
    let paused = 0;
    for (;;) {
      const [now, { pausedUntil }] = [this.now(), this];
      const pause = Math.max(0, pausedUntil - now);
      paused += pause;
      if (paused > this.longestWait) throw new LlmError('rate_limited', undefined, pause);
      const start = Math.max(now + pause, this.nextStart);
      this.nextStart = start + this.spacing;
      await this.until(start, signal);
      // One that started before may have been asked meanwhile to wait longer.
      if (this.pausedUntil === pausedUntil) return;
    }
  }

  /** Takes from a failure how long the endpoint asks to be left alone, if it does. */
  heed(error: unknown): void {
    if (error instanceof LlmError && error.retryAfter !== undefined)
      this.pausedUntil = Math.max(this.pausedUntil, this.now() + error.retryAfter);
  }

  private async until(time: number, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    // A timer may be early by a part of a millisecond.
    for (let wait = time - this.now(); wait > 0; wait = time - this.now())
      // The abort's own error hides the caller's reason.
      await sleep(wait, undefined, { signal }).catch(() => signal?.throwIfAborted());
  }
}
