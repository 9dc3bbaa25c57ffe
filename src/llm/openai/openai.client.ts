import type OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import type { z } from 'zod';
import { readAnswer } from './answer.reading.js';
import { LlmError } from '../llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm.types.js';
import { namedError, refusesParameter } from './openai.errors.js';
import { type Endpoint, openAi } from './openai.sdk.js';

/** How an answer's shape is asked for: by a strict schema, as any JSON, or by words alone. */
const FORMATS = ['json_schema', 'json_object', 'text'] as const;

/** What a server has been found to understand. */
interface Dialect {
  format: (typeof FORMATS)[number];
  /** Reasoning models take none but their own. */
  temperature: boolean;
}

const FORMAT = /response.?format|json.?(?:schema|object|mode)|schema|grammar|structured|guided/i;

/** No right answer comes near this many bytes. */
const MOST_BYTES = 1_000_000;

export interface OpenAiClientOptions extends Endpoint {
  model: string;
  /** Milliseconds for one answer, from the request to its last byte; default one minute. */
  deadline?: number;
}

/** One attempt at an answer of any endpoint that speaks OpenAI's chat completions. */
export class OpenAiClient implements LlmClient {
  private readonly client: OpenAI;
  private readonly model: string;
  private readonly deadline: number;
  private dialect: Dialect = { format: 'json_schema', temperature: true };
  /** Whether a request in this dialect has been accepted, so that a refusal is about something else. */
  private proven = false;
  private readonly schemas = new WeakMap<z.ZodType, ReturnType<typeof zodResponseFormat>>();

  constructor({ model, deadline = 60_000, ...endpoint }: OpenAiClientOptions) {
    this.client = openAi(endpoint, MOST_BYTES);
    this.model = model;
    this.deadline = deadline;
  }

  async complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    return readAnswer(await this.send(request), request.schema, this.model);
  }

  /** What a request looks like on the wire, in the dialect found out by now, for those who send it otherwise. */
  bodyOf<T>(request: LlmRequest<T>): ChatCompletionCreateParamsNonStreaming {
    return this.wire(request, this.dialect);
  }

  /** The body of the server's answer, asked in the dialect that the server understands, found out once. */
  private async send<T>(request: LlmRequest<T>): Promise<unknown> {
    const deadline = AbortSignal.timeout(this.deadline);
    const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
    for (;;) {
      const { dialect } = this;
      const params = this.wire(request, dialect);
      try {
        const body: unknown = await this.client.chat.completions.create(params, { signal });
        this.proven = true;
        return body;
      } catch (error) {
        request.signal?.throwIfAborted();
        if (deadline.aborted) throw new LlmError('timeout');
        if (!this.adapt(error, dialect)) throw namedError(error);
      }
    }
  }

  private wire<T>(request: LlmRequest<T>, dialect: Dialect): ChatCompletionCreateParamsNonStreaming {
    const { system, user, schema, name, temperature = 0 } = request;
    const strict = this.schemas.get(schema) ?? zodResponseFormat(schema, name);
    this.schemas.set(schema, strict);
    const shape = `\n\nAnswer with one JSON object and nothing around it. Its JSON Schema:\n${JSON.stringify(strict.json_schema.schema)}`;
    return {
      model: this.model,
      messages: [
        { role: 'system', content: dialect.format === 'json_schema' ? system : system + shape },
        { role: 'user', content: user },
      ],
      ...(dialect.temperature && { temperature }),
      ...(dialect.format === 'json_schema' && { response_format: strict }),
      ...(dialect.format === 'json_object' && { response_format: { type: 'json_object' } }),
    };
  }

  /** Learns from a refusal what the server does not understand; false where it is about something else. */
  private adapt(error: unknown, asked: Dialect): boolean {
    // Another request may have learnt it meanwhile.
    if (asked !== this.dialect) return refusesParameter(error, /./);
    if (asked.temperature && refusesParameter(error, /temperature/i)) {
      this.dialect = { ...asked, temperature: false };
      return true;
    }
    const next = FORMATS[FORMATS.indexOf(asked.format) + 1];
    if (!next || !refusesParameter(error, this.proven ? FORMAT : /./)) return false;
    this.dialect = { ...asked, format: next };
    return true;
  }
}
