import type { Budget, Call, Ledger, Reservation } from './ledger.types.js';
import type { LlmUsage } from '../llm.types.js';
import { costOf } from './tokens.js';

/** Counts what this process uses; of single calls it keeps nothing. */
export class MemoryLedger implements Ledger {
  private day = '';
  private used: LlmUsage = { prompt: 0, completion: 0 };

  constructor(
    private readonly budget: Budget = { tokens: null, cost: null, prices: null },
    private readonly now: () => Date = () => new Date(),
  ) {}

  reserve(tokens: LlmUsage): Promise<Reservation | null> {
    const day = this.now().toISOString().slice(0, 10);
    if (day !== this.day) this.used = { prompt: 0, completion: 0 };
    this.day = day;
    const after = {
      prompt: this.used.prompt + tokens.prompt,
      completion: this.used.completion + tokens.completion,
    };
    const { tokens: most, cost, prices } = this.budget;
    const fits =
      after.prompt + after.completion <= (most ?? Infinity) &&
      (costOf(after, prices) ?? 0) <= (cost ?? Infinity);
    if (!fits) return Promise.resolve(null);
    this.used = after;
    return Promise.resolve({ day, tokens });
  }

  record({ usage }: Call, reservation: Reservation | null): void {
    if (reservation?.day === this.day) {
      this.used.prompt += usage.prompt - reservation.tokens.prompt;
      this.used.completion += usage.completion - reservation.tokens.completion;
    }
  }
}
