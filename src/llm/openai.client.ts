import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import type { z } from 'zod';
import { readCompletion, readValue } from './answer.reading.js';
import { withVersion } from './base.url.js';
import { limitedFetch } from './limited.fetch.js';
import { LlmError } from './llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from './llm.types.js';
import { namedError, refusesParameter } from './openai.errors.js';

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

export interface OpenAiClientOptions {
  /** Base address, with or without its `/v1`. */
  baseUrl: string;
  apiKey: string;
  model: string;
  /** Milliseconds for one answer, from the request to its last byte; default one minute. */
  deadline?: number;
}

/**
 * One attempt at an answer of any endpoint that speaks OpenAI's chat completions. The `openai` client's own
 * timeout ends with the headers and its retries wait as long as a server says: neither is used.
 */
export class OpenAiClient implements LlmClient {
  private readonly client: OpenAI;
  private readonly model: string;
  private readonly deadline: number;
  private dialect: Dialect = { format: 'json_schema', temperature: true };
  /** Whether a request in this dialect has been accepted, so that a refusal is about something else. */
  private proven = false;
  private readonly schemas = new WeakMap<z.ZodType, ReturnType<typeof zodResponseFormat>>();

  constructor({ baseUrl, apiKey, model, deadline = 60_000 }: OpenAiClientOptions) {
    this.client = new OpenAI({
      baseURL: withVersion(baseUrl),
      apiKey,
      maxRetries: 0,
      // Settings are read in one place: nothing is taken from OPENAI_* variables.
      organization: null,
      project: null,
      logLevel: 'off',
      fetch: limitedFetch(MOST_BYTES),
    });
    this.model = model;
    this.deadline = deadline;
  }

  async complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    const completion = readCompletion(await this.send(request));
    const { model = this.model, usage: counted } = completion;
    const usage = counted ? { prompt: counted.prompt_tokens, completion: counted.completion_tokens } : null;
    try {
      return { value: readValue(completion, request.schema), model, usage };
    } catch (error) {
      if (error instanceof LlmError) error.usage = usage;
      throw error;
    }
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
