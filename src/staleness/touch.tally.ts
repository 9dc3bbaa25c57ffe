import { inSteps } from '../topics/small.groups.js';
import type { Verdict } from './staleness.service.js';
import type { Reason } from './staleness.types.js';

/** How many stored conversations a change touches. */
export interface TouchCounts {
  /** Those that have a result. */
  analysed: number;
  touched: number;
  /** Touched conversations by reason; one may have several. */
  reasons: Partial<Record<Reason, number>>;
  /** Distinct texters of those touched, in steps of the smallest group; null for fewer. */
  texters: number | null;
  /** The same for each label that one of them holds now; labels of too few texters are left out. */
  labels: { id: string; texters: number }[];
}

/** Counts what is touched. Aggregates of texters are told as everywhere: in steps, and not at all where few. */
export class TouchTally {
  private touched = 0;
  private readonly reasons = new Map<Reason, number>();
  private readonly texters = new Set<string>();
  private readonly byLabel = new Map<string, Set<string>>();

  add({ result, reasons }: Verdict): void {
    if (reasons.length === 0) return;
    this.touched += 1;
    for (const reason of reasons) this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    this.texters.add(result.texter);
    for (const label of result.labels) {
      const texters = this.byLabel.get(label) ?? new Set();
      this.byLabel.set(label, texters.add(result.texter));
    }
  }

  /** @param order ids of labels in the order in which to tell them; others follow */
  counts(analysed: number, minGroup: number, order: readonly string[]): TouchCounts {
    const ids = [...new Set([...order, ...[...this.byLabel.keys()].toSorted()])];
    const labels = ids.flatMap((id) => {
      const texters = inSteps(this.byLabel.get(id)?.size ?? 0, minGroup);
      return texters === null ? [] : [{ id, texters }];
    });
    return {
      analysed,
      touched: this.touched,
      reasons: Object.fromEntries(this.reasons),
      texters: inSteps(this.texters.size, minGroup),
      labels,
    };
  }
}
