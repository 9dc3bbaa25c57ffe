import OpenAI, { APIError } from 'openai';
import { z } from 'zod';
import { withVersion } from '../llm/openai/base.url.js';
import type { Embedder } from './embedder.types.js';
import { normalise } from './vectors.js';

/** Texts per request: well under the limits of every known server. */
const BATCH = 64;

/** Requests in flight at a time. */
const CONCURRENCY = 4;

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
});

export interface OpenAiEmbedderOptions {
  /** Base address, with or without its `/v1`. */
  baseUrl: string;
  apiKey: string;
  model: string;
  /** Milliseconds for one request, its retries and its whole answer. */
  deadline?: number;
}

/** The endpoint did not give usable vectors. The message holds the reason, never a text or a key. */
export class EmbeddingsError extends Error {
  override readonly name = 'EmbeddingsError';
}

/** Vectors of any OpenAI-compatible `/v1/embeddings` endpoint. */
export class OpenAiEmbedder implements Embedder {
  readonly id: string;

  private constructor(
    private readonly client: OpenAI,
    private readonly model: string,
    private readonly deadline: number,
    readonly dimensions: number,
  ) {
    this.id = `${model}-${dimensions}`;
  }

  /**
   * Asks the endpoint for one vector, to know that it answers and how many dimensions it has.
   * @throws EmbeddingsError one line that names the setting
   */
  static async connect(options: OpenAiEmbedderOptions): Promise<OpenAiEmbedder> {
    const { baseUrl, apiKey, model, deadline = 30_000 } = options;
    const client = new OpenAI({ baseURL: withVersion(baseUrl), apiKey, maxRetries: 2, logLevel: 'off' });
    try {
      const [probe] = await request(client, model, ['hello'], deadline);
      return new OpenAiEmbedder(client, model, deadline, probe!.length);
    } catch (error) {
      throw new EmbeddingsError(`EMBEDDINGS_BASE_URL: ${(error as Error).message}`);
    }
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const batches: string[][] = [];
    // An empty input is refused by most servers.
    const inputs = texts.map((text) => text.trim() || '.');
    for (let start = 0; start < inputs.length; start += BATCH)
      batches.push(inputs.slice(start, start + BATCH));
    const answers = new Array<Float32Array[]>(batches.length);
    let next = 0;
    const lane = async () => {
      for (let turn = next++; turn < batches.length; turn = next++)
        answers[turn] = await this.embedBatch(batches[turn]!);
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, lane));
    return answers.flat();
  }

  async close(): Promise<void> {}

  private async embedBatch(texts: string[]): Promise<Float32Array[]> {
    const vectors = await request(this.client, this.model, texts, this.deadline);
    if (vectors.some((vector) => vector.length !== this.dimensions))
      throw new EmbeddingsError(`the endpoint no longer answers with ${this.dimensions} dimensions`);
    return vectors;
  }
}

/** One request. The deadline covers retries and the body: the client's own timeout ends with the headers. */
async function request(
  client: OpenAI,
  model: string,
  input: string[],
  deadline: number,
): Promise<Float32Array[]> {
  const signal = AbortSignal.timeout(deadline);
  let answer: unknown;
  try {
    // Without encoding_format the client asks for base64, and reads a server's plain floats as nothing.
    answer = await client.embeddings.create({ model, input, encoding_format: 'float' }, { signal });
  } catch (error) {
    throw new EmbeddingsError(reasonOf(error, signal, deadline));
  }
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw new EmbeddingsError('the endpoint did not answer with embeddings');
  const vectors = new Array<Float32Array | undefined>(input.length).fill(undefined);
  for (const { index, embedding } of parsed.data.data)
    if (index in vectors) vectors[index] = normalise(Float32Array.from(embedding));
  return vectors.map((vector) => {
    if (!vector) throw new EmbeddingsError('the endpoint answered with too few embeddings');
    return vector;
  });
}

/** The reason in our own words: a server's message may quote its input. */
function reasonOf(error: unknown, signal: AbortSignal, deadline: number): string {
  if (signal.aborted) return `the embeddings endpoint did not answer within ${deadline / 1000} s`;
  if (error instanceof APIError && error.status !== undefined)
    return `the embeddings endpoint answered with status ${error.status}`;
  if (error instanceof SyntaxError) return 'the endpoint did not answer with JSON';
  return 'the embeddings endpoint cannot be reached';
}
