import type { Lexicon } from '../lexicon.js';
import { MONTH_NAMES } from '../recognizers/names.js';
import type { Passage, Token } from '../passage.js';
import { NEVER_NAMES } from './never.names.js';

/**
 * Features are numbers below this: the hash of what was observed (feature hashing, Weinberger et al. 2009). Some
 * of those that training sees share a number, which costs less than a table of their names would; with fewer
 * numbers, what training never saw would too often count as something that it did.
 */
export const FEATURES = 1 << 20;

/** In place of the tag of the token after, where that is not read yet. */
export const UNREAD = -1;

/** What the lists and the letters say of a token. */
interface Sight {
  /** Hash of the key. */
  id: number;
  /** Ranks of the lists as one number. */
  ranks: number;
  /** A coarse class that context is read together with: see `kindOf`. */
  kind: number;
  shape: number;
  gap: number;
  suffix: number;
  prefix: number;
  length: number;
  plural: number;
  rule: number;
  /** Of a word that no dictionary has: its letters, three by three. */
  letters: readonly number[];
}

const EDGE: Sight = {
  id: 7,
  ranks: 0,
  kind: 9,
  shape: 9,
  gap: 9,
  suffix: 0,
  prefix: 0,
  length: 0,
  plural: 0,
  rule: 0,
  letters: [],
};

const SHAPES = { lower: 0, capital: 1, upper: 3, number: 4 } as const;

/** Classes of `kindOf`. */
const EVERYDAY = 0;
const EVERYDAY_NAME = 4;

