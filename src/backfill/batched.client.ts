import { AsyncLocalStorage } from 'node:async_hooks';
import { readAnswer } from '../llm/openai/answer.reading.js';
import { emptiestAnswer } from '../llm/emptiest.answer.js';
import { isPassing, LlmError, type LlmErrorCode } from '../llm/llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest } from '../llm/llm.types.js';
import type { BatchResult } from '../llm/openai/openai.batches.js';
import { requestKey } from '../llm/request.key.js';

/** Requests by the ids that they have in a batch. */
export type Planned = ReadonlyMap<string, LlmRequest<unknown>>;
export type Results = ReadonlyMap<string, BatchResult>;

type Scope =
  | { kind: 'planning'; planned: Map<string, LlmRequest<unknown>> }
  | { kind: 'answering'; results: Results; answered: boolean };

/** A batch does not hold what an analysis asks first: it expired there, or the conversation has changed since. */
export class NotInBatchError extends Error {
  override readonly name = 'NotInBatchError';
}

/**
 * The endpoint or the budget was at fault when an analysis asked at once what its batch could not be asked. No engine
 * takes it for an answer, so that no local result is put in the place of what is there.
 */
export class AskedInVainError extends Error {
  override readonly name = 'AskedInVainError';

  constructor(readonly code: LlmErrorCode) {
    super(new LlmError(code).message);
  }
}

/**
 * Runs an analysis twice: first to learn what it asks, without asking, then with what a batch answered. Both are the
 * analysis as it is, so that a batch's answers pass all the checks that any answer passes.
 */
export class BatchedClient implements LlmClient {
  private readonly scopes = new AsyncLocalStorage<Scope>();

  /**
   * @param live answers what a batch could not be asked, and what it did not answer well
   * @param model as the settings name it
   */
  constructor(
    private readonly live: LlmClient,
    readonly model: string,
  ) {}

  /** What the analysis asks that rests on no earlier answer. */
  async plan(analysis: () => Promise<unknown>): Promise<Planned> {
    const planned = new Map<string, LlmRequest<unknown>>();
    await this.scopes.run({ kind: 'planning', planned }, analysis);
    return planned;
  }

  /**
   * @throws NotInBatchError where the results hold nothing of what the analysis asks
   * @throws AskedInVainError where what rests on the results could not be asked
   */
  answering<T>(results: Results, analysis: () => Promise<T>): Promise<T> {
    return this.scopes.run({ kind: 'answering', results, answered: false }, analysis);
  }

  async complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    const scope = this.scopes.getStore();
    if (!scope) return this.live.complete(request);
    // The ledger tells by it which prompt was asked; the key is letters, digits, `-` and `_`.
    const id = `${request.prompt ?? request.name}:${requestKey(this.model, request)}`;
    if (scope.kind === 'planning') {
      if (!request.followsUp) scope.planned.set(id, request);
      return emptiestAnswer(request);
    }
    const result = scope.results.get(id);
    if (!result && !request.followsUp && !scope.answered) throw new NotInBatchError();
    scope.answered ||= result !== undefined;
    return (result && this.answerOf(result, request)) ?? this.askAtOnce(request);
  }

  private async askAtOnce<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    try {
      return await this.live.complete(request);
    } catch (error) {
      throw error instanceof LlmError && isPassing(error.code) ? new AskedInVainError(error.code) : error;
    }
  }

  /** Null where asking again may help: the model's answer was no good, or the endpoint gave none for its own reasons. */
  private answerOf<T>(result: BatchResult, { schema }: LlmRequest<T>): LlmAnswer<T> | null {
    try {
      if ('error' in result) throw result.error;
      return readAnswer(result.body, schema, this.model);
    } catch (error) {
      if (error instanceof LlmError && (error.transient || error.endpointIll)) return null;
      throw error;
    }
  }
}

/** The prompt, with its version, that a request of a batch asks. */
export const promptOf = (id: string): string => id.slice(0, id.lastIndexOf(':'));
