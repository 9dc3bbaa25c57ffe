import { z } from 'zod';
import { LlmError } from '../llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm.types.js';
import { Pace } from './pace.js';
import { RetryingClient, type RetryOptions } from './retrying.client.js';

const request: LlmRequest<string> = { system: '', user: '', schema: z.string(), name: 'test' };
const answer = { value: 'yes', model: 'test', usage: null };

/** A client that fails with each error in turn, then answers. */
class Failing implements LlmClient {
  calls = 0;
  constructor(private readonly errors: unknown[]) {}

  complete<T>(): Promise<LlmAnswer<T>> {
    const error = this.errors[this.calls++];
    return error ? Promise.reject(error as Error) : Promise.resolve(answer as LlmAnswer<T>);
  }
}

/** A client that answers only to an abort. */
const silent: LlmClient = {
  complete: ({ signal }) =>
    new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new LlmError('timeout')))),
};

const quick: RetryOptions = { firstWait: 1, longestWait: 2 };

describe('the retrying client', () => {
  it.each(['unreachable', 'rate_limited', 'unavailable', 'malformed', 'wrong_shape'] as const)(
    'asks again after %s',
    async (code) => {
      const inner = new Failing([new LlmError(code), new LlmError(code)]);
      await expect(new RetryingClient(inner, quick).complete(request)).resolves.toEqual(answer);
      expect(inner.calls).toBe(3);
    },
  );

  it.each([
    'unauthorised',
    'bad_request',
    'too_long',
    'refused',
    'timeout',
    'paused',
    'over_budget',
  ] as const)('does not ask again after %s', async (code) => {
    const inner = new Failing([new LlmError(code)]);
    await expect(new RetryingClient(inner, quick).complete(request)).rejects.toMatchObject({ code });
    expect(inner.calls).toBe(1);
  });

  it('gives up after its attempts, with the last reason', async () => {
    const inner = new Failing([
      new LlmError('unavailable'),
      new LlmError('unavailable'),
      new LlmError('malformed'),
    ]);
    await expect(new RetryingClient(inner, quick).complete(request)).rejects.toMatchObject({
      code: 'malformed',
    });
    expect(inner.calls).toBe(3);
  });

  it('waits as long as a server asks, no less', async () => {
    const inner = new Failing([new LlmError('rate_limited', 429, 40)]);
    const began = performance.now();
    await expect(new RetryingClient(inner, { firstWait: 1 }).complete(request)).resolves.toEqual(answer);
    expect(performance.now() - began).toBeGreaterThan(38);
  });

  it('gives up at once where a server asks for more than its longest wait', async () => {
    const inner = new Failing([new LlmError('rate_limited', 429, 90_000)]);
    const asking = new RetryingClient(inner, { longestWait: 5_000 }).complete(request);
    await expect(asking).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 90_000 });
    expect(inner.calls).toBe(1);
  });

  it('ends all attempts and waits at its total deadline', async () => {
    const waiting = new RetryingClient(new Failing([new LlmError('unavailable', 503, 9_000)]), {
      longestWait: 9_000,
      deadline: 20,
    });
    await expect(waiting.complete(request)).rejects.toMatchObject({ code: 'timeout' });
    await expect(new RetryingClient(silent, { deadline: 20 }).complete(request)).rejects.toMatchObject({
      code: 'timeout',
    });
  });

  it('lets every attempt wait for its turn, and heeds for all what the endpoint asks of one', async () => {
    const pace = new Pace({ requestsPerMinute: 2_000 });
    const inner = new Failing([new LlmError('unavailable', 503, 80)]);
    const began = performance.now();
    const first = new RetryingClient(inner, quick, pace).complete(request);
    await expect(first).rejects.toMatchObject({ code: 'unavailable' });
    const asking = () => new RetryingClient(inner, { ...quick, deadline: 30 }, pace).complete(request);
    await Promise.all([asking(), asking()]);
    expect(performance.now() - began).toBeGreaterThanOrEqual(80 + 29);
  });

  it('passes the caller’s abort on as it is', async () => {
    const controller = new AbortController();
    const asking = new RetryingClient(silent).complete({ ...request, signal: controller.signal });
    controller.abort(new Error('shutting down'));
    await expect(asking).rejects.toThrow('shutting down');
  });

  it('lets our own mistakes through at once', async () => {
    const inner = new Failing([new RangeError('ours')]);
    await expect(new RetryingClient(inner, quick).complete(request)).rejects.toThrow(RangeError);
    expect(inner.calls).toBe(1);
  });
});
