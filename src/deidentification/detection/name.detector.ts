import type { CueRecognizer } from '../deidentification.types.js';
import { type Lexicon } from '../lexicon.js';
import { joins, type Passage, type Token } from '../passage.js';
import {
  AFTER_NAMES,
  BEFORE_MONTHS,
  BEFORE_NAMES,
  MONTH_NAMES,
  NAME_CUES,
  NOT_NAMES,
  PERSON_VERBS,
  VERBS_LIKE_NAMES,
} from '../recognizers/names.js';
import { KIN, PROPER } from '../recognizers/ordinary.js';
import type { Candidate } from './candidate.js';
import { PhraseIndex } from './phrases.js';

const KINSHIP = new Set(KIN);
const STAYS = new Set(PROPER);
const PARTICLES = new Set(
  'de da do dos del della di du van von der den el al bin ben ibn abu st la le mc mac o d l'.split(' '),
);
const CUES = new PhraseIndex(NAME_CUES.flatMap((cue) => cue.cues.map((phrase) => [phrase, cue] as const)));

/** Finds people's names: after the words that introduce them, and by the lists, letters and words around. */
export class NameDetector {
  constructor(private readonly lexicon: Lexicon) {}

  /**
   * @param kept indexes of tokens that stay
   * @param asked whether the passage answers a question for a name
   */
  find(passage: Passage, kept: ReadonlySet<number>, asked: boolean): Candidate[] {
    const found: Candidate[] = [];
    const taken = new Set<number>(kept);
    const { tokens } = passage;
    const add = (from: number, to: number, rest: Omit<Candidate, 'start' | 'end' | 'entity'>): void => {
      for (let i = from; i <= to; i += 1) taken.add(i);
      found.push({
        ...rest,
        start: (tokens[from] as Token).start,
        end: (tokens[to] as Token).end,
        entity: 'NAME',
      });
    };
    if (asked) {
      const end = this.answer(tokens, taken);
      if (end >= 0) add(0, end, ANSWER);
    }
    for (let i = 0; i < tokens.length; i += 1) {
      for (const { length, value: cue } of CUES.at(tokens, i)) {
        const at = i + length;
        const end = this.afterCue(tokens, at, cue, taken, i);
        if (end < at) continue;
        const { name, score, reason, title } = cue;
        add(at, end, { recognizer: name, score, reason, ...(title ? { title } : {}) });
        break;
      }
    }
    for (let i = 0; i < tokens.length; i += 1) {
      if (taken.has(i)) continue;
      const score = this.scoreAlone(tokens, i, taken);
      if (score < 0.5) continue;
      const end = this.extend(tokens, i, taken, false);
      add(i, end, { recognizer: 'name-list', score: Math.min(0.9, score), reason: LIST_REASON });
      i = end;
    }
    return found;
  }

  /** The end of a name at `at`, after a cue; -1 where there is none. */
  private afterCue(
    tokens: readonly Token[],
    at: number,
    cue: CueRecognizer,
    taken: ReadonlySet<number>,
    from: number,
  ): number {
    const token = tokens[at];
    if (!token || taken.has(at) || !this.follows(tokens[at - 1] as Token)) return -1;
    const initial = this.initials(tokens, at);
    if (initial >= 0 && cue.take === 'almost-any' && !/^[iauy]$/.test(token.key)) return initial;
    const spelled = this.spelled(tokens, at);
    if (spelled >= 0) return spelled;
    if (
      token.shape === 'number' ||
      token.key.length < 2 ||
      KINSHIP.has(token.key) ||
      NOT_NAMES.has(token.key)
    )
      return -1;
    if (!this.fits(tokens, at, cue, from)) return -1;
    return this.extend(tokens, at, taken, true);
  }

  private fits(tokens: readonly Token[], at: number, cue: CueRecognizer, from: number): boolean {
    const token = tokens[at] as Token;
    const key = this.bare(token.key);
    const given = this.lexicon.given(key);
    const word = this.lexicon.word(token.key);
    const name = given > 0 || this.lexicon.family(key) > 0;
    const capital = token.shape === 'capital' && !token.opens && token.cased;
    if (cue.take === 'almost-any') {
      if (cue.title) return word < 3 || capital || this.lexicon.family(key) >= 2;
      return word < 3 || capital || given >= 1 || !/^name$/.test(tokens[from]?.key ?? '');
    }
    if (STAYS.has(token.key) && !capital) return false;
    if (capital && (name || word === 0) && !STAYS.has(token.key)) return true;
    if (word === 0 && given >= 1) return true;
    if (word === 1 && given >= 2) return true;
    const closes = this.closes(tokens, at);
    if (cue.take === 'known') return word === 0 ? this.lexicon.family(key) >= 2 : given === 3 && word < 3;
    if (cue.name === 'name-relation') {
      if (VERBS_LIKE_NAMES.has(key)) return false;
      if (word >= 2) return given === 3 && (closes || PERSON_VERBS.has(tokens[at + 1]?.key ?? ''));
      return (
        word === 0 &&
        key.length > 2 &&
        (this.lexicon.family(key) >= 1 || (closes && !this.lexicon.isTypo(key)))
      );
    }
    if (word >= 2) return given === 3 && closes && this.greets(tokens, from);
    return word === 0 && key.length > 2 && closes && !this.lexicon.isTypo(key);
  }

