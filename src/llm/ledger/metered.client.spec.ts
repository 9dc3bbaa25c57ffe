import { z } from 'zod';
import type { Budget, Call, Reservation } from './ledger.types.js';
import { LlmError, type LlmErrorCode } from '../llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest, LlmUsage } from '../llm.types.js';
import { MemoryLedger } from './memory.ledger.js';
import { MeteredClient } from './metered.client.js';
import { estimatedUsage } from './tokens.js';

const request: LlmRequest<string> = {
  system: 'rules',
  user: '{"text":"private words"}',
  schema: z.string(),
  name: 'test',
  prompt: 'test@1',
};
const estimate = estimatedUsage(request);
const used = { prompt: 30, completion: 7 };

/** A ledger that keeps what is written down. */
class Book extends MemoryLedger {
  readonly calls: Call[] = [];
  override record(call: Call, reservation: Reservation | null): void {
    this.calls.push(call);
    super.record(call, reservation);
  }
}

/** An endpoint that answers, with or without a count of tokens, or fails. */
class Endpoint implements LlmClient {
  calls = 0;
  does: LlmUsage | null | Error = used;
  complete<T>(): Promise<LlmAnswer<T>> {
    this.calls += 1;
    return this.does instanceof Error
      ? Promise.reject(this.does)
      : Promise.resolve({ value: 'yes' as T, model: 'test-1', usage: this.does });
  }
}

describe('the client that keeps account', () => {
  const noLimit: Budget = { tokens: null, cost: null, prices: null };
  let endpoint: Endpoint;
  let book: Book;
  const client = (budget: Partial<Budget> = {}) => {
    book = new Book({ ...noLimit, ...budget });
    let time = 0;
    return new MeteredClient(endpoint, book, 'asked-for', () => (time += 250));
  };
  beforeEach(() => {
    endpoint = new Endpoint();
  });

  it('writes an answered call down, and nothing of what was said', async () => {
    await client().complete(request);
    expect(book.calls).toEqual([
      {
        prompt: 'test@1',
        model: 'asked-for',
        outcome: 'answered',
        usage: used,
        estimated: false,
        latency: 250,
      },
    ]);
  });

  it('estimates what the server does not count', async () => {
    endpoint.does = null;
    await client().complete(request);
    expect(book.calls).toMatchObject([{ usage: estimate, estimated: true }]);
  });

  const withUsage = (code: LlmErrorCode) => Object.assign(new LlmError(code), { usage: used });
  it.each<[string, Error, Partial<Call>]>([
    ['a useless answer by its cost', withUsage('malformed'), { outcome: 'malformed', usage: used }],
    [
      'a refused request as free',
      new LlmError('rate_limited', 429, 1_000),
      { outcome: 'rate_limited', usage: { prompt: 0, completion: 0 }, estimated: false },
    ],
    [
      'one that never arrived as free',
      new LlmError('unreachable'),
      { outcome: 'unreachable', usage: { prompt: 0, completion: 0 } },
    ],
    [
      'one that was not answered in time by an estimate, for it may have been worked on',
      new LlmError('timeout'),
      { outcome: 'timeout', usage: estimate, estimated: true },
    ],
    ['a mistake of our own', new RangeError('ours'), { outcome: 'error', usage: estimate }],
  ])('counts %s, and passes the error on', async (_, error, call) => {
    endpoint.does = error;
    await expect(client().complete(request)).rejects.toBe(error);
    expect(book.calls).toMatchObject([call]);
  });

  it('tells the caller’s abort from a mistake', async () => {
    endpoint.does = new Error('shutting down');
    await expect(client().complete({ ...request, signal: AbortSignal.abort() })).rejects.toThrow();
    expect(book.calls).toMatchObject([{ outcome: 'aborted' }]);
  });

  it('refuses what the tokens of the day do not hold, says so and asks nobody', async () => {
    const metered = client({ tokens: estimate.prompt + estimate.completion + 36 });
    await metered.complete(request);
    await expect(metered.complete(request)).rejects.toMatchObject({ code: 'over_budget', transient: false });
    expect(endpoint.calls).toBe(1);
    expect(book.calls[1]).toMatchObject({ outcome: 'over_budget', usage: { prompt: 0, completion: 0 } });
  });

  it('gives back what it had set aside and was not used', async () => {
    const metered = client({ tokens: estimate.prompt + estimate.completion + 37 });
    await metered.complete(request);
    await metered.complete(request);
    expect(endpoint.calls).toBe(2);
  });

  it('refuses what the money of the day does not hold', async () => {
    const prices = { input: 1_000_000, output: 0 };
    const metered = client({ cost: estimate.prompt + used.prompt - 1, prices });
    await metered.complete(request);
    await expect(metered.complete(request)).rejects.toMatchObject({ code: 'over_budget' });
  });

  it('lets no two requests at a time take the last tokens', async () => {
    const metered = client({ tokens: 3 * (estimate.prompt + estimate.completion) });
    await Promise.allSettled(Array.from({ length: 10 }, () => metered.complete(request)));
    expect(endpoint.calls).toBe(3);
  });
});
