import { z } from 'zod';
import { LlmError } from './llm.error.js';
import type { LlmAnswer, LlmRequest } from './llm.types.js';

/**
 * The emptiest answer of the shape that a request asks for, in place of a model's: an analysis goes on with it.
 * @throws LlmError refused, where nothing so empty fits
 */
export async function emptiestAnswer<T>({ schema }: LlmRequest<T>): Promise<LlmAnswer<T>> {
  const parsed = await schema.safeParseAsync(emptiest(shapeSchema.parse(z.toJSONSchema(schema))));
  if (!parsed.success) throw new LlmError('refused');
  return { value: parsed.data, model: 'none', usage: null };
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
