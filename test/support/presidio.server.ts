import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const requestSchema = z.object({
  text: z.string().min(1),
  language: z.string(),
  score_threshold: z.number().optional(),
});

/** A question as the server understood it. */
export interface AskedOfPresidio extends z.output<typeof requestSchema> {
  method: string | undefined;
  path: string | undefined;
  authorization: string | undefined;
}

/** How the server answers one request. */
export type PresidioBehaviour = (response: ServerResponse, asked: AskedOfPresidio) => void;

/** A local server that speaks the REST API of Microsoft Presidio's analyzer, well or badly, as it is told. */
export class PresidioServer {
  readonly asked: AskedOfPresidio[] = [];
  /** The most requests that were open at once. */
  mostOpen = 0;
  behaviour: PresidioBehaviour = finding({});
  private open = 0;

  private constructor(
    private readonly server: Server,
    /** Its address; still told after it has stopped. */
    readonly url: string,
  ) {}

  static async start(): Promise<PresidioServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const presidio = new PresidioServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      presidio.open += 1;
      presidio.mostOpen = Math.max(presidio.mostOpen, presidio.open);
      response.on('close', () => (presidio.open -= 1));
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
        const { method, url: path, headers } = request;
        const asked = { ...body, method, path, authorization: headers.authorization };
        presidio.asked.push(asked);
        presidio.behaviour(response, asked);
      });
    });
    return presidio;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    if (this.server.listening) await new Promise((resolve) => this.server.close(resolve));
  }
}

const json =
  (answer: unknown): PresidioBehaviour =>
  (response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));

/** Finds each of these words wherever it stands, as Python counts: in code points. */
export const finding =
  (types: Readonly<Record<string, string>>, score = 0.85): PresidioBehaviour =>
  (response, asked) => {
    const found = Object.entries(types).flatMap(([word, entity_type]) =>
      [...asked.text.matchAll(new RegExp(word, 'g'))].map(({ index }) => {
        const start = [...asked.text.slice(0, index)].length;
        const end = start + [...word].length;
        return { analysis_explanation: null, end, entity_type, score, start };
      }),
    );
    json(found)(response, asked);
  };

/** Speaks English only, as Presidio does where it is not told otherwise. */
export const inEnglishOnly =
  (behaviour: PresidioBehaviour): PresidioBehaviour =>
  (response, asked) =>
    asked.language === 'en' ? behaviour(response, asked) : failing(500)(response, asked);

/** An error that quotes what it was asked. */
export const failing =
  (status: number): PresidioBehaviour =>
  (response, { text }) =>
    void response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: `cannot analyze ${text}` }));

const plain =
  (body: string, type = 'application/json'): PresidioBehaviour =>
  (response) =>
    void response.writeHead(200, { 'content-type': type }).end(body);

const span = { start: 0, end: 1, score: 0.9, entity_type: 'PERSON' };

/** Everything that a server may do instead of giving a right answer, with what is said of it. */
export const presidioFaults: readonly (readonly [string, PresidioBehaviour, RegExp])[] = [
  ['never answers', () => {}, /did not answer in time/],
  [
    'stops after the headers',
    (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('['),
    /did not answer in time/,
  ],
  ['fails with status 500', failing(500), /answered with an error \(status 500\)/],
  ['refuses with status 401', failing(401), /answered with an error \(status 401\)/],
  ['gives a page', plain('<html>my name is</html>', 'text/html'), /did not answer with JSON/],
  ['breaks the JSON off', plain('[{"start":0,"en'), /did not answer with JSON/],
  ['answers with nothing', plain(''), /did not answer with JSON/],
  ['answers with an object', json({ results: [] }), /did not answer with a list of findings/],
  ['leaves the score out', json([{ ...span, score: undefined }]), /did not answer with a list of findings/],
  ['counts in halves', json([{ ...span, end: 1.5 }]), /did not answer with a list of findings/],
  ['counts past the end', json([{ ...span, end: 9_000 }]), /offsets that are not in the text/],
  ['ends before it starts', json([{ ...span, start: 1, end: 1 }]), /offsets that are not in the text/],
  ['floods', plain(' '.repeat(5_000_000)), /more than any right answer holds/],
  ['resets the connection', (response) => void response.socket?.resetAndDestroy(), /cannot be reached/],
  [
    'sends the text on to another address',
    (response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    /cannot be reached/,
  ],
];
