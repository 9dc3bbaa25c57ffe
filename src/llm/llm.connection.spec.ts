import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import {
  content,
  failure,
  hang,
  type LlmBehaviour,
  LlmServer,
  page,
  refusingFormats,
  value,
} from '../../test/support/llm.server.js';
import { z } from 'zod';
import { SettingsError } from '../config/settings.js';
import { connectLlm, type ConnectOptions } from './llm.connection.js';
import { MemoryLedger } from './ledger/memory.ledger.js';

describe('connecting to the model', () => {
  let server: LlmServer;
  const connect = (options: ConnectOptions = {}) =>
    connectLlm(
      { baseUrl: server.url, apiKey: 'sk-secret', model: 'test' },
      { firstWait: 1, longestWait: 1, ...options },
    );

  beforeEach(async () => {
    server = await LlmServer.start();
  });
  afterEach(() => server.stop());

  it('asks one tiny question, which also finds out how the server wants to be asked', async () => {
    server.answer(refusingFormats(['json_schema'], value({ ok: true })));
    const client = await connect();
    await client.complete({ system: '', user: '', schema: z.object({ ok: z.boolean() }), name: 'next' });
    expect(server.asked.map(({ response_format }) => response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
    ]);
  });

  it('stops the boot with one line that names LLM_BASE_URL when nothing answers there', async () => {
    await server.stop();
    await expect(connect()).rejects.toThrow(SettingsError);
    await expect(connect()).rejects.toThrow(/^LLM_BASE_URL: the endpoint cannot be reached.*$/);
  });

  it.each([
    ['gives a page', page(), /^LLM_BASE_URL: .*not answer with a chat completion$/],
    ['is out of order', failure(503), /^LLM_BASE_URL: .*out of order \(status 503\)$/],
    ['refuses the key', failure(401), /^LLM_API_KEY, LLM_BASE_URL: .*refuses the key \(status 401\)$/],
    ['lacks the model', failure(404), /^LLM_MODEL, LLM_BASE_URL: .*no such model or address \(status 404\)$/],
    ['refuses every request', failure(400), /^LLM_BASE_URL: .*refuses the request \(status 400\)$/],
  ])('stops the boot when the endpoint %s', async (_, behaviour, message) => {
    server.answer(behaviour);
    await expect(connect()).rejects.toThrow(message);
    await expect(connect()).rejects.not.toThrow(/sk-secret/);
  });

  it('waits for a server that is still loading its model', async () => {
    server.answer(failure(503), value({ ok: true }));
    await expect(connect()).resolves.toBeDefined();
  });

  it.each([
    ['is busy', failure(429)],
    ['chats instead of answering', content('Hello! How can I help you today?')],
  ])('goes on when the model merely %s', async (_, behaviour) => {
    server.answer(behaviour);
    await expect(connect()).resolves.toBeDefined();
  });

  it('gives a server that hangs a short while, says meanwhile what it waits for, and never the address', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    server.answer(hang);
    await expect(connect({ trial: 100, patience: 10 })).rejects.toThrow(
      /^LLM_BASE_URL: the endpoint did not answer in time$/,
    );
    expect(warned.mock.calls).toEqual([[expect.stringMatching(/^Waiting for the model at LLM_BASE_URL/)]]);
    expect(String(warned.mock.calls)).not.toMatch(/127\.0\.0\.1|sk-secret/);
    warned.mockClear();
    server.answer(value({ ok: true }));
    await connect();
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  it('starts where the budget of the day is spent, without asking', async () => {
    server.answer(value({ ok: true }));
    const ledger = new MemoryLedger({ tokens: 0, cost: null, prices: null });
    const client = await connect({ ledger });
    const asking = client.complete({ system: '', user: '', schema: z.object({}), name: 'next' });
    await expect(asking).rejects.toMatchObject({ code: 'over_budget' });
    expect(server.asked).toEqual([]);
  });

  it('keeps all its requests away for as long as the endpoint asks one of them to wait', async () => {
    server.answer(value({ ok: true }));
    const client = await connect({ longestWait: 1_000 });
    const arrived: number[] = [];
    const answering: LlmBehaviour = (response, asked) => {
      arrived.push(performance.now());
      value({ ok: true })(response, asked);
    };
    let told = 0;
    server.answer((response, asked) => {
      told = performance.now();
      failure(429, {}, { 'retry-after-ms': '60' })(response, asked);
    }, answering);
    const ask = (user: string) =>
      client.complete({ system: '', user, schema: z.object({ ok: z.boolean() }), name: 'next' });
    const first = ask('1');
    while (told === 0) await new Promise(setImmediate);
    // By the time its answer is read, the others ask.
    await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all([first, ask('2'), ask('3')]);
    expect(arrived).toHaveLength(3);
    for (const time of arrived) expect(time - told).toBeGreaterThanOrEqual(59);
  });

  it('takes the wait for a turn at our own pace neither from a request’s time nor for an illness of the endpoint', async () => {
    server.answer(value({ ok: true }));
    const client = await connect({ requestsPerMinute: 300, deadline: 700 });
    const ask = (user: string) =>
      client.complete({ system: '', user, schema: z.object({ ok: z.boolean() }), name: 'next' });
    // At five a second the last of these starts after more than a second.
    await expect(Promise.all(['1', '2', '3', '4', '5', '6'].map(ask))).resolves.toHaveLength(6);
  });

  it('leaves an endpoint alone that has fallen ill since', async () => {
    server.answer(value({ ok: true }));
    const client = await connect();
    server.answer(failure(503));
    const ask = () => client.complete({ system: '', user: '', schema: z.object({}), name: 'next' });
    for (let turn = 0; turn < 3; turn += 1)
      await expect(ask()).rejects.toMatchObject({ code: 'unavailable' });
    const { length } = server.asked;
    await expect(ask()).rejects.toMatchObject({ code: 'paused' });
    expect(server.asked).toHaveLength(length);
  });
});