/** FNV-1a (Fowler, Noll and Vo), in 32 bits, of a stretch of a text. */
function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** The number of a feature: which template it is, and what was seen of it. */
function feature(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a + 0x7f4a7c15, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(b + 0x165667b1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ Math.imul(c + 0x27d4eb2f, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  return (hash ^ (hash >>> 15)) & (FEATURES - 1);
}

/** Observes the tokens of one passage for the tagger. */
export class PassageFeatures {
  private readonly sights: Sight[];
  private readonly french: number;

  /**
   * @param rules for each token, what the recognizers made of it: 0 for nothing, else an entity's number
   * @param blind whether the lists are to be taken as lacking a token; training hides some, so that words around
   *   a name must carry it too
   */
  constructor(
    private readonly passage: Passage,
    private readonly lexicon: Lexicon,
    rules: readonly number[],
    blind: (token: number) => boolean = () => false,
  ) {
    this.french = isFrench(passage.tokens) ? 1 : 0;
    this.sights = passage.tokens.map((token, i) => this.look(token, rules[i] ?? 0, blind(i)));
  }

  /**
   * Whether nothing can be made of a token: a function word, or one of kin or slang, that is in no list of names or
   * places, in lower case, and beside nothing that is tagged. Any other word may be what someone is called.
   */
  isPlain(at: number): boolean {
    const { kind, shape, rule } = this.sights[at]!;
    return kind === EVERYDAY && shape === 0 && rule === 0 && NEVER_NAMES.has(this.passage.tokens[at]!.key);
  }

  /**
   * How a token is used where it is no name: `everyday` for months, for words of every mouth that no list knows as
   * a name or place (`promise`, `bug`) and for a word that stands alone (a tag), `double` for those of every mouth
   * that one does know (`hope`), else `likely`.
   */
  usage(at: number): 'everyday' | 'double' | 'likely' {
    const { kind } = this.sights[at]!;
    const { tokens } = this.passage;
    const alone = tokens.length === 1 && (this.sights[at]!.ranks & 3) > 0;
    if (kind === EVERYDAY || alone || MONTH_NAMES.has(tokens[at]!.key)) return 'everyday';
    return kind === EVERYDAY_NAME ? 'double' : 'likely';
  }

  /**
   * The features of a token.
   * @param before the tag of the token before
   * @param earlier the tag of the one before that
   * @param after the tag of the token after, or `UNREAD`
   */
  of(at: number, before: number, earlier: number, after: number): number[] {
    const s = this.sights[at]!;
    const [l1, l2] = [this.sights[at - 1] ?? EDGE, this.sights[at - 2] ?? EDGE];
    const [r1, r2] = [this.sights[at + 1] ?? EDGE, this.sights[at + 2] ?? EDGE];
    const gapBefore = l1.gap;
    const { kind, ranks, shape } = s;
    const observed = [
      feature(0, kind, this.french),
      feature(1, ranks, this.french),
      feature(2, ranks, shape),
      feature(3, shape, kind, gapBefore),
      feature(4, s.suffix, ranks & 3),
      feature(5, s.prefix, ranks & 3),
      feature(6, s.length, kind),
      feature(7, s.plural, kind),
      feature(8, s.id),
      feature(9, l1.id, kind),
      feature(10, r1.id, kind),
      feature(11, l1.id, gapBefore),
      feature(12, r1.id, s.gap),
      feature(13, l1.id, l2.id, kind),
      feature(14, r1.id, r2.id, kind),
      feature(15, l1.id, r1.id, kind),
      feature(16, l2.id, kind),
      feature(17, r2.id, kind),
      feature(18, l1.kind, r1.kind, kind),
      feature(19, l1.ranks, kind),
      feature(20, r1.ranks, kind),
      feature(21, gapBefore, s.gap, kind),
      feature(22, before, kind, ranks),
      feature(23, before, s.id),
      feature(24, before, l1.id, kind),
      feature(25, before, earlier, kind),
      feature(26, s.rule, kind),
      feature(27, r1.rule, kind, before),
      feature(28, l1.shape, r1.shape, shape * 16 + kind),
      feature(29, s.id, r1.id),
      feature(30, s.id, l1.id),
      feature(31, before, gapBefore, kind),
      feature(32, r1.suffix, kind),
      feature(33, l1.suffix, kind),
      feature(34, l1.suffix, r1.suffix, kind),
    ];
    if (after !== UNREAD)
      observed.push(
        feature(37, after, kind),
        feature(38, after, s.id),
        feature(39, after, before, kind),
        feature(40, after, r1.id, kind),
        feature(41, after, s.gap, kind),
        feature(42, after, l1.id, kind),
      );
    for (const letters of s.letters) observed.push(letters);
    return observed;
  }

  private look(token: Token, rule: number, blind: boolean): Sight {
    const { key, known } = token;
    const { word, region } = known;
    const given = blind ? 0 : known.given;
    const family = blind ? 0 : known.family;
    const place = blind ? 0 : known.place;
    const stem = key.length > 3 && key.endsWith('s') ? key.slice(0, -1) : '';
    const stemKnown = stem ? this.lexicon.look(stem) : undefined;
    const stemGiven = blind ? 0 : (stemKnown?.given ?? 0);
    const shape = SHAPES[token.shape] + (token.shape === 'capital' && token.opens ? 1 : 0);
    return {
      id: hashOf(token.shape === 'number' ? key.replace(/\d/g, '0') : key),
      ranks:
        word | (given << 2) | (family << 4) | (place << 6) | (region ? 256 : 0) | (token.cased ? 512 : 0),
      kind: kindOf(token, word, Math.max(given, stemGiven), family, place, region),
      shape,
      gap: gapOf(token.gap),
      suffix: hashOf(key, Math.max(0, key.length - 3)),
      prefix: hashOf(key, 0, Math.min(3, key.length)),
      length: Math.min(key.length, 12),
      plural: stemKnown ? 1 + stemGiven + 4 * stemKnown.word : 0,
      rule,
      letters: word > 0 || token.shape === 'number' ? [] : lettersOf(key),
    };
  }
}

/** 0 everyday, 1 known word, 2 rare word, 3 unknown; 4 to 7 the same for words that are given names, 8 for others' names. */
function kindOf(
  token: Token,
  word: number,
  given: number,
  family: number,
  place: number,
  region: boolean,
): number {
  if (token.shape === 'number') return 10;
  if (region) return 11;
  const rank = 3 - word;
  if (given >= 2) return EVERYDAY_NAME + rank;
  if (place >= 2) return 12 + rank;
  if (given + family + place > 0 && word < 2) return 8;
  return rank;
}

/** A word's letters three by three, its ends marked; of long ones the first twelve. */
function lettersOf(key: string): number[] {
  const marked = `^${key.slice(0, 12)}$`;
  return Array.from({ length: Math.max(0, marked.length - 2) }, (_, i) =>
    feature(36, hashOf(marked, i, i + 3)),
  );
}

function gapOf(gap: string): number {
  if (gap === ' ') return 0;
  if (gap === '') return 1;
  if (gap.includes('\n')) return 2;
  if (/^[-‐'’.]$/.test(gap)) return 3;
  if (/^, ?$/.test(gap)) return 4;
  if (/[.!?]/.test(gap)) return 5;
  if (/\p{So}/u.test(gap)) return 6;
  return 7;
}

/** Whether more of the words are known as French than as English. */
function isFrench(tokens: readonly Token[]): boolean {
  let balance = 0;
  for (const { known } of tokens) balance += known.frenchOnly ? 1 : known.word >= 2 ? -1 : 0;
  return balance > 0;
}
