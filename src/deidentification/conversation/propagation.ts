import type { Candidate } from '../detection/candidate.js';
import { firstTokenFrom } from '../detection/pattern.detector.js';
import { PhraseIndex } from '../detection/phrases.js';
import type { Lexicon } from '../lexicon.js';
import { joins, type Passage, type Token } from '../passage.js';
import { AFTER_NAMES, BEFORE_NAMES, PERSON_VERBS, VERBS_LIKE_NAMES } from '../recognizers/names.js';
import type { Names } from './names.js';

/** Found by its value: wherever it stands in the conversation, it goes. */
export const REPEATED = 'repeated';

/** Words that make what follows a thing: `in summer`, `have faith`. */
const NOT_BEFORE_NAMES = new Set(
  'in my the a an this that have has had no of his her their our last next any some so much more lost your with'.split(
    ' ',
  ),
);

const GREETINGS = new Set(
  'hi hey hello thanks thank thx ty bye dear sorry salut allo bonjour merci goodnight ok'.split(' '),
);

/** Entities whose values are words to look for elsewhere; the others are found by their shape wherever they stand. */
const BY_VALUE = new Set(['PLACE', 'SCHOOL', 'HANDLE', 'ADDRESS', 'ID_NUMBER']);

/** Looks through a whole conversation for what was found anywhere in it. */
export class Propagation {
  private readonly values: PhraseIndex<Candidate>;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly names: Names,
    found: readonly { passage: Passage; candidate: Candidate }[],
  ) {
    const phrases = new Map<string, Candidate>();
    for (const { passage, candidate } of found) {
      if (!BY_VALUE.has(candidate.entity)) continue;
      const tokens = tokensOf(passage, candidate);
      const phrase = tokens.map((token) => token.key).join(' ');
      if (this.tells(tokens) && !phrases.has(phrase)) phrases.set(phrase, candidate);
      const core = tokens.filter((token) => !this.isCommon(token.key));
      const only = core[0];
      if (candidate.entity === 'SCHOOL' && core.length === 1 && only && only.key.length > 3)
        phrases.set(only.key, candidate);
    }
    this.values = new PhraseIndex(phrases);
  }

  /** Further candidates in a passage, besides what was found there. */
  find(passage: Passage, own: readonly Candidate[]): Candidate[] {
    const found: Candidate[] = [];
    const { tokens } = passage;
    let next = 0;
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i] as Token;
      while ((own[next]?.end ?? Infinity) <= token.start) next += 1;
      if ((own[next]?.start ?? Infinity) < token.end) continue;
      const value = this.values.at(tokens, i)[0];
      if (value) {
        const last = tokens[i + value.length - 1] as Token;
        found.push({
          ...value.value,
          start: token.start,
          end: last.end,
          recognizer: REPEATED,
          reason: REASON,
        });
        i += value.length - 1;
      } else if (token.shape !== 'number' && this.isPerson(tokens, i)) {
        found.push({
          start: token.start,
          end: token.end,
          entity: 'NAME',
          recognizer: REPEATED,
          score: 0.8,
          reason: REASON,
        });
      }
    }
    return found;
  }

  /** A known name; an ordinary word that is one (`hope`) only where it is used as a name. */
  private isPerson(tokens: readonly Token[], i: number): boolean {
    const token = tokens[i] as Token;
    const word = this.names.known(token.key);
    if (word === undefined) return false;
    if (token.known.word < 2) return true;
    if (token.shape === 'capital' && token.cased && !token.opens) return true;
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (!before && !after) return true;
    if (token.shape === 'capital' && token.gap.startsWith(',')) return true;
    const last = !after || /[.!?"”\n]/.test(token.gap);
    if (last && !VERBS_LIKE_NAMES.has(word) && !NOT_BEFORE_NAMES.has(before?.key ?? ''))
      return this.lexicon.given(word) >= 2;
    if (before && GREETINGS.has(before.key) && (!after || !joins(token.gap))) return true;
    if (after && PERSON_VERBS.has(after.key) && joins(token.gap)) return true;
    return (
      BEFORE_NAMES.has(before?.key ?? '') &&
      AFTER_NAMES.has(after?.key ?? '') &&
      this.lexicon.given(word) >= 2
    );
  }

  private isCommon(key: string): boolean {
    return (
      this.lexicon.word(key) >= 2 || /^(?:ss|hs|css|ps|ci|cegep|collegiate|polyvalente|ecole)$/.test(key)
    );
  }

  /** Whether a phrase is telling enough to be looked for anywhere. */
  private tells(tokens: readonly Token[]): boolean {
    if (tokens.length === 0) return false;
    if (tokens.length > 1) return true;
    const key = (tokens[0] as Token).key;
    return key.length > 2 && this.lexicon.word(key) < 2;
  }
}

const REASON = 'identifies someone elsewhere in the conversation';

/** The tokens that a candidate covers. */
export function tokensOf(passage: Passage, { start, end }: Candidate): Token[] {
  const from = firstTokenFrom(passage.tokens, start);
  return passage.tokens.slice(from, firstTokenFrom(passage.tokens, end));
}
