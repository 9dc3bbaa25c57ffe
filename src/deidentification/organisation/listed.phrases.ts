import { joins, type Passage, readPassage, type Token } from '../passage.js';

/** Where a listed phrase stands in a passage: UTF-16 offsets, end exclusive. */
export interface Listed<T> {
  start: number;
  end: number;
  value: T;
}

interface Entry<T> {
  words: readonly string[];
  /** What stands after each word but the last. */
  gaps: readonly string[];
  value: T;
}

/** Scripts that put no spaces between words, so that a name has to be looked for among the letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** The s of a possessive, which a token leaves outside. */
export const POSSESSIVE = /^['’ʼ]s(?![\p{L}\p{N}])/iu;

/**
 * Words and phrases that someone has listed, found in any case and with or without accents, also with the s of a
 * possessive or a plural.
 */
export class ListedPhrases<T> {
  private readonly byFirst = new Map<string, Entry<T>[]>();
  private readonly unspaced = new Map<string, T>();
  private readonly letters: RegExp | undefined;

  /**
   * @param gap the form in which what stands between two words is compared
   */
  constructor(
    entries: Iterable<readonly [phrase: string, value: T]>,
    private readonly gap: (gap: string) => string,
  ) {
    for (const [phrase, value] of entries) this.add(phrase.normalize('NFC'), value);
    for (const list of this.byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
    const longestFirst = [...this.unspaced.keys()].sort((a, b) => b.length - a.length);
    if (longestFirst.length > 0) this.letters = new RegExp(longestFirst.map(escaped).join('|'), 'gu');
  }

  /** All phrases in a passage, the longest at each place. */
  find(passage: Passage): Listed<T>[] {
    const found = this.letters ? this.amongLetters(passage.text, this.letters) : [];
    if (this.byFirst.size === 0) return found;
    const { tokens } = passage;
    for (let i = 0; i < tokens.length; i += 1) {
      const entry = this.at(tokens, i);
      if (!entry) continue;
      const last = i + entry.words.length - 1;
      found.push({ start: tokens[i]!.start, end: tokens[last]!.end, value: entry.value });
      i = last;
    }
    return found;
  }

  private add(phrase: string, value: T): void {
    if (UNSPACED.test(phrase)) {
      this.unspaced.set(phrase, value);
      return;
    }
    const { tokens } = readPassage([{ message: 0, text: phrase }]);
    const words = tokens.map(({ key }) => key);
    const first = words[0] ?? '';
    const gaps = tokens.slice(0, -1).map((token) => this.gap(token.gap));
    this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { words, gaps, value }]);
  }

  private at(tokens: readonly Token[], i: number): Entry<T> | undefined {
    for (const form of formsOf(tokens[i]!)) {
      const entry = this.byFirst.get(form)?.find(({ words, gaps }) =>
        words.every((word, k) => {
          const token = tokens[i + k];
          return (
            token &&
            formsOf(token).includes(word) &&
            (k === 0 || this.gap(tokens[i + k - 1]!.gap) === gaps[k - 1])
          );
        }),
      );
      if (entry) return entry;
    }
    return undefined;
  }

  private amongLetters(text: string, letters: RegExp): Listed<T>[] {
    return [...text.matchAll(letters)].flatMap(({ index, 0: match }) => {
      const value = this.unspaced.get(match);
      return value === undefined ? [] : [{ start: index, end: index + match.length, value }];
    });
  }
}

/** The words that a token may be a form of: `tylers` of tyler, `mary's` of mary and, for a name that is written so, of marys. */
function formsOf({ key, gap }: Token): string[] {
  if (POSSESSIVE.test(gap)) return [key, `${key}s`];
  return key.length > 2 && key.endsWith('s') ? [key, key.slice(0, -1)] : [key];
}

/** Between the words of a name: spaces, a line's end, hyphens, points; as people write it. */
export const looseGap = (gap: string): string => {
  const bare = gap.replace(POSSESSIVE, '');
  return /^[\s._'’‐-]{1,4}$/u.test(bare) ? ' ' : bare;
};

/** Between the words of what is allowed: one space is as good as another, and nothing else. */
export const strictGap = (gap: string): string => {
  const bare = gap.replace(POSSESSIVE, '');
  return joins(bare) ? ' ' : bare;
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
