import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EmbeddingsError, OpenAiEmbedder } from './openai.embedder.js';

interface Asked {
  path: string | undefined;
  body: { input: string[]; model: string; encoding_format: string };
}

describe('the OpenAI-compatible embedder', () => {
  let server: Server;
  const asked: Asked[] = [];

  const serve = async (answer: RequestListener): Promise<string> => {
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  /** Answers each text with the vector (its length, 0), in reverse order, as the protocol allows. */
  const serveVectors = (vectorOf = (text: string) => [text.length, 0]) =>
    serve((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const body = JSON.parse(text) as Asked['body'];
        asked.push({ path: request.url, body });
        const data = body.input.map((input, index) => ({ index, embedding: vectorOf(input) })).reverse();
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
      });
    });
  const connect = (baseUrl: string, deadline?: number) =>
    OpenAiEmbedder.connect({ baseUrl, apiKey: 'secret', model: 'small', ...(deadline && { deadline }) });

  afterEach(async () => {
    asked.length = 0;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('learns its dimensions at the start and asks for plain floats under /v1', async () => {
    const embedder = await connect(await serveVectors());
    expect(embedder).toMatchObject({ dimensions: 2, id: 'small-2' });
    expect(asked[0]).toMatchObject({ path: '/v1/embeddings', body: { encoding_format: 'float' } });
  });

  it('gives unit vectors in the order of the texts, over several requests', async () => {
    const embedder = await connect(await serveVectors((text) => [text.length, 1]));
    const texts = Array.from({ length: 150 }, (_, index) => 'x'.repeat(index + 1));
    const vectors = await embedder.embed(texts);
    vectors.forEach(([x, y], index) => {
      expect(Math.hypot(x!, y!)).toBeCloseTo(1);
      expect(x! / y!).toBeCloseTo(index + 1, 2);
    });
    expect(asked.length).toBe(1 + 3);
  });

  it('stops the boot by the name of the setting when nothing answers', async () => {
    const url = await serve(() => {});
    await new Promise((resolve) => server.close(resolve));
    await expect(connect(url)).rejects.toThrow(/^EMBEDDINGS_BASE_URL: .* cannot be reached$/);
  });

  it.each<[string, RequestListener, RegExp]>([
    ['refuses', (_, response) => response.writeHead(401).end('{"error":{"message":"secret"}}'), /status 401/],
    ['answers with a page', (_, response) => response.end('<html>secret</html>'), /did not answer with/],
    [
      'answers with another shape',
      (_, response) => response.setHeader('content-type', 'application/json').end('{"data":[{}]}'),
      /did not answer with embeddings/,
    ],
    [
      'leaves a text out',
      (_, response) => response.setHeader('content-type', 'application/json').end('{"data":[]}'),
      /too few/,
    ],
    ['stays silent', () => {}, /within 0.2 s/],
    ['stops in the middle', (_, response) => void response.writeHead(200).write('{"data":['), /within 0.2 s/],
  ])('says what is wrong with an endpoint that %s, quoting nothing of it', async (_, answer, reason) => {
    const attempt = connect(await serve(answer), 200);
    await expect(attempt).rejects.toThrow(EmbeddingsError);
    await expect(attempt).rejects.toThrow(reason);
    await expect(attempt).rejects.not.toThrow(/secret/);
  });

  it('refuses vectors of other dimensions than at the start', async () => {
    const embedder = await connect(await serveVectors((text) => (text === 'hello' ? [1, 0] : [1, 0, 0])));
    await expect(embedder.embed(['other'])).rejects.toThrow(/2 dimensions/);
  });
});
