import { createHash } from 'node:crypto';
import type OpenAI from 'openai';
import { APIError, toFile } from 'openai';
import { z } from 'zod';
import { parseJson } from './answer.reading.js';
import { LlmError } from '../llm.error.js';
import { withVersion } from './base.url.js';
import { namedError } from './openai.errors.js';
import { type Endpoint, openAi } from './openai.sdk.js';

/** What a batch answered is held in memory: no right answers to a file of ours come near this many bytes. */
const MOST_BYTES = 256_000_000;
/** Milliseconds for one exchange, a file's transfer included. */
const DEADLINE = 600_000;
/** Clocks differ: batches are looked for this many milliseconds before ours was begun. */
const SLACK = 86_400_000;

const ENDED = ['completed', 'failed', 'expired', 'cancelled'] as const;

const batchSchema = z.object({
  id: z.string().min(1),
  status: z.string(),
  created_at: z.number(),
  completed_at: z.number().nullish(),
  expired_at: z.number().nullish(),
  cancelled_at: z.number().nullish(),
  input_file_id: z.string().nullish(),
  output_file_id: z.string().nullish(),
  error_file_id: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish().catch(null),
  request_counts: z
    .object({ total: z.number(), completed: z.number(), failed: z.number() })
    .nullish()
    .catch(null),
  errors: z
    .object({ data: z.array(z.object({ code: z.string().nullish() })).nullish() })
    .nullish()
    .catch(null),
});

/** A batch as its endpoint tells of it. */
export interface RemoteBatch {
  id: string;
  /** How it ended; null while it is under way. */
  ended: (typeof ENDED)[number] | null;
  /** Milliseconds from its creation to its end, where the endpoint says when that was. */
  took: number;
  /** Requests that are done, well or not. */
  done: number;
  files: { input: string | null; output: string | null; error: string | null };
  /** Why it was refused as a whole, as short names. */
  codes: string[];
}

const resultSchema = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullish(),
  error: z.object({ code: z.string().nullish() }).nullish(),
});

/** What became of one request of a batch: a body to read a completion from, or why there is none. */
export type BatchResult = { body: unknown } | { error: LlmError };

/** The endpoint has no Batch API; the message says what to do instead. */
export class NoBatchesError extends Error {
  override readonly name = 'NoBatchesError';

  constructor() {
    super(
      'LLM_BASE_URL: the endpoint has no Batch API (/v1/files and /v1/batches); `keyline reindex --stale` asks it one request at a time',
    );
  }
}

/** The Batch API of endpoints that speak OpenAI's protocol. What is sent and read stays in memory. */
export class OpenAiBatches {
  /** Tells address and model from others without naming them: SHA-256 in 43 letters, digits, `-` and `_`. */
  readonly fingerprint: string;
  private readonly client: OpenAI;

  constructor({ model, ...endpoint }: Endpoint & { model: string }) {
    this.client = openAi(endpoint, MOST_BYTES);
    this.fingerprint = createHash('sha256')
      .update(JSON.stringify([withVersion(endpoint.baseUrl), model]))
      .digest('base64url');
  }

  /**
   * Uploads requests, each a line of JSON.
   * @param key ours, by which the file is found again
   * @returns the endpoint's id of the file
   * @throws NoBatchesError, LlmError
   */
  async upload(key: string, lines: readonly string[]): Promise<string> {
    const file = await toFile(Buffer.from(`${lines.join('\n')}\n`), fileName(key), {
      type: 'application/jsonl',
    });
    const uploaded = await this.ask((signal) =>
      this.client.files.create({ file, purpose: 'batch' }, { signal }),
    ).catch((error: unknown) => {
      throw isUnknown(error) ? new NoBatchesError() : error;
    });
    return uploaded.id;
  }

  /**
   * Has the requests in a file answered within a day.
   * @param key ours, by which `find` finds the batch again
   * @returns the endpoint's id of the batch
   * @throws LlmError
   */
  async create(key: string, file: string): Promise<string> {
    const created = await this.ask((signal) =>
      this.client.batches.create(
        {
          input_file_id: file,
          endpoint: '/v1/chat/completions',
          completion_window: '24h',
          metadata: { keyline: key },
        },
        { signal },
      ),
    );
    return read(created).id;
  }

