import { z } from 'zod';
import { LlmError } from '../llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm.types.js';
import { PacedClient } from './paced.client.js';

const request: LlmRequest<string> = { system: '', user: '', schema: z.string(), name: 'test' };
const answer = { value: 'yes', model: 'test', usage: null };

/** Notes when it is asked, fails with each error in turn, then answers. */
class Endpoint implements LlmClient {
  readonly asked: number[] = [];
  constructor(private readonly errors: LlmError[] = []) {}

  complete<T>(): Promise<LlmAnswer<T>> {
    this.asked.push(performance.now());
    const error = this.errors.shift();
    return error ? Promise.reject(error) : Promise.resolve(answer as LlmAnswer<T>);
  }
}

describe('the client that keeps to an endpoint’s pace', () => {
  it('starts requests at even distances where so many a minute are allowed', async () => {
    const endpoint = new Endpoint();
    const client = new PacedClient(endpoint, { requestsPerMinute: 3_000 });
    await Promise.all([1, 2, 3, 4].map(() => client.complete(request)));
    const [first = 0, ...others] = endpoint.asked;
    expect(others).toHaveLength(3);
    others.forEach((time, turn) => expect(time - first).toBeGreaterThanOrEqual(20 * (turn + 1) - 1));
  });

  it.each(['rate_limited', 'unavailable'] as const)(
    'holds back every request until the time is over that one which was %s is to wait',
    async (code) => {
      const endpoint = new Endpoint([new LlmError(code, 429, 40)]);
      const client = new PacedClient(endpoint);
      const asked = performance.now();
      await expect(client.complete(request)).rejects.toMatchObject({ code });
      await Promise.all([client.complete(request), client.complete(request)]);
      for (const time of endpoint.asked.slice(1)) expect(time - asked).toBeGreaterThanOrEqual(39);
    },
  );

  it('answers at once where that is longer than anybody should wait, and asks nobody', async () => {
    let time = 0;
    const endpoint = new Endpoint([new LlmError('rate_limited', 429, 90_000)]);
    const client = new PacedClient(endpoint, { now: () => time });
    await client.complete(request).catch(() => undefined);
    time = 10_000;
    await expect(client.complete(request)).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfter: 80_000,
    });
    expect(endpoint.asked).toHaveLength(1);
    time = 90_000;
    await expect(client.complete(request)).resolves.toEqual(answer);
  });

  it('ends a wait at the caller’s abort, with the caller’s reason', async () => {
    const endpoint = new Endpoint([new LlmError('rate_limited', 429, 20_000)]);
    const client = new PacedClient(endpoint);
    await client.complete(request).catch(() => undefined);
    const controller = new AbortController();
    const waiting = client.complete({ ...request, signal: controller.signal });
    controller.abort(new Error('shutting down'));
    await expect(waiting).rejects.toThrow('shutting down');
    expect(endpoint.asked).toHaveLength(1);
  });
});
