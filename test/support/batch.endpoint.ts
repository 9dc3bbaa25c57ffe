import type { ServerResponse } from 'node:http';
import { z } from 'zod';

const lineSchema = z.object({
  custom_id: z.string().max(64),
  method: z.literal('POST'),
  url: z.literal('/v1/chat/completions'),
  body: z.object({
    model: z.string(),
    messages: z.array(z.object({ role: z.string(), content: z.string() })).length(2),
    response_format: z.object({ json_schema: z.object({ name: z.string() }) }),
  }),
});
const createSchema = z.object({
  input_file_id: z.string(),
  endpoint: z.literal('/v1/chat/completions'),
  completion_window: z.literal('24h'),
  metadata: z.record(z.string(), z.string()),
});

/** A request of a batch as the endpoint understood it. */
export type BatchLine = z.output<typeof lineSchema>;

/** What becomes of one request: the value of its answer, an HTTP failure, or that its time runs out. */
export type BatchAnswer =
  { value: unknown } | { content: string } | { status: number; error?: object } | 'expired';

type Status = 'in_progress' | 'completed' | 'expired' | 'failed' | 'cancelled';

interface TestBatch {
  id: string;
  status: Status;
  created_at: number;
  completed_at: number | null;
  input_file_id: string;
  output_file_id: string | null;
  error_file_id: string | null;
  metadata: Record<string, string>;
  request_counts: { total: number; completed: number; failed: number };
  errors: { data: { code: string; message: string }[] } | null;
}

/** The Batch API of OpenAI's protocol: it takes batches, and ends them when and as the test says. */
export class BatchEndpoint {
  readonly files = new Map<string, { filename: string; text: string }>();
  readonly batches: TestBatch[] = [];
  /** Every line that was ever submitted. */
  readonly lines: BatchLine[] = [];
  /** Called once a batch is taken, before its response is sent: a test may cut the connection here. */
  onTaken: ((response: ServerResponse) => void) | null = null;
  /** Called with each request before it is understood: a test may answer it here, cut it off, or let time pass. */
  onAsked: ((asked: string, response: ServerResponse) => void | Promise<void>) | null = null;
  private ids = 0;

  /** Ends all batches that are under way. */
  end(answer: (line: BatchLine) => BatchAnswer, status: Status = 'completed'): void {
    for (const batch of this.batches.filter((each) => each.status === 'in_progress')) {
      const output: string[] = [];
      const errors: string[] = [];
      for (const line of this.linesOf(batch.input_file_id)) {
        const became = answer(line);
        (isGood(became) ? output : errors).push(JSON.stringify(resultOf(line, became)));
      }
      const file = (lines: string[]) =>
        lines.length > 0 ? this.store('result.jsonl', lines.join('\n')) : null;
      Object.assign(batch, {
        status,
        completed_at: batch.created_at + 60,
        output_file_id: file(output),
        error_file_id: file(errors),
        request_counts: {
          total: batch.request_counts.total,
          completed: output.length,
          failed: errors.length,
        },
      });
    }
  }

  /** Refuses all batches that are under way as a whole. */
  refuse(code: string): void {
    for (const batch of this.batches)
      if (batch.status === 'in_progress')
        Object.assign(batch, {
          status: 'failed',
          errors: { data: [{ code, message: 'You sent: private words' }] },
        });
  }

  async handle(method: string, url: string, contentType: string, body: Buffer, response: ServerResponse) {
    await this.onAsked?.(`${method} ${url}`, response);
    if (response.writableEnded || response.destroyed) return;
    const [, kind, id, part] = /^\/v1\/(files|batches)(?:\/([^/?]+))?(\/content)?(?:\?.*)?$/.exec(url) ?? [];
    const send = (value: unknown) =>
      void response
        .writeHead(value === undefined ? 404 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(value ?? { error: { message: 'not found' } }));
    if (kind === 'files' && method === 'POST') {
      const form = await new Response(new Uint8Array(body), {
        headers: { 'content-type': contentType },
      }).formData();
      const file = form.get('file') as File;
      const stored = this.store(file.name, await file.text());
      return send({ id: stored, object: 'file', filename: file.name });
    }
    if (kind === 'files' && method === 'DELETE')
      return send(this.files.delete(id!) ? { id, deleted: true } : undefined);
    if (kind === 'files' && part) {
      const file = this.files.get(id!);
      return file ? void response.writeHead(200).end(file.text) : send(undefined);
    }
    if (kind === 'files')
      return send({
        data: [...this.files].map(([file, { filename }]) => ({ id: file, filename })),
        has_more: false,
      });
    if (method === 'POST') {
      const batch = this.take(createSchema.parse(JSON.parse(body.toString())));
      this.onTaken?.(response);
      return response.destroyed ? undefined : send(batch);
    }
    return send(
      id
        ? this.batches.find((batch) => batch.id === id)
        : { data: this.batches.toReversed(), has_more: false },
    );
  }

  private take({ input_file_id, metadata }: z.output<typeof createSchema>): TestBatch {
    const lines = this.linesOf(input_file_id);
    if (new Set(lines.map(({ custom_id }) => custom_id)).size < lines.length)
      throw new Error('an id came twice');
    this.lines.push(...lines);
    const batch: TestBatch = {
      id: `batch_${(this.ids += 1)}`,
      status: 'in_progress',
      created_at: Math.floor(Date.now() / 1000),
      completed_at: null,
      input_file_id,
      output_file_id: null,
      error_file_id: null,
      metadata,
      request_counts: { total: lines.length, completed: 0, failed: 0 },
      errors: null,
    };
    this.batches.push(batch);
    return batch;
  }

  private linesOf(file: string): BatchLine[] {
    const { text } = this.files.get(file)!;
    return text
      .trim()
      .split('\n')
      .map((line) => lineSchema.parse(JSON.parse(line)));
  }

  private store(filename: string, text: string): string {
    const id = `file_${(this.ids += 1)}`;
    this.files.set(id, { filename, text });
    return id;
  }
}

/** Answers what a pattern fits with a status, as long as it stands. */
export const refusing =
  (pattern: RegExp, status: number): BatchEndpoint['onAsked'] =>
  (asked, response) => {
    if (pattern.test(asked))
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error: { message: 'You sent: private words' } }));
  };

const isGood = (answer: BatchAnswer) => answer !== 'expired' && !('status' in answer);

function resultOf({ custom_id }: BatchLine, answer: BatchAnswer): object {
  if (answer === 'expired')
    return { custom_id, response: null, error: { code: 'batch_expired', message: 'This request expired.' } };
  if ('status' in answer)
    return {
      custom_id,
      response: { status_code: answer.status, body: { error: answer.error ?? {} } },
      error: null,
    };
  const content = 'content' in answer ? answer.content : JSON.stringify(answer.value);
  const body = {
    model: 'test-model-1',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 70, completion_tokens: 10 },
  };
  return { custom_id, response: { status_code: 200, body }, error: null };
}