  /**
   * The endpoint's id of the batch that was submitted under a key since `begun`, or null where its list does not have it.
   * @throws LlmError, of an unknown address too: who cannot see the list does not know what is on it
   */
  async find(key: string, begun: Date): Promise<string | null> {
    const since = (begun.getTime() - SLACK) / 1000;
    return this.ask(async (signal) => {
      // Newest first.
      for await (const each of this.client.batches.list({ limit: 100 }, { signal })) {
        const { id, created_at, metadata } = batchSchema.parse(each);
        if (metadata?.['keyline'] === key) return id;
        if (created_at < since) return null;
      }
      return null;
    });
  }

  /** @throws LlmError; of an unknown address where the endpoint does not know the batch to whoever has this key */
  async look(id: string): Promise<RemoteBatch> {
    return read(await this.ask((signal) => this.client.batches.retrieve(id, { signal })));
  }

  /**
   * What a batch that has ended answered, by the requests' own ids; those that expired are not among them.
   * @throws LlmError; of an unknown address where the endpoint does not know the file of answers that it named
   */
  async results({ files }: RemoteBatch): Promise<Map<string, BatchResult>> {
    const texts = [
      files.output && (await this.content(files.output)),
      // What failed has cost nothing: without the file it counts as not answered.
      files.error && (await this.content(files.error).catch(nullWhereGone)),
    ];
    const results = new Map<string, BatchResult>();
    for (const line of texts.flatMap((text) => text?.split('\n') ?? [])) {
      const parsed = resultSchema.safeParse(parseJson(line));
      // A line that cannot be read is a request that was not answered.
      if (parsed.success && parsed.data.response)
        results.set(parsed.data.custom_id, resultOf(parsed.data.response));
    }
    return results;
  }

  private content(file: string): Promise<string> {
    return this.ask(async (signal) => (await this.client.files.content(file, { signal })).text());
  }

  /** Deletes the files of a batch at the endpoint. */
  async clear({ files }: RemoteBatch): Promise<void> {
    for (const file of [files.input, files.output, files.error]) if (file) await this.delete(file);
  }

  /** Deletes what was uploaded under a key for a batch that then was not submitted. */
  async clearUploaded(key: string): Promise<void> {
    await this.ask(async (signal) => {
      for await (const { id, filename } of this.client.files.list({ purpose: 'batch' }, { signal }))
        if (filename === fileName(key)) await this.delete(id);
    }).catch(nullWhereGone);
  }

  /** Deletes a file. What is gone already need not be deleted. */
  async delete(file: string): Promise<void> {
    await this.ask((signal) => this.client.files.delete(file, { signal })).catch(nullWhereGone);
  }

  private async ask<T>(exchange: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await exchange(AbortSignal.timeout(DEADLINE));
    } catch (error) {
      // In its whole, a parser's error quotes what it parsed.
      if (error instanceof z.ZodError) throw new LlmError('no_completion');
      throw namedError(error);
    }
  }
}

/** What is to be deleted, or has nothing that was paid for in it, is not missed. */
function nullWhereGone(error: unknown): null {
  if (isUnknown(error)) return null;
  throw error;
}

/**
 * Whether an endpoint says that it knows no such thing, or address: it is gone, or belongs to another account, or this is
 * another endpoint.
 */
export function isUnknown(error: unknown): boolean {
  return error instanceof LlmError && (error.status === 404 || error.status === 405);
}

const fileName = (key: string) => `keyline-${key}.jsonl`;

function read(body: unknown): RemoteBatch {
  const parsed = batchSchema.safeParse(body);
  if (!parsed.success) throw new LlmError('no_completion');
  const { data } = parsed;
  const codes = (data.errors?.data ?? []).flatMap(({ code }) =>
    code && /^\w{1,60}$/.test(code) ? [code] : [],
  );
  return {
    id: data.id,
    ended: ENDED.find((status) => status === data.status) ?? null,
    took:
      1000 *
      Math.max(
        0,
        (data.completed_at ?? data.expired_at ?? data.cancelled_at ?? data.created_at) - data.created_at,
      ),
    done: (data.request_counts?.completed ?? 0) + (data.request_counts?.failed ?? 0),
    files: {
      input: data.input_file_id || null,
      output: data.output_file_id || null,
      error: data.error_file_id || null,
    },
    codes: [...new Set(codes)],
  };
}

function resultOf({ status_code: status, body }: { status_code: number; body: unknown }): BatchResult {
  if (status === 200) return { body };
  const error = typeof body === 'object' && body !== null ? body : {};
  return { error: namedError(APIError.generate(status, error, undefined, new Headers())) };
}
