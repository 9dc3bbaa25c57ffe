import { z } from 'zod';
import { LlmError, type LlmErrorCode } from '../llm/llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm/llm.types.js';
import type { BatchResult } from '../llm/openai/openai.batches.js';
import {
  AskedInVainError,
  BatchedClient,
  NotInBatchError,
  type Planned,
  promptOf,
} from './batched.client.js';

const schema = z.object({ words: z.array(z.string()) });
const request = (user: string, followsUp = false): LlmRequest<{ words: string[] }> => ({
  system: 'rules',
  user,
  schema,
  name: 'test',
  prompt: 'test@1',
  followsUp,
});
const completion = (content: string) => ({
  model: 'batch-1',
  choices: [{ finish_reason: 'stop', message: { content } }],
});

/** Answers at once, and notes what it was asked. */
class Live implements LlmClient {
  readonly asked: string[] = [];
  fault: LlmErrorCode | null = null;

  complete<T>({ user, schema: shape }: LlmRequest<T>): Promise<LlmAnswer<T>> {
    this.asked.push(user);
    if (this.fault) return Promise.reject(new LlmError(this.fault));
    return Promise.resolve({ value: shape.parse({ words: ['live'] }), model: 'live-1', usage: null });
  }
}

describe('the client of a backfill', () => {
  let live: Live;
  let client: BatchedClient;
  beforeEach(() => {
    live = new Live();
    client = new BatchedClient(live, 'test');
  });

  /** Asks two questions, and one that rests on their answers. */
  const analysis = async (...users: string[]) => {
    const answers = [];
    for (const user of users) answers.push((await client.complete(request(user))).value.words.join());
    const about = answers.join(' ');
    return [...answers, (await client.complete(request(`about ${about}`, true))).value.words.join()];
  };
  /** The planned requests, each answered by its data, or as told. */
  const answered = (planned: Planned, other: Record<string, BatchResult | null> = {}) =>
    new Map(
      [...planned].flatMap(([id, { user }]): [string, BatchResult][] => {
        const result = other[user] ?? { body: completion(JSON.stringify({ words: [user] })) };
        return other[user] === null ? [] : [[id, result]];
      }),
    );

  it('notes what an analysis asks, but nothing that rests on an answer, and asks nobody', async () => {
    const planned = await client.plan(() => analysis('a', 'b', 'a'));
    expect([...planned.values()].map(({ user }) => user)).toEqual(['a', 'b']);
    expect([...planned.keys()].map(promptOf)).toEqual(['test@1', 'test@1']);
    expect(live.asked).toEqual([]);
  });

  it('answers the same analysis out of a batch, and asks at once what rests on its answers', async () => {
    const results = answered(await client.plan(() => analysis('a', 'b')));
    expect(await client.answering(results, () => analysis('a', 'b'))).toEqual(['a', 'b', 'live']);
    expect(live.asked).toEqual(['about a b']);
  });

  it('keeps analyses apart that run at the same time', async () => {
    const plans = await Promise.all(['a', 'b'].map((user) => client.plan(() => analysis(user))));
    expect(plans.map((planned) => [...planned.values()].map(({ user }) => user))).toEqual([['a'], ['b']]);
    await Promise.all([client.plan(() => analysis('c')), client.complete(request('d'))]);
    expect(live.asked).toEqual(['d']);
  });

  it.each<[string, BatchResult | null]>([
    ['was answered with half of the JSON', { body: completion('{"words":[') }],
    ['was answered in another shape', { body: completion('{"words":7}') }],
    ['was no completion', { body: { error: 'private words' } }],
    ['failed for the moment', { error: new LlmError('rate_limited', 429) }],
    ['failed because the key was revoked meanwhile', { error: new LlmError('unauthorised', 401) }],
    ['expired', null],
  ])('asks at once what %s, where the batch answered the rest', async (_, result) => {
    const results = answered(await client.plan(() => analysis('a', 'b')), { b: result });
    expect(await client.answering(results, () => analysis('a', 'b'))).toEqual(['a', 'live', 'live']);
  });

  it('passes on what is no better when asked again', async () => {
    const error = new LlmError('too_long', 400);
    const results = answered(await client.plan(() => analysis('a')), { a: { error } });
    await expect(client.answering(results, () => analysis('a'))).rejects.toBe(error);
    expect(live.asked).toEqual([]);
  });

  it.each<LlmErrorCode>([
    'unreachable',
    'timeout',
    'rate_limited',
    'unavailable',
    'unauthorised',
    'not_found',
    'no_completion',
    'paused',
    'over_budget',
  ])('fails as no engine takes for an answer where what rests on answers is %s', async (code) => {
    const results = answered(await client.plan(() => analysis('a')));
    live.fault = code;
    const failed = client.answering(results, () => analysis('a'));
    await expect(failed).rejects.toThrow(AskedInVainError);
    await expect(failed).rejects.toMatchObject({ code });
    await expect(failed).rejects.not.toBeInstanceOf(LlmError);
  });

  it('leaves what the model itself did with a conversation to the engines', async () => {
    const results = answered(await client.plan(() => analysis('a')));
    live.fault = 'refused';
    await expect(client.answering(results, () => analysis('a'))).rejects.toMatchObject({ code: 'refused' });
    await expect(client.answering(results, () => analysis('a'))).rejects.toBeInstanceOf(LlmError);
  });

  it('asks nobody about what the batch answered nothing of', async () => {
    const results = answered(await client.plan(() => analysis('a')));
    await expect(client.answering(results, () => analysis('changed'))).rejects.toThrow(NotInBatchError);
    expect(live.asked).toEqual([]);
  });
});