  /** Whether what comes after a word lets it stand as a whole answer: the end, a stop, an age, `and`, `from`. */
  private closes(tokens: readonly Token[], at: number): boolean {
    const next = tokens[at + 1];
    if (!next || /[\n.,!?;:)&/\p{So}]/u.test((tokens[at] as Token).gap)) return true;
    return next.shape === 'number' || CLOSERS.has(next.key);
  }

  /** Whether the cue opens its message or follows a greeting: `hi im rose`. */
  private greets(tokens: readonly Token[], from: number): boolean {
    return (tokens[from] as Token).opens || GREETINGS.has(tokens[from - 1]?.key ?? '');
  }

  /** How likely the token alone is a name, from lists, letters and neighbours. */
  private scoreAlone(tokens: readonly Token[], at: number, taken: ReadonlySet<number>): number {
    const token = tokens[at] as Token;
    if (token.shape === 'number') return 0;
    const spelled = this.spelled(tokens, at);
    if (spelled >= at + 3) return 0.6;
    if (token.key.length < 2 || KINSHIP.has(token.key) || STAYS.has(token.key)) return 0;
    const key = this.bare(token.key);
    const given = this.lexicon.given(key);
    const family = this.lexicon.family(key);
    const word = this.lexicon.word(token.key);
    if (this.lexicon.isRegion(token.key)) return 0;
    const capital = token.shape === 'capital' && token.cased && !token.opens;
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    if (
      MONTH_NAMES.has(key) &&
      (BEFORE_MONTHS.has(before?.key ?? '') || after?.shape === 'number' || before?.shape === 'number')
    )
      return 0;
    let score = listScore(given, family, word, key.length);
    if (word === 3 && !capital) {
      if (given < 2 || !after || !PERSON_VERBS.has(after.key)) return 0;
      return VERBS_LIKE_NAMES.has(key) && !/^(?:said|told|texted|asked|says)$/.test(after.key) ? 0 : 0.5;
    }
    if (capital) score += word === 3 && given === 0 ? 0 : 0.35;
    else if (token.shape === 'capital' && token.cased && word < 2) score += 0.1;
    if (before && BEFORE_NAMES.has(before.key) && !/\n/.test(before.gap)) score += 0.2;
    if (after && joinsWords(token.gap)) {
      if (PERSON_VERBS.has(after.key)) score += 0.25;
      else if (AFTER_NAMES.has(after.key)) score += 0.1;
    }
    if (this.besideName(tokens, at, taken)) score += 0.25;
    return word > 0 || given + family > 0 || capital
      ? score
      : Math.min(score, this.unknownScore(tokens, at, score));
  }

  /** A word of no list: only beside a sure name, and only where no slip of the finger explains it. */
  private unknownScore(tokens: readonly Token[], at: number, score: number): number {
    const key = (tokens[at] as Token).key;
    return key.length >= 4 && score >= 0.25 && !this.lexicon.isTypo(key) ? score : 0;
  }

  private besideName(tokens: readonly Token[], at: number, taken: ReadonlySet<number>): boolean {
    const sure = (i: number): boolean => {
      const token = tokens[i];
      if (
        !token ||
        token.shape === 'number' ||
        KINSHIP.has(token.key) ||
        STAYS.has(token.key) ||
        taken.has(i)
      )
        return false;
      const word = this.lexicon.word(token.key);
      if (word >= 2 && !(token.shape === 'capital' && token.cased && !token.opens)) return false;
      return this.lexicon.given(token.key) >= 2 || this.lexicon.family(token.key) >= 2;
    };
    const before = tokens[at - 1];
    return (
      (before !== undefined && joins(before.gap) && sure(at - 1)) ||
      (joins((tokens[at] as Token).gap) && sure(at + 1))
    );
  }

  /** Extends a name to the right over surnames, particles and initials. */
  private extend(tokens: readonly Token[], at: number, taken: ReadonlySet<number>, cued: boolean): number {
    let end = at;
    for (let i = at + 1; i < tokens.length && i <= at + 4; i += 1) {
      const previous = tokens[i - 1] as Token;
      const token = tokens[i] as Token;
      if (!joins(previous.gap) || taken.has(i) || KINSHIP.has(token.key)) break;
      if (PARTICLES.has(token.key) && this.couldBeSurname(tokens, i + 1, cued) && joins(token.gap)) continue;
      if (/^[a-z]$/.test(token.key) && token.shape !== 'lower' && this.couldBeSurname(tokens, i + 1, cued))
        continue;
      if (token.shape === 'upper' && token.key.length === 1 && this.endsName(tokens, i)) {
        end = i;
        break;
      }
      if (!this.couldBeSurname(tokens, i, cued)) break;
      end = i;
    }
    return end;
  }

  private endsName(tokens: readonly Token[], i: number): boolean {
    return (tokens[i] as Token).key !== 'i' && (!tokens[i + 1] || !joins((tokens[i] as Token).gap));
  }

  private couldBeSurname(tokens: readonly Token[], i: number, cued: boolean): boolean {
    const token = tokens[i];
    if (!token || token.shape === 'number' || token.key.length < 2 || NOT_NAMES.has(token.key)) return false;
    const key = this.bare(token.key);
    const word = this.lexicon.word(token.key);
    const family = this.lexicon.family(key);
    const given = this.lexicon.given(key);
    if (token.shape === 'capital' && token.cased) return word < 3 || family >= 2 || given >= 2;
    if (AFTER_NAMES.has(key) || PERSON_VERBS.has(key) || STAYS.has(key)) return false;
    if (word === 0) return family > 0 || given > 0 || (key.length > 4 && !this.lexicon.isTypo(key));
    if (word === 1) return family >= 2 || given >= 2;
    return family === 3 && !VERBS_LIKE_NAMES.has(key) && (cued || this.closes(tokens, i));
  }

  /** An answer to a question for a name: short, and its first words are no ordinary ones. */
  private answer(tokens: readonly Token[], taken: ReadonlySet<number>): number {
    const first = tokens[0];
    if (!first || taken.has(0) || first.shape === 'number' || first.key.length < 2) return -1;
    if (NOT_NAMES.has(first.key) || KINSHIP.has(first.key)) return -1;
    const word = this.lexicon.word(first.key);
    const given = this.lexicon.given(first.key);
    const alone = tokens.length === 1 || /\n/.test(first.gap);
    const sure = word === 0 ? given > 0 || this.closes(tokens, 0) : given === 3 && (word < 3 || alone);
    return sure ? this.extend(tokens, 0, taken, true) : -1;
  }

  /** The end of initials after a cue: `j`, `J.T.`, `k m`. */
  private initials(tokens: readonly Token[], at: number): number {
    let end = -1;
    for (let i = at; i < at + 3 && /^[a-z]$/.test(tokens[i]?.key ?? ''); i += 1) {
      if (end >= 0 && !/^(?:\.\s?|\s)?$/.test((tokens[i - 1] as Token).gap)) break;
      end = i;
    }
    return end >= 0 && this.closes(tokens, end) ? end : -1;
  }

  /** The end of a name whose letters stand apart: `k a y l a`, `k-a-y-l-a`. */
  private spelled(tokens: readonly Token[], at: number): number {
    let word = '';
    let end = -1;
    for (let i = at; i < at + 12 && /^[a-z]$/.test(tokens[i]?.key ?? ''); i += 1) {
      word += (tokens[i] as Token).key;
      end = i;
      if (!/^(?:[ .-]|, )$/.test((tokens[i] as Token).gap)) break;
    }
    return word.length >= 3 && this.lexicon.given(word) >= 2 && this.lexicon.word(word) < 3 ? end : -1;
  }

  /** A name without the s of a possessive or plural, and with letters for the digits in it: `tylers`, `k4yla`. */
  private bare(key: string): string {
    return bareName(key, this.lexicon);
  }

  private follows(cueEnd: Token): boolean {
    return /^[\s:=,'’"“*~-]{0,4}$/.test(cueEnd.gap);
  }
}

