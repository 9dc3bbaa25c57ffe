import { z } from 'zod';
import { BreakingClient } from './breaking.client.js';
import { LlmError, type LlmErrorCode } from '../llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm.types.js';

const request: LlmRequest<string> = { system: '', user: '', schema: z.string(), name: 'test' };
const answer = { value: 'yes', model: 'test', usage: null };

/** An endpoint that does as it is told, also only later. */
class Endpoint implements LlmClient {
  calls = 0;
  does: LlmErrorCode | 'answer' | 'abort' | 'wait' = 'answer';
  /** Ends a call that waits. */
  end: (by: LlmErrorCode | 'answer') => void = () => {};

  async complete<T>(): Promise<LlmAnswer<T>> {
    this.calls += 1;
    const how =
      this.does === 'wait'
        ? await new Promise<LlmErrorCode | 'answer'>((resolve) => (this.end = resolve))
        : this.does;
    if (how === 'abort') throw new Error('shutting down');
    if (how !== 'answer') throw new LlmError(how);
    return answer as LlmAnswer<T>;
  }
}

describe('the client that leaves an ill endpoint alone', () => {
  let endpoint: Endpoint;
  let client: BreakingClient;
  let time: number;

  /** What one request comes to. */
  const ask = () =>
    client.complete(request).then(
      () => 'answer',
      (error: unknown) => (error instanceof LlmError ? error.code : 'other'),
    );
  const fail = async (times: number, code: LlmErrorCode = 'unavailable') => {
    endpoint.does = code;
    for (let turn = 0; turn < times; turn += 1) await ask();
  };

  beforeEach(() => {
    time = 0;
    endpoint = new Endpoint();
    client = new BreakingClient(endpoint, { failures: 3, rest: 60_000, now: () => time });
  });

  it.each(['unreachable', 'timeout', 'rate_limited', 'unavailable', 'unauthorised', 'not_found'] as const)(
    'asks it no more after three requests in a row end with %s',
    async (code) => {
      await fail(3, code);
      expect(await ask()).toBe('paused');
      expect(endpoint.calls).toBe(3);
    },
  );

  it.each(['refused', 'malformed', 'wrong_shape', 'truncated', 'too_long', 'bad_request'] as const)(
    'goes on asking after any number of answers that are %s, for they show it at work',
    async (code) => {
      await fail(2);
      await fail(5, code);
      await fail(2);
      endpoint.does = 'answer';
      expect(await ask()).toBe('answer');
    },
  );

  it('learns nothing from a request that the budget does not hold, for nobody was asked', async () => {
    await fail(2);
    await fail(5, 'over_budget');
    await fail(1);
    expect(await ask()).toBe('paused');
  });

  it('counts failures in a row only', async () => {
    await fail(2);
    endpoint.does = 'answer';
    await ask();
    await fail(2);
    endpoint.does = 'answer';
    expect(await ask()).toBe('answer');
  });

  it('lets one request try after a minute, and the others wait for what it finds', async () => {
    await fail(3);
    time = 59_999;
    expect(await ask()).toBe('paused');
    time = 60_000;
    endpoint.does = 'wait';
    const trial = ask();
    expect(await ask()).toBe('paused');
    expect(endpoint.calls).toBe(4);
    endpoint.end('answer');
    expect(await trial).toBe('answer');
    endpoint.does = 'answer';
    expect(await ask()).toBe('answer');
  });

  it('leaves it alone for another minute where the trial fails, too', async () => {
    await fail(3);
    time = 60_000;
    await fail(1, 'timeout');
    time = 119_999;
    expect(await ask()).toBe('paused');
    time = 120_000;
    endpoint.does = 'answer';
    expect(await ask()).toBe('answer');
  });

  it('lets another request try where the caller ended the trial', async () => {
    await fail(3);
    time = 60_000;
    endpoint.does = 'abort';
    expect(await ask()).toBe('other');
    endpoint.does = 'answer';
    expect(await ask()).toBe('answer');
  });

  it('does not rest longer for requests that were under way when it began to', async () => {
    endpoint.does = 'wait';
    const late = ask();
    const { end } = endpoint;
    await fail(3);
    time = 30_000;
    end('timeout');
    expect(await late).toBe('timeout');
    time = 60_000;
    endpoint.does = 'answer';
    expect(await ask()).toBe('answer');
  });
});
