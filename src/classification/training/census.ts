import type { Lessons } from './lesson.js';
import { FOLDS, type Part, partOf } from './split.js';

/** Groups too small to stand alone weigh, and are shown, together; so do those who gave no answer. */
const TOGETHER = 0;

/** What is in the lessons: how many, by part and label, and which groups have texters enough. */
export class Census {
  private readonly parts = new Map<Part, { rows: number; positives: Uint32Array }>();
  private readonly texters = new Map<number, Set<number>>();
  private readonly testTexters = new Map<number, Set<number>>();

  private constructor(
    readonly labels: number,
    readonly features: number,
    private readonly minimum: number,
  ) {}

  /**
   * One pass over the lessons.
   * @param minimum how many distinct texters a group needs
   */
  static async of(
    lessons: Lessons,
    size: { labels: number; features: number },
    seed: number,
    minimum: number,
  ): Promise<Census> {
    const census = new Census(size.labels, size.features, minimum);
    for (const part of ['test', ...Array(FOLDS).keys()] as Part[])
      census.parts.set(part, { rows: 0, positives: new Uint32Array(size.labels) });
    for await (const { texter, group, gold } of lessons.pass()) {
      const part = partOf(texter, seed);
      const counts = census.parts.get(part)!;
      counts.rows++;
      gold.forEach((given, label) => (counts.positives[label]! += given));
      census.see(census.texters, group, texter);
      if (part === 'test') census.see(census.testTexters, group, texter);
    }
    return census;
  }

  /** Over the parts that are wanted: rows, and for each label those that have it. */
  among(wanted: (part: Part) => boolean): { rows: number; positives: Uint32Array } {
    const positives = new Uint32Array(this.labels);
    let rows = 0;
    for (const [part, counts] of this.parts) {
      if (!wanted(part)) continue;
      rows += counts.rows;
      counts.positives.forEach((count, label) => (positives[label]! += count));
    }
    return { rows, positives };
  }

  /** Conversations in each fold, and held out. */
  sizes(): { folds: number[]; test: number } {
    const rows = (part: Part) => this.parts.get(part)!.rows;
    return { folds: Array.from({ length: FOLDS }, (_, fold) => rows(fold)), test: rows('test') };
  }

  /** In how many folds a label was given. */
  foldsWith(label: number): number {
    return [...this.parts].filter(([part, { positives }]) => part !== 'test' && positives[label]! > 0).length;
  }

  /** A group by its number, or as one of those that go together. */
  readonly groups = (group: number): number =>
    (this.texters.get(group)?.size ?? 0) >= this.minimum ? group : TOGETHER;

  /**
   * The groups whose figures on the test may be shown, by number: each has texters enough in it, and so have the
   * rest together, or their figures could be told by taking the others' from the whole.
   */
  shown(): number[] {
    const named = [...this.testTexters]
      .filter(([group, { size }]) => group !== TOGETHER && size >= this.minimum)
      .sort(([a, { size: first }], [b, { size: second }]) => second - first || a - b)
      .map(([group]) => group);
    const rest = new Set<number>();
    for (const [group, texters] of this.testTexters)
      if (!named.includes(group)) for (const texter of texters) rest.add(texter);
    while (rest.size > 0 && rest.size < this.minimum && named.length > 0)
      for (const texter of this.testTexters.get(named.pop()!)!) rest.add(texter);
    return named.sort((a, b) => a - b);
  }

  /** Counts distinct texters as far as the minimum: more would not matter. */
  private see(seen: Map<number, Set<number>>, group: number, texter: number): void {
    const texters = seen.get(group) ?? new Set();
    if (texters.size < this.minimum) texters.add(texter);
    seen.set(group, texters);
  }
}
