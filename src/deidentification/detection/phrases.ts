import type { Token } from '../passage.js';

/** Phrases of folded words, found in a run of tokens by their first word. */
export class PhraseIndex<T> {
  private readonly byFirst = new Map<string, { words: string[]; value: T }[]>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of entries) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      const list = this.byFirst.get(first) ?? [];
      list.push({ words, value });
      this.byFirst.set(first, list);
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** The longest phrases that start at token `i`: longest first, all that fit. */
  at(tokens: readonly Token[], i: number): { length: number; value: T }[] {
    const list = this.byFirst.get(tokens[i]?.key ?? '');
    if (!list) return [];
    return list
      .filter(({ words }) => words.every((word, k) => tokens[i + k]?.key === word))
      .map(({ words, value }) => ({ length: words.length, value }));
  }
}
