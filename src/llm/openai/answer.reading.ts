import { z } from 'zod';
import { LlmError } from '../llm.error.js';
import type { LlmAnswer, LlmUsage } from '../llm.types.js';

/** The part of a chat completion that is used; servers add much else, and leave much out. */
const completionSchema = z.object({
  model: z.string().min(1).max(200).optional().catch(undefined),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z
    .object({
      prompt_tokens: z.number().int().nonnegative(),
      completion_tokens: z.number().int().nonnegative(),
    })
    .nullish()
    .catch(null),
});

type Completion = z.output<typeof completionSchema>;

/**
 * A chat completion from what the HTTP client read: an object, or a text where the server named no JSON as
 * its content type.
 * @throws LlmError no_completion
 */
function readCompletion(body: unknown): Completion {
  const parsed = completionSchema.safeParse(typeof body === 'string' ? parseJson(body) : body);
  if (!parsed.success) throw new LlmError('no_completion');
  return parsed.data;
}

/**
 * The answer in the body of a response.
 * @param asked the model's name where it does not give its own
 * @throws LlmError no_completion, refused, truncated, malformed, wrong_shape; with what it has cost all the same
 */
export function readAnswer<T>(body: unknown, schema: z.ZodType<T>, asked: string): LlmAnswer<T> {
  const completion = readCompletion(body);
  const usage = usageOf(completion);
  try {
    return { value: readValue(completion, schema), model: completion.model ?? asked, usage };
  } catch (error) {
    if (error instanceof LlmError) error.usage = usage;
    throw error;
  }
}

/** The tokens that a response says it took, or null. */
export function readUsage(body: unknown): LlmUsage | null {
  const parsed = completionSchema.safeParse(body);
  return parsed.success ? usageOf(parsed.data) : null;
}

function usageOf({ usage }: Completion): LlmUsage | null {
  return usage ? { prompt: usage.prompt_tokens, completion: usage.completion_tokens } : null;
}

function readValue<T>({ choices }: Completion, schema: z.ZodType<T>): T {
  const { finish_reason: reason, message } = choices[0]!;
  if (message.refusal || reason === 'content_filter') throw new LlmError('refused');
  if (reason === 'length') throw new LlmError('truncated');
  const value = findJson(message.content ?? '');
  if (value === undefined) throw new LlmError('malformed');
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new LlmError('wrong_shape');
  return parsed.data;
}

/** What a reasoning model thinks aloud before it answers. */
const THOUGHT = /^\s*<think>[\s\S]*?<\/think>/;

const FENCE = /```(?:json)?\s*\n?([\s\S]*?)```/i;

/** The one JSON object of a text: alone, in a Markdown fence, or with words around it. */
function findJson(content: string): unknown {
  const text = content.replace(THOUGHT, '');
  const braces = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  for (const part of [text, FENCE.exec(text)?.[1] ?? '', braces]) {
    const value = parseJson(part);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Undefined where a text is not JSON. The parser's own error is dropped, for it quotes the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
