import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { BatchEndpoint } from './batch.endpoint.js';

const requestSchema = z.object({
  model: z.string(),
  temperature: z.number().optional(),
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({ role: z.literal('user'), content: z.string() }),
  ]),
  response_format: z
    .object({
      type: z.string(),
      json_schema: z
        .object({ name: z.string(), strict: z.boolean(), schema: z.record(z.string(), z.unknown()) })
        .optional(),
    })
    .optional(),
});

/** A request as the server understood it. */
export interface AskedOfLlm extends z.output<typeof requestSchema> {
  path: string | undefined;
  authorization: string | undefined;
}

/** How the server answers one request. */
export type LlmBehaviour = (response: ServerResponse, asked: AskedOfLlm) => void;

/**
 * A local server that speaks OpenAI's chat completions, well or badly, as it is told: each request takes the
 * next behaviour, and the last one stays.
 */
export class LlmServer {
  readonly asked: AskedOfLlm[] = [];
  /** Its Batch API; mostly it has none. */
  batches: BatchEndpoint | null = null;
  private behaviours: LlmBehaviour[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();

  private constructor(
    private readonly server: Server,
    /** Its address without `/v1`; still told after it has stopped. */
    readonly url: string,
  ) {}

  static async start(): Promise<LlmServer> {
    // On a busy machine more time passes between two requests than a server keeps a connection open by itself.
    const server = createServer({ keepAliveTimeout: 0 });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const llm = new LlmServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (!request.url?.endsWith('/chat/completions')) {
          const { method = '', url = '', headers } = request;
          if (llm.batches)
            void llm.batches.handle(
              method,
              url,
              headers['content-type'] ?? '',
              Buffer.concat(chunks),
              response,
            );
          else response.writeHead(404).end();
          return;
        }
        const body = requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
        const asked = { ...body, path: request.url, authorization: request.headers.authorization };
        llm.asked.push(asked);
        const [behaviour] = llm.behaviours.length > 1 ? llm.behaviours.splice(0, 1) : llm.behaviours;
        behaviour?.(response, asked);
      });
    });
    return llm;
  }

  /** Forgets what it was told and asked before. */
  answer(...behaviours: LlmBehaviour[]): void {
    this.behaviours = behaviours;
    this.asked.length = 0;
  }

  async stop(): Promise<void> {
    this.timers.forEach((timer) => clearInterval(timer));
    this.server.closeAllConnections();
    if (this.server.listening) await new Promise((resolve) => this.server.close(resolve));
  }

  /** Sends the right answer a byte at a time, a byte every `pause` milliseconds. */
  drip(value: unknown, pause: number): LlmBehaviour {
    return (response) => {
      const bytes = completionOf(JSON.stringify(value)).split('');
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => {
        const byte = bytes.shift();
        if (byte === undefined || response.destroyed) clearInterval(timer);
        if (byte === undefined) response.end();
        else response.write(byte);
      }, pause);
      this.timers.add(timer);
    };
  }
}

const completionOf = (content: string, finish_reason = 'stop') =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'test-model-1',
    choices: [{ index: 0, finish_reason, message: { role: 'assistant', content, refusal: null } }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  });

const body =
  (text: string, contentType = 'application/json'): LlmBehaviour =>
  (response) =>
    void response.writeHead(200, { 'content-type': contentType }).end(text);

/** The right protocol around any content. */
export const content = (text: string, finishReason?: string): LlmBehaviour =>
  body(completionOf(text, finishReason));

/** The right protocol around a value as JSON. */
export const value = (answer: unknown): LlmBehaviour => content(JSON.stringify(answer));

/** The right protocol around what each question calls for. */
export const byRequest =
  (answer: (asked: AskedOfLlm) => unknown): LlmBehaviour =>
  (response, asked) =>
    value(answer(asked))(response, asked);

/** The value under another content type. */
export const mistyped = (answer: unknown, contentType: string): LlmBehaviour =>
  body(completionOf(JSON.stringify(answer)), contentType);

/** An error as OpenAI words it, which quotes what it was asked. */
export const failure =
  (status: number, error: Record<string, unknown> = {}, headers: Record<string, string> = {}): LlmBehaviour =>
  (response, { messages }) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ error: { message: `You sent: ${messages[1].content}`, ...error } }));

/** A page, as a proxy in between gives. */
export const page =
  (status = 200): LlmBehaviour =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'text/html' }).end('<html><h1>Gateway</h1></html>');

/** Closes the connection without a word. */
export const reset: LlmBehaviour = (response) => void response.socket?.resetAndDestroy();

/** Never answers. */
export const hang: LlmBehaviour = () => {};

/** Sends headers and the beginning of an answer, then nothing more. */
export const stall: LlmBehaviour = (response) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":[');

/** Breaks off in the middle of the body that it announced. */
export const breakOff: LlmBehaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"choices":[', () => response.destroy());
};

/** Sends an answer that never ends, as fast as it is read. */
export const flood: LlmBehaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const pour = () => {
    while (!response.destroyed && response.write(' '.repeat(65_536)));
    if (!response.destroyed) response.once('drain', pour);
  };
  pour();
};

/** Sends the request on to another address. */
export const redirect =
  (url: string): LlmBehaviour =>
  (response) =>
    void response.writeHead(307, { location: url }).end();

/** Refuses to be asked for a format, and otherwise behaves as told. */
export const refusingFormats =
  (
    formats: readonly string[],
    otherwise: LlmBehaviour,
    param: string | null = 'response_format',
  ): LlmBehaviour =>
  (response, asked) => {
    const format = asked.response_format?.type;
    const refused = format !== undefined && formats.includes(format);
    const behaviour = refused ? failure(400, { message: 'Invalid request', param }) : otherwise;
    behaviour(response, asked);
  };
