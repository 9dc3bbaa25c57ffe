import type { Label } from '../../taxonomy/taxonomy.types.js';
import type { Classification } from '../classification.types.js';
import { evaluateRecords } from './evaluate.records.js';
import type { LabelEvaluation } from './evaluation.types.js';
import { LabelRecords } from './records.js';

/** Counts agreement conversation by conversation; figures without intervals. */
export class LabelTally {
  private readonly records: LabelRecords;

  constructor(labels: readonly Label[]) {
    this.records = new LabelRecords(labels);
  }

  /** Counts one conversation. Gold ids that the taxonomy lacks are remembered by name. */
  add(classification: Pick<Classification, 'scores' | 'labels'>, gold: readonly string[] | null): void {
    this.records.add(classification, gold, String(this.records.size));
  }

  result(): LabelEvaluation {
    return evaluateRecords(this.records, { resamples: 0, seed: 0 }, 1);
  }
}
