interface Stretch {
  start: number;
  end: number;
}

/** Stretches of a text, sorted once, to ask what they cover; each question takes the logarithm of their number. */
export class Stretches {
  private readonly starts: readonly number[];
  /** The furthest end among the first stretches, up to and with each. */
  private readonly reach: readonly number[];

  constructor(stretches: readonly Stretch[]) {
    const sorted = [...stretches].sort((a, b) => a.start - b.start);
    this.starts = sorted.map(({ start }) => start);
    let furthest = -1;
    this.reach = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  /** Whether one of them covers a stretch whole. */
  cover({ start, end }: Stretch): boolean {
    return this.reachFrom(start) >= end;
  }

  /** Whether one of them covers a stretch whole and more. */
  coverMore({ start, end }: Stretch): boolean {
    return this.reachFrom(start) > end || this.reachFrom(start - 1) >= end;
  }

  /** The furthest end of those that start at a place or before it; -1 where there is none. */
  private reachFrom(start: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    return this.reach[low - 1] ?? -1;
  }
}
