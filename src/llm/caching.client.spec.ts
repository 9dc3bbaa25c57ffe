import { z } from 'zod';
import { CachingClient, type CacheOptions } from './caching.client.js';
import { LlmError } from './llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from './llm.types.js';

const schema = z.object({ count: z.number() });
const request: LlmRequest<{ count: number }> = { system: 'rules', user: '{}', schema, name: 'test' };

/** Answers with how often it was asked. */
class Endpoint implements LlmClient {
  calls = 0;
  fails = false;

  complete<T>({ schema: shape }: LlmRequest<T>): Promise<LlmAnswer<T>> {
    this.calls += 1;
    if (this.fails) return Promise.reject(new LlmError('malformed'));
    const usage = { prompt: 100, completion: 20 };
    return Promise.resolve({ value: shape.parse({ count: this.calls }), model: 'test-1', usage });
  }
}

describe('the client that answers again what was answered', () => {
  let endpoint: Endpoint;
  const client = (model = 'test', options: CacheOptions = {}) => new CachingClient(endpoint, model, options);
  beforeEach(() => {
    endpoint = new Endpoint();
  });

  it('asks once for the same model, prompt and data, and says that the second answer took nothing', async () => {
    const cached = client();
    await expect(cached.complete(request)).resolves.toMatchObject({ usage: { prompt: 100, completion: 20 } });
    await expect(cached.complete({ ...request })).resolves.toEqual({
      value: { count: 1 },
      model: 'test-1',
      usage: { prompt: 0, completion: 0 },
    });
    expect(endpoint.calls).toBe(1);
  });

  it.each([
    ['data', { user: '{"n":1}' }],
    ['version of the prompt', { system: 'other rules' }],
    ['prompt', { name: 'other' }],
  ])('asks anew about other %s', async (_, change) => {
    const cached = client();
    await cached.complete(request);
    await cached.complete({ ...request, ...change });
    expect(endpoint.calls).toBe(2);
  });

  it('asks anew where the answer is wanted in another shape', async () => {
    const cached = client();
    await cached.complete(request);
    const shape = z.object({ count: z.number(), more: z.string().default('') });
    await cached.complete({ ...request, schema: shape });
    const strict = z.object({ count: z.string() });
    await cached.complete({ ...request, schema: strict }).catch(() => undefined);
    expect(endpoint.calls).toBe(2);
  });

  it('asks anew each time for answers with chance in them, and keeps none', async () => {
    const cached = client();
    for (let turn = 0; turn < 2; turn += 1) await cached.complete({ ...request, temperature: 0.8 });
    await cached.complete(request);
    await cached.complete({ ...request, temperature: 0 });
    expect(endpoint.calls).toBe(3);
  });

  it('keeps no failure', async () => {
    const cached = client();
    endpoint.fails = true;
    await expect(cached.complete(request)).rejects.toMatchObject({ code: 'malformed' });
    endpoint.fails = false;
    await expect(cached.complete(request)).resolves.toMatchObject({ value: { count: 2 } });
  });

  it('is not changed by who changes an answer', async () => {
    const cached = client();
    const { value } = await cached.complete(request);
    value.count = 99;
    await expect(cached.complete(request)).resolves.toMatchObject({ value: { count: 1 } });
  });

  it('forgets what is over its size, and the question is not in it', async () => {
    const cached = client('test', { characters: 25 });
    for (const user of ['private words', 'b', 'c']) await cached.complete({ ...request, user });
    await cached.complete({ ...request, user: 'private words' });
    expect(endpoint.calls).toBe(4);
    expect(JSON.stringify(cached['answers'].dump())).not.toMatch(/private|rules/);
  });

  it('forgets an answer when its time is over', async () => {
    const cached = client('test', { keep: 5 });
    await cached.complete(request);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(cached['answers'].size).toBe(0);
  });
});
