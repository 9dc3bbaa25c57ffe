import { z } from 'zod';
import { LlmError } from './llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest, LlmUsage } from './llm.types.js';
import { estimatedUsage } from './tokens.js';

/** What the requests of one prompt come to. */
export interface Counted {
  requests: number;
  tokens: LlmUsage;
}

/** Asks nobody: counts what would be asked, and answers each request with the emptiest value of its shape. */
export class CountingClient implements LlmClient {
  /** By the prompt and its version. */
  readonly counted = new Map<string, Counted>();

  complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    const name = request.prompt ?? request.name;
    const { requests, tokens } = this.counted.get(name) ?? {
      requests: 0,
      tokens: { prompt: 0, completion: 0 },
    };
    const { prompt, completion } = estimatedUsage(request);
    this.counted.set(name, {
      requests: requests + 1,
      tokens: { prompt: tokens.prompt + prompt, completion: tokens.completion + completion },
    });
    const parsed = request.schema.safeParse(emptiest(shapeSchema.parse(z.toJSONSchema(request.schema))));
    if (!parsed.success) return Promise.reject(new LlmError('refused'));
    return Promise.resolve({ value: parsed.data, model: 'none', usage: null });
  }
}

/** The parts of a JSON Schema that answers are described by. */
const shapeSchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

function emptiest(shape: z.output<typeof shapeSchema>): unknown {
  const inner = (part: unknown) => emptiest(shapeSchema.parse(part));
  if (shape.anyOf?.[0]) return inner(shape.anyOf[0]);
  if (shape.enum) return shape.enum[0];
  const type = [shape.type].flat()[0] ?? 'null';
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, part]) => [name, inner(part)]),
      );
    case 'array':
      return [];
    case 'string':
      return '';
    case 'number':
    case 'integer':
      return shape.minimum ?? 0;
    case 'boolean':
      return false;
    default:
      return null;
  }
}
