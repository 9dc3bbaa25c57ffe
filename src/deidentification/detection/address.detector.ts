import type { Lexicon } from '../lexicon.js';
import type { Passage, Token } from '../passage.js';
import type { Candidate } from './candidate.js';
import { firstTokenFrom } from './pattern.detector.js';

const UNIT = new Set('apt apartment suite unit box app floor bldg po psc apo fpo dpo'.split(' '));
const REASON = 'a house number with strange words, as newcomers write streets of other countries';

/** Completes addresses: what the patterns found grows over flat, town, region and code; foreign streets are added. */
export class AddressDetector {
  constructor(private readonly lexicon: Lexicon) {}

  /** Streets that have no word for street: `4844 Søndergade 52`. */
  find({ tokens }: Passage): Candidate[] {
    const found: Candidate[] = [];
    for (let i = 0; i < tokens.length; i += 1) {
      const first = tokens[i] as Token;
      if (first.shape !== 'number' || !/^\d{3,6}[a-z]?$/.test(first.key)) continue;
      let last = i + 1;
      while (
        last < tokens.length &&
        last <= i + 4 &&
        isSpace(tokens[last - 1]) &&
        this.isStrange(tokens[last])
      )
        last += 1;
      const closing = tokens[last];
      if (last === i + 1 || !closing || !isSpace(tokens[last - 1]) || !/^\d{1,5}[a-z]?$/.test(closing.key))
        continue;
      found.push({
        start: first.start,
        end: closing.end,
        entity: 'ADDRESS',
        recognizer: 'street-foreign',
        score: 0.91,
        reason: REASON,
      });
      i = last;
    }
    return found;
  }

  /** An address with what belongs to it on either side: `[4844 Søndergade] 52, Apt. 3 [Aalborg, Denmark 9100]`. */
  grow(passage: Passage, candidate: Candidate): Candidate {
    const { tokens } = passage;
    const from = firstTokenFrom(tokens, candidate.start);
    const end = firstTokenFrom(tokens, candidate.end);
    const first = this.left(tokens, from);
    const last = this.right(tokens, end - 1);
    return {
      ...candidate,
      start: Math.min(candidate.start, tokens[first]?.start ?? candidate.start),
      end: Math.max(candidate.end, tokens[last]?.end ?? candidate.end),
    };
  }

  private left(tokens: readonly Token[], from: number): number {
    let best = from;
    for (let i = from - 1; i >= 0 && i >= from - 6; i -= 1) {
      const token = tokens[i] as Token;
      if (!/^[\s,.]{1,4}$/.test(token.gap) || (/\n.*\n/.test(token.gap) && token.shape !== 'number')) break;
      if (token.shape === 'number') {
        if (!/^\d{2,6}[a-z]?$/.test(token.key)) break;
        best = i;
      } else if (!this.isStrange(token) && !STREET_WORDS.has(token.key)) break;
    }
    return best;
  }

  /** Grows by words that are capitals, places or regions, and by codes, as long as commas or lines hold them together. */
  private right(tokens: readonly Token[], last: number): number {
    let best = last;
    for (let i = last + 1; i < tokens.length && i <= last + 20; i += 1) {
      const gap = (tokens[i - 1] as Token).gap;
      const token = tokens[i] as Token;
      if (!/^[\s,.>?;-]{1,12}$/.test(gap) || (/\. /.test(gap) && !UNIT.has(tokens[i - 1]?.key ?? ''))) break;
      if (token.shape === 'number') {
        if (!/^\d{1,6}[a-z]?$/.test(token.key)) break;
        best = i;
      } else if (UNIT.has(token.key) && tokens[i + 1]?.shape === 'number') {
        i += 1;
        best = i;
      } else if (this.belongs(tokens, i) || (/[,\n]/.test(gap) && this.isTown(token))) best = i;
      else if (!SMALL_WORDS.has(token.key) && !(/[,\n]/.test(gap) && isCode(tokens, i))) break;
    }
    return best;
  }

  private belongs(tokens: readonly Token[], i: number): boolean {
    const token = tokens[i] as Token;
    const pair = `${token.key} ${tokens[i + 1]?.key ?? ''}`;
    if (token.known.region || this.lexicon.isRegion(pair)) return true;
    if (this.lexicon.isRegion(`${tokens[i - 1]?.key ?? ''} ${token.key}`)) return true;
    if (/\d/.test(token.key) || token.key.length < 2) return false;
    const word = token.known.word;
    if (token.shape === 'upper') return word < 3 || token.key.length === 2;
    if (token.known.place >= 2 && word < 3) return true;
    return token.shape === 'capital' && (word < 2 || PLACE_WORDS.has(token.key));
  }

  /** A town in lower case, after a comma or on a line of its own. */
  private isTown(token: Token): boolean {
    if (token.known.place > 0) return token.known.word < 3;
    return token.known.word === 0 && token.key.length > 3 && !/\d/.test(token.key);
  }

  private isStrange(token: Token | undefined): boolean {
    if (!token || token.shape === 'number') return false;
    if (SMALL_WORDS.has(token.key)) return true;
    const word = token.known.word;
    if (token.shape === 'capital') return word < 3;
    return word === 0 && token.key.length > 3;
  }
}

/** The letters of a state or province before a code: `, co 70079`. */
const isCode = (tokens: readonly Token[], i: number): boolean =>
  /^[a-z]{2,3}$/.test(tokens[i]?.key ?? '') && tokens[i + 1]?.shape === 'number';

const SMALL_WORDS = new Set(
  'de da do du des del la le les u ul nad na am an der den van i o nan st ste'.split(' '),
);
const STREET_WORDS = new Set(
  'street st avenue ave road rd lane way drive court place square terrace route crown'.split(' '),
);
const PLACE_WORDS = new Set(
  'north south east west new port fort lake mount saint city town village bay beach falls hills grand united states kingdom island islands upper lower great big white black brook park creek river'.split(
    ' ',
  ),
);

const isSpace = (token: Token | undefined): boolean => token !== undefined && /^[ ,.]{1,2}$/.test(token.gap);
