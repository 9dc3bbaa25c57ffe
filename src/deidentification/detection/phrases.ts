import type { Token } from '../passage.js';

/** A phrase that stands somewhere: how many tokens it has, and what it means. */
interface Found<T> {
  length: number;
  value: T;
}

const NONE: readonly never[] = [];

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
  at(tokens: readonly Token[], i: number): readonly Found<T>[] {
    const list = this.byFirst.get(tokens[i]?.key ?? '');
    if (!list) return NONE;
    const found: Found<T>[] = [];
    for (const { words, value } of list)
      if (fits(words, tokens, i)) found.push({ length: words.length, value });
    return found;
  }
}

function fits(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let k = 0; k < words.length; k += 1) if (tokens[at + k]?.key !== words[k]) return false;
  return true;
}
