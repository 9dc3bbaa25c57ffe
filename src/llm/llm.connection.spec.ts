import { failure, LlmServer, page, value, content, refusingFormats } from '../../test/support/llm.server.js';
import { z } from 'zod';
import { SettingsError } from '../config/settings.js';
import { connectLlm } from './llm.connection.js';

describe('connecting to the model', () => {
  let server: LlmServer;
  const connect = () =>
    connectLlm({ baseUrl: server.url, apiKey: 'sk-secret', model: 'test' }, { firstWait: 1, longestWait: 1 });

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
});
