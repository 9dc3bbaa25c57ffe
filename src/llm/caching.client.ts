import { LRUCache } from 'lru-cache';
import type { LlmAnswer, LlmClient, LlmRequest } from './llm.types.js';
import { requestKey } from './request.key.js';

/** What an answer is kept as: parsed JSON of the shape asked for, and the model's name. */
interface Kept {
  value: string;
  model: string;
}

export interface CacheOptions {
  /** Characters of all answers together. */
  characters?: number;
  /** Milliseconds that an answer is kept. */
  keep?: number;
}

/**
 * Answers again what was answered before: the same model, prompt and data, as when an analysis is tried again
 * because a later stage of it failed. Only answers in the shape asked for are kept, and none that are asked for with
 * chance in them: whoever does so wants another one each time.
 *
 * In memory and for an hour, on purpose. An answer quotes the texter: in a table it would be a second copy of
 * de-identified words, found by a fingerprint of the conversation, that outlives the conversation's deletion. A
 * question is known by its hash alone.
 */
export class CachingClient implements LlmClient {
  private readonly answers: LRUCache<string, Kept>;

  constructor(
    private readonly inner: LlmClient,
    /** The model asked for. */
    private readonly model: string,
    { characters = 16_000_000, keep = 3_600_000 }: CacheOptions = {},
  ) {
    this.answers = new LRUCache<string, Kept>({
      maxSize: characters,
      sizeCalculation: ({ value }) => value.length,
      ttl: keep,
      ttlAutopurge: true,
    });
  }

  async complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    if (request.temperature) return this.inner.complete(request);
    const key = requestKey(this.model, request);
    const kept = this.answers.get(key);
    const parsed = kept && request.schema.safeParse(JSON.parse(kept.value));
    if (parsed?.success)
      return { value: parsed.data, model: kept!.model, usage: { prompt: 0, completion: 0 } };
    const answer = await this.inner.complete(request);
    this.answers.set(key, { value: JSON.stringify(answer.value), model: answer.model });
    return answer;
  }
}
