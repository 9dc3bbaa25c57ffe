import { Turns } from '../../operations/turns.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm.types.js';

/**
 * Lets so many requests be under way at a time; the others wait in line.
 *
 * Belongs around the retries: waiting in line must not use up a request's deadline, and a place that waits for
 * an endpoint which asked for patience is not given to the next.
 */
export class LimitedClient implements LlmClient {
  private readonly turns: Turns;

  constructor(
    private readonly inner: LlmClient,
    atOnce: number,
  ) {
    this.turns = new Turns(atOnce);
  }

  complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    return this.turns.run(() => {
      request.signal?.throwIfAborted();
      return this.inner.complete(request);
    });
  }
}
