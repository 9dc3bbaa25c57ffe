import type { Ledger, Outcome, Reservation } from './ledger.types.js';
import { LlmError } from '../llm.error.js';
import type { LlmAnswer, LlmClient, LlmRequest, LlmUsage } from '../llm.types.js';
import { estimatedUsage } from './tokens.js';

const NOTHING: LlmUsage = { prompt: 0, completion: 0 };

/** How a call ended, and what the server says that it used. */
interface Ending {
  outcome: Outcome;
  usage: LlmUsage | null;
}

/**
 * Asks only what the budget of the day holds, and writes every request down in the ledger, also those that fail or
 * are refused. What a server does not count is estimated; what may have been worked on before it failed counts, too.
 *
 * Belongs right around the adapter: each attempt costs.
 */
export class MeteredClient implements LlmClient {
  constructor(
    private readonly inner: LlmClient,
    private readonly ledger: Ledger,
    private readonly model: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws LlmError over_budget, besides those of the adapter */
  async complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
    const estimate = estimatedUsage(request);
    const reservation = await this.ledger.reserve(estimate);
    if (!reservation) {
      this.record(request, { outcome: 'over_budget', usage: NOTHING }, 0, null);
      throw new LlmError('over_budget');
    }
    const began = this.now();
    let ending: Ending = { outcome: 'error', usage: null };
    try {
      const answer = await this.inner.complete(request);
      ending = { outcome: 'answered', usage: answer.usage };
      return answer;
    } catch (error) {
      ending = endingOf(error, request.signal);
      throw error;
    } finally {
      this.record(request, ending, this.now() - began, reservation);
    }
  }

  private record(
    { prompt, name }: LlmRequest<unknown>,
    { outcome, usage }: Ending,
    latency: number,
    reservation: Reservation | null,
  ): void {
    const tokens = usage ?? reservation?.tokens ?? NOTHING;
    this.ledger.record(
      {
        prompt: prompt ?? name,
        model: this.model,
        outcome,
        usage: tokens,
        estimated: usage === null,
        latency,
      },
      reservation,
    );
  }
}

function endingOf(error: unknown, signal: AbortSignal | undefined): Ending {
  if (error instanceof LlmError) return { outcome: error.code, usage: error.usage ?? unpaid(error) };
  return { outcome: signal?.aborted ? 'aborted' : 'error', usage: null };
}

/** No server charges for a request that it refused or never got. */
function unpaid({ code, status }: LlmError): LlmUsage | null {
  return status !== undefined || code === 'unreachable' ? NOTHING : null;
}
