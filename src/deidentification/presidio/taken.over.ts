import type { Candidate } from '../detection/candidate.js';
import type { Lexicon } from '../lexicon.js';
import type { Passage, Token } from '../passage.js';
import { isPersonalNumber, isPublicSite } from '../recognizers/contact.js';
import { KIN, PROPER } from '../recognizers/ordinary.js';
import type { PresidioFinding } from './presidio.answer.js';

const REASON = 'found by the Presidio analyzer';
const KINSHIP = new Set(KIN);
const PROPER_WORDS = new Set(PROPER);
const TITLES = new Set('mr mrs ms miss mx dr prof sir madame monsieur mme mlle'.split(' '));
/** Two names, or a town and its province, which a finding may hold together. */
const PARTS = /[,;/&\n]/;
const AND = new Set(['and', 'et', 'or', 'ou', 'n']);
/** 911, 988, 686868, 741741: shorter than any number of a person. */
const FEWEST_DIGITS = 7;

/**
 * Presidio's findings in a passage as candidates: of whole words, without what stays here by rule.
 * @param findings with offsets into the passage
 * @param kept indexes of tokens of kept phrases
 */
export function takeOver(
  passage: Passage,
  findings: readonly PresidioFinding[],
  kept: ReadonlySet<number>,
  lexicon: Lexicon,
): Candidate[] {
  const rules = new StayingWords(passage.tokens, kept, lexicon);
  return findings.flatMap(({ start, end, entity, score }): Candidate[] => {
    const rest = { entity, score, recognizer: 'presidio', reason: REASON };
    if (entity === 'NAME' || entity === 'PLACE')
      return rules.parts(start, end, entity).map((part) => ({ ...part, ...rest }));
    const value = passage.text.slice(start, end).trim();
    if (entity === 'PHONE' && (value.replace(/\D/g, '').length < FEWEST_DIGITS || !isPersonalNumber(value)))
      return [];
    return entity === 'URL' && isPublicSite(value) ? [] : [{ start, end, ...rest }];
  });
}

/** Tells which words of a name or place stay. */
class StayingWords {
  constructor(
    private readonly tokens: readonly Token[],
    private readonly kept: ReadonlySet<number>,
    private readonly lexicon: Lexicon,
  ) {}

  /** The names or places that a finding holds, each from its first to its last telling word. */
  parts(start: number, end: number, entity: 'NAME' | 'PLACE'): { start: number; end: number }[] {
    const parts: number[][] = [[]];
    for (
      let i = this.firstEndingAfter(start);
      i < this.tokens.length && this.tokens[i]!.start < end;
      i += 1
    ) {
      const token = this.tokens[i]!;
      if (!AND.has(token.key)) parts.at(-1)!.push(i);
      if (AND.has(token.key) || PARTS.test(token.gap)) parts.push([]);
    }
    return parts
      .map((part) => (entity === 'NAME' ? this.bareName(part) : this.barePlace(part)))
      .filter((part) => part.length > 0 && !part.every((i) => this.stays(i)))
      .map((part) => ({ start: this.tokens[part[0]!]!.start, end: this.tokens[part.at(-1)!]!.end }));
  }

  private stays(i: number): boolean {
    const { key } = this.tokens[i]!;
    return this.kept.has(i) || KINSHIP.has(key) || PROPER_WORDS.has(key) || this.lexicon.isRegion(key);
  }

  /** Without titles and words of kinship: `uncle bob`. */
  private bareName(part: number[]): number[] {
    const first = part.findIndex((i) => {
      const { key } = this.tokens[i]!;
      return !TITLES.has(key) && !KINSHIP.has(key);
    });
    return first < 0 ? [] : part.slice(first);
  }

  /** Without the country, state or province that ends it: `toronto ontario`. */
  private barePlace(part: number[]): number[] {
    for (let length = Math.min(4, part.length); length > 0; length -= 1) {
      const last = part.slice(-length);
      if (this.lexicon.isRegion(last.map((i) => this.tokens[i]!.key).join(' ')))
        return part.slice(0, part.length - length);
    }
    return part;
  }

  /** Index of the first token that ends after an offset, by halving: a finding may start inside a word. */
  private firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tokens[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
