import { emptiestAnswer } from './emptiest.answer.js';
import type { LlmAnswer, LlmClient, LlmRequest, LlmUsage } from './llm.types.js';
import { estimatedUsage } from './ledger/tokens.js';

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
    return emptiestAnswer(request);
  }
}
