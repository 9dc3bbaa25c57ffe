import type { Lexicon } from '../lexicon.js';
import { joins, type Token } from '../passage.js';
import {
  AFTER_NAMES,
  CLOSERS,
  NOT_NAMES,
  PARTICLES,
  PERSON_VERBS,
  VERBS_LIKE_NAMES,
} from '../recognizers/names.js';
import { KIN, PROPER } from '../recognizers/ordinary.js';

/** Words for kin and for people in general, which name nobody. */
export const KINSHIP: ReadonlySet<string> = new Set(KIN);
/** Days, peoples, faiths, brands: capitals that name nobody. */
export const STAYS: ReadonlySet<string> = new Set(PROPER);

const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };

/** A name without the s of a possessive or plural, and with letters for the digits in it: `tylers`, `k4yla`. */
export function bareName(key: string, lexicon: Lexicon): string {
  if (/^[a-z][a-z0-9]*[0-9][a-z0-9]*[a-z]$/.test(key)) {
    const letters = key.replace(/[013457]/g, (digit) => LEET[digit] ?? digit);
    if (lexicon.given(letters) >= 2) return letters;
  }
  if (key.endsWith('s') && key.length > 4 && lexicon.word(key) === 0 && lexicon.given(key) < 2) {
    const stem = key.slice(0, -1);
    if (lexicon.given(stem) >= 2 && lexicon.word(stem) < 2) return stem;
  }
  return key;
}

/** Whether what comes after a word lets it stand as a whole answer: the end, a stop, an age, `and`, `from`. */
export function closes(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!next || /[\n.,!?;:)&/\p{So}]/u.test(tokens[at]?.gap ?? '')) return true;
  return next.shape === 'number' || CLOSERS.has(next.key);
}

/** How far a name reaches: over surnames, particles, initials, letters that stand apart. */
export class NameReach {
  constructor(private readonly lexicon: Lexicon) {}

  /**
   * The last token of the name that starts at `at`.
   * @param cued whether words introduced the name, so that an ordinary word may be its surname
   */
  extend(tokens: readonly Token[], at: number, taken: ReadonlySet<number>, cued: boolean): number {
    let end = at;
    for (let i = at + 1; i < tokens.length && i <= at + 4; i += 1) {
      const token = tokens[i] as Token;
      const before = tokens[i - 1] as Token;
      if (!joins(before.gap) || taken.has(i) || (before.gap === '. ' && before.key.length > 2)) break;
      if (before.gap === '-' && before.shape === 'capital' && token.shape === 'capital') {
        end = i;
        continue;
      }
      if (KINSHIP.has(token.key) && token.shape !== 'capital') break;
      if (PARTICLES.has(token.key) && joins(token.gap) && this.couldBeSurname(tokens, i + 1, cued)) continue;
      if (token.key.length === 1 && this.isMiddleInitial(tokens, i, cued)) continue;
      if (token.key.length === 1 && token.shape === 'capital' && token.key !== 'i' && closes(tokens, i)) {
        end = i;
        break;
      }
      if (!this.couldBeSurname(tokens, i, cued)) break;
      end = i;
    }
    return end;
  }

  /** A capital or one with a stop; else only before a word that is nothing but a surname. */
  private isMiddleInitial(tokens: readonly Token[], i: number, cued: boolean): boolean {
    const token = tokens[i] as Token;
    if (!joins(token.gap) || !this.couldBeSurname(tokens, i + 1, cued)) return false;
    if (token.shape !== 'lower' || token.gap === '. ') return true;
    return this.lexicon.word(tokens[i + 1]?.key ?? '') === 0 && !/^[ainuwrykdxcb]$/.test(token.key);
  }

  private couldBeSurname(tokens: readonly Token[], i: number, cued: boolean): boolean {
    const token = tokens[i];
    if (!token || token.shape === 'number' || token.key.length < 2 || NOT_NAMES.has(token.key)) return false;
    const key = bareName(token.key, this.lexicon);
    const word = token.known.word;
    const { family, given } = key === token.key ? token.known : this.lexicon.look(key);
    if (token.shape === 'capital' && (token.cased || word === 0)) return !STAYS.has(token.key) || family >= 2;
    if (AFTER_NAMES.has(key) || PERSON_VERBS.has(key) || STAYS.has(key)) return false;
    if (word === 0)
      return family + given > 0 || token.foreign || (key.length > 4 && !this.lexicon.isTypo(key));
    if (word === 1) return family >= 2 || given >= 2;
    return family === 3 && !VERBS_LIKE_NAMES.has(key) && (cued || closes(tokens, i));
  }

  /** The last of initials after a cue: `j`, `J.T.`, `k m`; -1 where there are none. */
  initials(tokens: readonly Token[], at: number): number {
    let end = -1;
    for (let i = at; i < at + 3 && /^[a-z]$/.test(tokens[i]?.key ?? ''); i += 1) {
      if (end >= 0 && !/^(?:\.\s?|\s)?$/.test(tokens[i - 1]?.gap ?? '')) break;
      end = i;
    }
    return end >= 0 && closes(tokens, end) ? end : -1;
  }

  /** The last letter of a name whose letters stand apart, `k a y l a`; -1 where there is none. */
  spelled(tokens: readonly Token[], at: number): number {
    let word = '';
    let end = -1;
    for (let i = at; i < at + 12 && /^[a-z]$/.test(tokens[i]?.key ?? ''); i += 1) {
      word += tokens[i]?.key ?? '';
      end = i;
      if (!/^(?:[ .-]|, )$/.test(tokens[i]?.gap ?? '')) break;
    }
    return word.length >= 3 && this.lexicon.given(word) >= 2 && this.lexicon.word(word) < 3 ? end : -1;
  }
}
