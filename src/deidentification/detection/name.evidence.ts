import type { Lexicon } from '../lexicon.js';
import { joins, type Token } from '../passage.js';
import {
  AFTER_NAMES,
  BEFORE_MONTHS,
  BEFORE_NAMES,
  MONTH_NAMES,
  NOT_NAMES,
  PERSON_VERBS,
  VERBS_LIKE_NAMES,
  WEAKLY_BEFORE_NAMES,
} from '../recognizers/names.js';
import { KIN } from '../recognizers/ordinary.js';
import { bareName, KINSHIP, STAYS } from './name.words.js';

/** Weighs how likely a word is a name that no cue introduces: from lists, letters and neighbours. */
export class NameEvidence {
  constructor(private readonly lexicon: Lexicon) {}

  /** 0..1, as a recognizer's score. */
  score(tokens: readonly Token[], at: number, taken: ReadonlySet<number>, fluent: boolean): number {
    const token = tokens[at] as Token;
    if (isEveryday(token)) return 0;
    if (token.shape === 'number' || token.key.length < 2 || KINSHIP.has(token.key) || STAYS.has(token.key))
      return 0;
    const key = bareName(token.key, this.lexicon);
    if (NOT_NAMES.has(key) || isMonth(tokens, at)) return 0;
    const { given, family } = key === token.key ? token.known : this.lexicon.look(key);
    // Jordan and Chad are countries; as persons they act.
    if (token.known.region) return actsAsPerson(tokens, at, key, given) ? 0.5 : 0;
    const word = token.known.word;
    if (this.owns(tokens, at)) return 0.6;
    const capital = token.shape === 'capital' && (token.cased || word === 0) && !token.opens;
    if (word === 3 && !capital)
      return actsAsPerson(tokens, at, key, given) || this.hasSurname(tokens, at, given) ? 0.5 : 0;
    if (word > 0 && given + family === 0) return 0;
    let score = listScore(given, family, word, key.length);
    const strange = word === 0 && given < 2 && family < 3;
    if (strange && token.key.endsWith('s') && this.isOrdinary(token.key.slice(0, -1))) return 0;
    if (strange && !this.isNameLike(tokens, at, fluent, given)) return 0;
    if (strange && token.foreign) score += 0.35;
    if (capital) score += 0.35;
    else if (token.shape === 'capital' && token.cased && word < 2) score += strange ? 0.2 : 0.1;
    if (this.besideName(tokens, at, taken)) score += 0.25;
    if (given >= 2 && isAddressed(tokens, at)) score += 0.3;
    return score + neighbourScore(tokens, at);
  }

  /** `everyones`, `familys`, `sundays`: the plural or possessive of a word that names nobody. */
  private isOrdinary(stem: string): boolean {
    return this.lexicon.word(stem) >= 1 || KINSHIP.has(stem) || STAYS.has(stem);
  }

  /** A word of no dictionary: no slip of the finger explains it, and it is no longer than names are. */
  private isNameLike(tokens: readonly Token[], at: number, fluent: boolean, given: number): boolean {
    const token = tokens[at] as Token;
    const acts = PERSON_VERBS.has(tokens[at + 1]?.key ?? '') && isSpace(token.gap);
    if (!fluent || token.key.length < (acts ? 3 : 4)) return false;
    if (token.shape === 'capital' || token.foreign || given > 0) return true;
    const listed = token.known.family > 0;
    return (
      token.key.length <= 12 &&
      ((acts && listed) || !(this.lexicon.isTypo(token.key) || this.lexicon.isCompound(token.key)))
    );
  }

  /** `wren larocque`: an everyday word that is a given name, before what is nothing but a surname. */
  private hasSurname(tokens: readonly Token[], at: number, given: number): boolean {
    const next = tokens[at + 1];
    if (given < 2 || !next || !isSpace(tokens[at]?.gap) || next.key.length < 3) return false;
    return next.known.word === 0 && next.known.family > 0 && next.known.given < 2;
  }

  /** `tanners dad`: a given name with a bare s before what belongs to it. */
  private owns(tokens: readonly Token[], at: number): boolean {
    const key = tokens[at]?.key ?? '';
    if (!key.endsWith('s') || !isSpace(tokens[at]?.gap) || !OWNED.has(tokens[at + 1]?.key ?? ''))
      return false;
    const stem = key.slice(0, -1);
    return this.lexicon.given(stem) >= 2 && this.lexicon.word(stem) < 2;
  }

  private besideName(tokens: readonly Token[], at: number, taken: ReadonlySet<number>): boolean {
    const holds = (gap: string | undefined): boolean => gap !== undefined && (joins(gap) || gap === ', ');
    const next = tokens[at + 1];
    const right = next?.key.length === 1 && joins(next.gap) ? at + 2 : at + 1;
    return (
      (holds(tokens[at - 1]?.gap) && this.isSure(tokens, at - 1, taken)) ||
      (holds(tokens[at]?.gap) && this.isSure(tokens, right, taken))
    );
  }

