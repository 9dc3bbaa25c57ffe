/** Log-odds that fell together, and how many of them people gave the label. */
export interface OddsPoint {
  /** Mean of the log-odds. */
  odds: number;
  /** All of them are at or above it. */
  floor: number;
  positives: number;
  negatives: number;
}

/** Log-odds are told apart to a 64th between -16 and 16. */
const LIMIT = 16;
const BINS_A_UNIT = 64;
const BINS = 2 * LIMIT * BINS_A_UNIT;

/** Log-odds of a label over any number of conversations, in memory that does not grow with them. */
export class OddsHistogram {
  private readonly positives = new Uint32Array(BINS);
  private readonly negatives = new Uint32Array(BINS);
  private readonly sums = new Float64Array(BINS);

  add(odds: number, given: boolean): void {
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor((odds + LIMIT) * BINS_A_UNIT)));
    (given ? this.positives : this.negatives)[bin]!++;
    this.sums[bin]! += Math.max(-LIMIT, Math.min(LIMIT, odds));
  }

  /** What is not empty, lowest first. */
  points(): OddsPoint[] {
    return Array.from(this.sums, (sum, bin): OddsPoint => {
      const [positives, negatives] = [this.positives[bin]!, this.negatives[bin]!];
      const floor = bin === 0 ? -Infinity : bin / BINS_A_UNIT - LIMIT;
      return { odds: sum / (positives + negatives), floor, positives, negatives };
    }).filter(({ positives, negatives }) => positives + negatives > 0);
  }
}
