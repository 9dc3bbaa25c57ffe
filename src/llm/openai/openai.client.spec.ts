import { z } from 'zod';
import {
  breakOff,
  content,
  failure,
  flood,
  hang,
  type LlmBehaviour,
  LlmServer,
  mistyped,
  page,
  redirect,
  refusingFormats,
  reset,
  stall,
  value,
} from '../../../test/support/llm.server.js';
import { LlmError } from '../llm.error.js';
import { OpenAiClient } from './openai.client.js';

const schema = z.object({ mood: z.string(), note: z.string().nullable() });
const right = { mood: 'low', note: null };

describe('the OpenAI-compatible client', () => {
  let server: LlmServer;
  let client: OpenAiClient;

  const connect = (deadline?: number) =>
    new OpenAiClient({
      baseUrl: server.url,
      apiKey: 'sk-secret',
      model: 'test',
      ...(deadline && { deadline }),
    });
  const ask = (signal?: AbortSignal) =>
    client.complete({ system: 'rules', user: '{"text":"private words"}', schema, name: 'mood', signal });

  beforeEach(async () => {
    server = await LlmServer.start();
    client = connect();
  });
  afterEach(() => server.stop());

  it('asks under /v1 for a strict schema, at temperature 0, with the key', async () => {
    server.answer(value(right));
    await expect(ask()).resolves.toEqual({
      value: right,
      model: 'test-model-1',
      usage: { prompt: 100, completion: 20 },
    });
    expect(server.asked[0]).toMatchObject({
      path: '/v1/chat/completions',
      authorization: 'Bearer sk-secret',
      temperature: 0,
      messages: [{ content: 'rules' }, { content: '{"text":"private words"}' }],
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'mood',
          strict: true,
          schema: { required: ['mood', 'note'], additionalProperties: false },
        },
      },
    });
  });

  it.each<[string, LlmBehaviour]>([
    ['in a Markdown fence', content('```json\n{"mood":"low","note":null}\n```')],
    ['with words around it', content('Sure! Here it is:\n{"mood":"low","note":null}\nHope this helps.')],
    ['after thinking aloud', content('<think>the {mood} is…</think>\n{"mood":"low","note":null}')],
    ['as text/plain', mistyped(right, 'text/plain')],
    [
      'with no model name and no usage',
      byBody({ choices: [{ message: { content: JSON.stringify(right) } }] }),
    ],
  ])('reads a right answer %s', async (_, behaviour) => {
    server.answer(behaviour);
    await expect(ask()).resolves.toMatchObject({ value: right });
  });

  it.each<[string, string, LlmBehaviour]>([
    ['a page instead of an answer', 'no_completion', page()],
    ['an empty list of choices', 'no_completion', byBody({ choices: [] })],
    ['an error under status 200', 'no_completion', byBody({ error: { message: 'private words' } })],
    ['prose', 'malformed', content('the texter said private words')],
    ['half of the JSON', 'malformed', content('{"mood":"private words')],
    ['nothing', 'malformed', content('')],
    ['an answer cut at the token limit', 'truncated', content('{"mood":"priv', 'length')],
    ['a filtered answer', 'refused', content('', 'content_filter')],
    ['a refusal', 'refused', byBody({ choices: [{ message: { content: null, refusal: 'private words' } }] })],
    ['JSON of another shape', 'wrong_shape', value({ mood: ['private words'] })],
    ['status 401', 'unauthorised', failure(401)],
    ['status 403', 'unauthorised', failure(403)],
    ['status 404', 'not_found', failure(404)],
    ['status 400', 'bad_request', failure(400)],
    ['a context window too small', 'too_long', failure(400, { code: 'context_length_exceeded' })],
    ['status 429', 'rate_limited', failure(429)],
    ['status 500', 'unavailable', failure(500)],
    ['a page under status 502', 'unavailable', page(502)],
    ['a reset connection', 'unreachable', reset],
    ['a body that breaks off', 'unreachable', breakOff],
    ['an answer without end', 'too_large', flood],
  ])('says of %s that it is %s, and quotes nothing', async (_, code, behaviour) => {
    server.answer(value(right), behaviour);
    await ask();
    const error: unknown = await ask().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LlmError);
    expect(error).toMatchObject({ code });
    expect(`${(error as LlmError).stack}${JSON.stringify(error)}`).not.toMatch(/private|sk-secret/);
    expect((error as LlmError).cause).toBeUndefined();
  });

  it.each<[string, () => LlmBehaviour]>([
    ['never answers', () => hang],
    ['stops after the headers', () => stall],
    ['drips its answer byte by byte', () => server.drip(right, 5)],
  ])('gives up at its deadline on a server that %s', async (_, behaviour) => {
    client = connect(60);
    server.answer(behaviour());
    await expect(ask()).rejects.toMatchObject({ code: 'timeout' });
  });

  it('ends at the caller’s abort, with the caller’s reason', async () => {
    const controller = new AbortController();
    server.answer(() => controller.abort(new Error('shutting down')));
    await expect(ask(controller.signal)).rejects.toThrow('shutting down');
  });

  it('says what an answer has cost that is of no use', async () => {
    server.answer(content('the texter said private words'));
    await expect(ask()).rejects.toMatchObject({ code: 'malformed', usage: { prompt: 100, completion: 20 } });
  });

  it('takes the conversation to no other address', async () => {
    const other = await LlmServer.start();
    other.answer(value(right));
    server.answer(redirect(`${other.url}/v1/chat/completions`));
    await expect(ask()).rejects.toMatchObject({ code: 'unreachable' });
    expect(other.asked).toHaveLength(0);
    await other.stop();
  });

  it('reads how long a busy server asks to wait, in seconds or as a date', async () => {
    server.answer(
      failure(429, {}, { 'retry-after': '90' }),
      failure(429, {}, { 'retry-after': new Date(Date.now() + 90_000).toUTCString() }),
      failure(503, {}, { 'retry-after': 'soon' }),
    );
    await expect(ask()).rejects.toMatchObject({ retryAfter: 90_000 });
    const error: unknown = await ask().catch((reason: unknown) => reason);
    expect((error as LlmError).retryAfter).toBeGreaterThan(80_000);
    await expect(ask()).rejects.toMatchObject({ code: 'unavailable', retryAfter: undefined });
  });

  describe('with a server that refuses a format', () => {
    const formats = () => server.asked.map(({ response_format }) => response_format?.type);

    it('goes over to plain JSON, with the schema in words, and remembers it', async () => {
      server.answer(refusingFormats(['json_schema'], value(right)));
      await expect(ask()).resolves.toMatchObject({ value: right });
      await ask();
      expect(formats()).toEqual(['json_schema', 'json_object', 'json_object']);
      expect(server.asked[1]?.messages[0].content).toMatch(/^rules\n\nAnswer with one JSON object.*"mood"/s);
    });

    it('asks by words alone where plain JSON is refused too, even without a reason', async () => {
      server.answer(refusingFormats(['json_schema', 'json_object'], value(right), null));
      await expect(ask()).resolves.toMatchObject({ value: right });
      expect(formats()).toEqual(['json_schema', 'json_object', undefined]);
    });

    it('keeps the strict schema when a later request is refused for another reason', async () => {
      server.answer(value(right), failure(400, { param: 'messages' }), value(right));
      await ask();
      await expect(ask()).rejects.toMatchObject({ code: 'bad_request' });
      await ask();
      expect(formats()).toEqual(['json_schema', 'json_schema', 'json_schema']);
    });

    it('learns it once for many requests at a time', async () => {
      server.answer(refusingFormats(['json_schema'], value(right)));
      await Promise.all([ask(), ask(), ask()]);
      expect(client['dialect'].format).toBe('json_object');
    });
  });

  it('leaves out the temperature for models that take none', async () => {
    server.answer((response, asked) => {
      const refused = asked.temperature !== undefined;
      (refused ? failure(400, { param: 'temperature' }) : value(right))(response, asked);
    });
    await ask();
    await ask();
    expect(server.asked.map(({ temperature }) => temperature)).toEqual([0, undefined, undefined]);
    expect(server.asked[2]?.response_format?.type).toBe('json_schema');
  });
});

/** A body of any shape. */
function byBody(answer: unknown): LlmBehaviour {
  return (response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}