/** See `NameDetector.bare`. */
export function bareName(key: string, lexicon: Lexicon): string {
  const letters = /^[a-z].*\d.*[a-z]$/.test(key)
    ? key.replace(/[013457]/g, (digit) => LEET[digit] ?? digit)
    : key;
  if (letters !== key && lexicon.given(letters) >= 2) return letters;
  if (key.endsWith('s') && key.length > 4 && lexicon.word(key) === 0 && lexicon.given(key) < 2) {
    const stem = key.slice(0, -1);
    if (lexicon.given(stem) >= 2 && lexicon.word(stem) < 2) return stem;
  }
  return key;
}

const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
const LIST_REASON = 'in the lists of names, or spelt like a name, among words that go with names';
const ANSWER = { recognizer: 'name-answer', score: 0.9, reason: 'answers a question for a name' };
const CLOSERS = new Set(
  'and n from here btw by im i my but age aged yo btw et de jai ans je j lol haha hi hey nice ok thanks thx she he they who is et'.split(
    ' ',
  ),
);
const GREETINGS = new Set(
  'hi hii hiii hey heyy hello heya yo hiya salut allo bonjour coucou sup k ok oh so'.split(' '),
);

const joinsWords = (gap: string): boolean => /^[ \t]{1,2}$/.test(gap);

/** What the lists alone say of a word, before its neighbours. */
function listScore(given: number, family: number, word: number, length: number): number {
  if (word === 3) return given >= 2 ? 0.2 : 0;
  if (word === 2) return given >= 2 ? 0.25 : 0.05;
  if (word === 1) return given === 3 ? 0.55 : given === 2 ? 0.3 : family >= 2 ? 0.2 : 0.1;
  if (given === 3) return length > 2 ? 0.75 : 0.45;
  if (given === 2) return length > 3 ? 0.6 : 0.4;
  if (family === 3) return length > 3 ? 0.6 : 0.4;
  if (given === 1 || family >= 1) return length > 3 ? 0.35 : 0.2;
  return 0.15;
}
