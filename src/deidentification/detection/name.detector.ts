import { FUNCTION_WORDS } from '../../conversations/language.words.js';
import type { CueRecognizer } from '../deidentification.types.js';
import type { Lexicon } from '../lexicon.js';
import type { Passage, Token } from '../passage.js';
import {
  GREETINGS,
  NAME_CUES,
  NOT_NAMES,
  PARTICLES,
  PERSON_VERBS,
  VERBS_LIKE_NAMES,
} from '../recognizers/names.js';
import { SLANG } from '../recognizers/ordinary.js';
import type { Candidate } from './candidate.js';
import { isFluent, NameEvidence } from './name.evidence.js';
import { bareName, closes, KINSHIP, NameReach, STAYS } from './name.words.js';
import { PhraseIndex } from './phrases.js';

const CUES = new PhraseIndex(NAME_CUES.flatMap((cue) => cue.cues.map((phrase) => [phrase, cue] as const)));
/** Interjections and spellings of chat: never a name. */
const CHAT = new Set(SLANG);
const COLOURS = new Set(['black', 'white', 'brown']);
const LIST_REASON = 'in the lists of names, or spelt like a name, among words that go with names';
const ANSWER = { recognizer: 'name-answer', score: 0.9, reason: 'answers a question for a name' };

/** Finds people's names: after the words that introduce them, and by the lists, letters and words around. */
export class NameDetector {
  private readonly reach: NameReach;
  private readonly evidence: NameEvidence;

  constructor(private readonly lexicon: Lexicon) {
    this.reach = new NameReach(lexicon);
    this.evidence = new NameEvidence(lexicon);
  }

  /**
   * @param kept indexes of tokens that stay
   * @param asked whether the passage answers a question for a name
   */
  find({ tokens }: Passage, kept: ReadonlySet<number>, asked: boolean): Candidate[] {
    const found: Candidate[] = [];
    const taken = new Set<number>(kept);
    const add = (from: number, to: number, rest: Omit<Candidate, 'start' | 'end' | 'entity'>): void => {
      for (let i = from; i <= to; i += 1) taken.add(i);
      const [first, last] = [tokens[from] as Token, tokens[to] as Token];
      found.push({ ...rest, start: first.start, end: last.end, entity: 'NAME' });
    };
    const answer = asked ? this.answer(tokens, taken) : -1;
    if (answer >= 0) add(0, answer, ANSWER);
    for (let i = 0; i < tokens.length; i += 1) {
      for (const { length, value: cue } of CUES.at(tokens, i)) {
        const end = this.afterCue(tokens, i, i + length, cue, taken);
        if (end < 0) continue;
        const { name, score, reason, title } = cue;
        add(i + length, end, { recognizer: name, score, reason, ...(title ? { title } : {}) });
        break;
      }
    }
    const fluent = isFluent(tokens);
    const french = tokens.some(({ key }) => key === 'ben') && isFrench(tokens);
    for (let i = 0; i < tokens.length; i += 1) {
      if (taken.has(i) || (french && tokens[i]?.key === 'ben')) continue;
      const spelled = this.reach.spelled(tokens, i);
      const score = spelled >= i + 3 ? 0.6 : this.evidence.score(tokens, i, taken, fluent);
      if (score < 0.5) continue;
      const end = spelled >= i + 3 ? spelled : this.reach.extend(tokens, i, taken, false);
      add(i, end, { recognizer: 'name-list', score: Math.min(0.9, score), reason: LIST_REASON });
      i = end;
    }
    return found;
  }

  /** The last token of the name that follows a cue, or -1. */
  private afterCue(
    tokens: readonly Token[],
    from: number,
    at: number,
    cue: CueRecognizer,
    taken: ReadonlySet<number>,
  ): number {
    const token = tokens[at];
    if (!token || taken.has(at) || !GAPS[cue.title ? 'title' : cue.take].test(tokens[at - 1]?.gap ?? ''))
      return -1;
    const initials = this.reach.initials(tokens, at);
    if (initials >= 0 && cue.take === 'almost-any' && !/^[iauy]$/.test(token.key)) return initials;
    if (cue.title && /^[b-hj-z]$/.test(token.key)) return at;
    const spelled = this.reach.spelled(tokens, at);
    if (spelled >= 0) return spelled;
    if (token.shape === 'number' || token.key.length < 2 || KINSHIP.has(token.key)) return -1;
    if (NOT_NAMES.has(token.key) && !(cue.title && COLOURS.has(token.key))) return -1;
    // `dr el-masri`: the particle is part of the name.
    if (cue.title && PARTICLES.has(token.key) && token.gap === '-' && tokens[at + 1])
      return this.reach.extend(tokens, at + 1, taken, true);
    return this.fits(tokens, from, at, cue) ? this.reach.extend(tokens, at, taken, true) : -1;
  }

