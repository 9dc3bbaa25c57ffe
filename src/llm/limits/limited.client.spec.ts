import { z } from 'zod';
import { LimitedClient } from './limited.client.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm.types.js';

const request: LlmRequest<string> = { system: '', user: '', schema: z.string(), name: 'test' };

/** Answers when it is told to. */
class Endpoint implements LlmClient {
  readonly open: (() => void)[] = [];
  most = 0;

  async complete<T>(): Promise<LlmAnswer<T>> {
    await new Promise<void>((resolve) => {
      this.open.push(resolve);
      this.most = Math.max(this.most, this.open.length);
    });
    return { value: 'yes', model: 'test', usage: null } as LlmAnswer<T>;
  }

  answer(): void {
    this.open.shift()?.();
  }
}

describe('the client that lets so many requests be under way', () => {
  const settled = () => new Promise(setImmediate);

  it('keeps the others in line, and lets the next one go when one has ended', async () => {
    const endpoint = new Endpoint();
    const client = new LimitedClient(endpoint, 2);
    const asking = [1, 2, 3, 4, 5].map(() => client.complete(request));
    for (let turn = 0; turn < 5; turn += 1) {
      await settled();
      endpoint.answer();
    }
    await Promise.all(asking);
    expect(endpoint.most).toBe(2);
  });

  it('does not ask for who gave up in line', async () => {
    const endpoint = new Endpoint();
    const client = new LimitedClient(endpoint, 1);
    const first = client.complete(request);
    const controller = new AbortController();
    const second = client.complete({ ...request, signal: controller.signal });
    controller.abort(new Error('shutting down'));
    await settled();
    endpoint.answer();
    await first;
    await expect(second).rejects.toThrow('shutting down');
    expect(endpoint.most).toBe(1);
    expect(endpoint.open).toEqual([]);
  });
});