  private isSure(tokens: readonly Token[], i: number, taken: ReadonlySet<number>): boolean {
    const token = tokens[i];
    if (!token || taken.has(i) || token.shape === 'number') return false;
    if (KINSHIP.has(token.key) || STAYS.has(token.key) || token.known.region) return false;
    const word = token.known.word;
    if (token.shape === 'capital' && word === 0 && token.key.length > 2) return true;
    if (word >= 2 && !(token.shape === 'capital' && token.cased && !token.opens)) return false;
    const least = word === 0 && token.key.length > 3 ? 1 : 2;
    return token.known.given >= least || token.known.family >= least;
  }
}

/** Whether nothing below could make a name of a word, as of most: one of every mouth that hardly anyone is called. */
const isEveryday = ({ key, shape, known }: Token): boolean =>
  known.word === 3 && known.given < 2 && !known.region && shape === 'lower' && !key.endsWith('s');

/** Whether most words are known, so that a strange one says something: not so in languages that the lists lack. @param mostStrange share of strange words, of which short texts may have two */
export function isFluent(tokens: readonly Token[], mostStrange = 1 / 3): boolean {
  const words = tokens.filter((token) => token.shape !== 'number');
  const strange = words.filter((token) => token.known.unknown).length;
  return strange <= (words.length + 2) * mostStrange;
}

/** `in may`, `april 3`: a month, not a person. */
function isMonth(tokens: readonly Token[], at: number): boolean {
  if (!MONTH_NAMES.has(tokens[at]?.key ?? '')) return false;
  const before = tokens[at - 1];
  return (
    BEFORE_MONTHS.has(before?.key ?? '') || before?.shape === 'number' || tokens[at + 1]?.shape === 'number'
  );
}

/** An everyday word does what only people do: `jack told me`, but not `i hope said`. */
function actsAsPerson(tokens: readonly Token[], at: number, key: string, given: number): boolean {
  const verb = tokens[at + 1]?.key ?? '';
  if (given < 3 || !isSpace(tokens[at]?.gap)) return false;
  if (verb === 'broke' && tokens[at + 2]?.key === 'up') return true;
  if (/^(?:is|was)$/.test(verb) && tokens[at + 2]?.key === 'my')
    return KINSHIP.has(tokens[at + 3]?.key ?? '') || KINSHIP.has(tokens[at + 4]?.key ?? '');
  if (!PERSON_VERBS.has(verb)) return false;
  return !VERBS_LIKE_NAMES.has(key) || /^(?:said|told|texted|asked|says)$/.test(verb);
}

/** Spoken to by name: `thanks for that, kayla.`, `Kayla, you said…`. */
function isAddressed(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const gap = token.gap;
  if (token.opens) return token.shape === 'capital' && gap.startsWith(',');
  return tokens[at - 1]?.gap === ', ' && (/^\s{0,2}[.!?\n]/.test(gap) || !tokens[at + 1]);
}

const OWNED = new Set([
  ...KIN,
  ...'house place party birthday room car phone insta snap apartment funeral family parents'.split(' '),
]);

function neighbourScore(tokens: readonly Token[], at: number): number {
  let score = 0;
  const before = tokens[at - 1];
  const after = tokens[at + 1]?.key ?? '';
  if (before && BEFORE_NAMES.has(before.key) && !/\n/.test(before.gap))
    score += WEAKLY_BEFORE_NAMES.has(before.key) ? 0.1 : 0.2;
  if (isSpace(tokens[at]?.gap)) score += PERSON_VERBS.has(after) ? 0.25 : AFTER_NAMES.has(after) ? 0.15 : 0;
  return score;
}

const isSpace = (gap: string | undefined): boolean => gap === ' ' || gap === '  ';

/** What the lists alone say of a word, before its letters and neighbours. */
function listScore(given: number, family: number, word: number, length: number): number {
  if (word === 3) return given === 3 ? 0.2 : given === 2 || family === 3 ? 0.1 : -0.35;
  if (word === 2) return given >= 2 ? 0.25 : 0.05;
  if (word === 1) return given === 3 ? 0.55 : given === 2 ? 0.35 : family >= 2 ? 0.2 : 0.1;
  if (given === 3) return length > 2 ? 0.75 : 0.45;
  if (given === 2) return length > 3 ? 0.6 : 0.4;
  if (family === 3) return length > 3 ? 0.6 : 0.4;
  if (given === 1) return length > 3 ? 0.5 : 0.3;
  if (family === 2) return length > 4 ? 0.5 : 0.4;
  if (family === 1) return length > 4 ? 0.5 : 0.3;
  return length > 4 ? 0.35 : 0.15;
}