  /** Whether the word at `at` may be the name that a cue from `from` on announces. */
  private fits(tokens: readonly Token[], from: number, at: number, cue: CueRecognizer): boolean {
    const token = tokens[at] as Token;
    const key = bareName(token.key, this.lexicon);
    const given = this.lexicon.given(key);
    const family = this.lexicon.family(key);
    const word = token.known.word;
    const capital = token.shape === 'capital' && !token.opens && token.cased;
    const last = closes(tokens, at);
    if (cue.take === 'almost-any') {
      if (cue.title) return word < 3 || capital || family >= 2;
      if (word < 2 || capital || given >= 1) return true;
      return last && !/^(?:name|named|nomme)$/.test(tokens[from]?.key ?? '');
    }
    if (STAYS.has(token.key) || token.known.region) return false;
    if (word >= 2 && CHAT.has(token.key)) return false;
    if (capital && (given + family > 0 || word === 0)) return true;
    if (word === 0 && (given >= 1 || token.foreign)) return true;
    if (word === 1 && given >= 2) return true;
    if (cue.title && family === 3 && !ACTS.has(key) && !VERBS_LIKE_NAMES.has(key)) return true;
    if (cue.take === 'known') return word < 2 ? family >= 2 : given === 3 && word < 3;
    if (cue.name === 'name-care')
      return word === 0 && key.length > 3 && AROUND_CARE.has(tokens[at + 1]?.key ?? '');
    const strange = word === 0 && key.length > 2 && last && !this.lexicon.isTypo(key);
    if (cue.name === 'name-relation') {
      if (VERBS_LIKE_NAMES.has(key)) return false;
      if (word >= 2) return given === 3 && !ACTS.has(key);
      return strange || (word === 0 && key.length > 3 && family >= 1);
    }
    return strange || (word >= 2 && given >= 2 && last && this.greets(tokens, from));
  }

  /** Whether the cue opens its message or follows a greeting: `hi im rose`. */
  private greets(tokens: readonly Token[], from: number): boolean {
    return tokens[from]?.opens === true || GREETINGS.has(tokens[from - 1]?.key ?? '');
  }

  /** The last token of an answer to a question for a name; -1 where the answer is made of ordinary words. */
  private answer(tokens: readonly Token[], taken: ReadonlySet<number>): number {
    const first = tokens[0];
    if (!first || taken.has(0) || first.shape === 'number' || first.key.length < 2) return -1;
    if (NOT_NAMES.has(first.key) || KINSHIP.has(first.key) || CHAT.has(first.key)) return -1;
    const word = first.known.word;
    const given = first.known.given;
    const alone = tokens.length === 1 || /\n/.test(first.gap);
    const end = this.reach.extend(tokens, 0, taken, true);
    if (word === 0) return given > 0 || closes(tokens, 0) ? end : -1;
    const sure = word < 3 ? given === 3 || (alone && given > 0) : given >= 2 && alone;
    return sure || (given >= 2 && end > 0) ? end : -1;
  }
}

/** Whether function words say French: `ben` is an interjection there. */
function isFrench(tokens: readonly Token[]): boolean {
  let balance = 0;
  for (const { key } of tokens)
    balance += Number(FUNCTION_WORDS.fr.has(key)) - Number(FUNCTION_WORDS.en.has(key));
  return balance > 0;
}

/** What may stand between a cue and the name. */
const GAPS = {
  title: /^\.?[ \t]{0,2}$/,
  'almost-any': /^[\s:=,?'’"“*~-]{0,8}$/,
  likely: /^[\s:=,'’"“*~-]{0,4}$/,
  known: /^[\s:=,'’"“*~-]{0,4}$/,
} as const;

/** What follows the child in `pick up woodly from daycare`. */
const AROUND_CARE = new Set('from to at and after before for w with every n'.split(' '));

/** Everyday words that are names of class 3 and, after a word of kinship, far more often something else. */
const ACTS = new Set([...PERSON_VERBS, 'may', 'will', 'hope', 'said', 'an', 'my']);
