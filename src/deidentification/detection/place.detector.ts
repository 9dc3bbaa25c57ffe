import type { Lexicon } from '../lexicon.js';
import { joins, type Passage, type Token } from '../passage.js';
import { PLACE_CUES } from '../recognizers/places.js';
import { KIN, PROPER } from '../recognizers/ordinary.js';
import { closes } from './name.words.js';
import type { Candidate } from './candidate.js';

const STAYS = new Set([...KIN, ...PROPER]);
const CUES = PLACE_CUES.flatMap(({ cues, boost, reason }) =>
  cues.map((cue) => ({ words: cue.split(' '), boost, reason })),
);
const LAST_WORDS = new Map<string, typeof CUES>();
for (const cue of CUES) {
  const last = cue.words.at(-1) ?? '';
  LAST_WORDS.set(last, [...(LAST_WORDS.get(last) ?? []), cue]);
}

/** Between the words of `eva's place`. */
const POSSESSIVE = /^['’]s $/i;
const ARTICLES = new Set(['la', 'le', 'les', 'the']);
const LIVING = new Set(
  'live lives lived living grew moved moving born raised drive driving drove bus commute habite habitait vis vit'.split(
    ' ',
  ),
);
/** How names of towns end in English Canada, the United States and Britain. */
const PLACE_ENDING =
  /(?:ford|field|wood|woods|brook|ridge|dale|ville|ton|burg|burgh|bury|port|view|vale|haven|mouth|stead|worth|ham|lake|water|brae|barrow|hollow|mills?|creek|ferry|side|shire|hurst|minster|cliff|hill|bridge|gate|town|lands?)$/;
const PLACE_PREPOSITIONS = new Set(
  'in from to at near over around across of outside by past toward towards through'.split(' '),
);
const SAINTS = new Set(['st', 'ste', 'saint', 'sainte']);

const STRANGE = {
  recognizer: 'place-cue',
  score: 0.65,
  reason: 'a strange word after words that say where someone lives or comes from',
};
const LIST_REASON = 'in the lists of towns and neighbourhoods';

/** Finds towns, neighbourhoods and reserves; countries, states and provinces stay. */
export class PlaceDetector {
  constructor(private readonly lexicon: Lexicon) {}

  /** @param asked whether the passage answers a question for a place */
  find(passage: Passage, kept: ReadonlySet<number>, asked: boolean): Candidate[] {
    const found: Candidate[] = [];
    const { tokens } = passage;
    for (let i = 0; i < tokens.length; i += 1) {
      if (kept.has(i)) continue;
      const end = this.longest(tokens, i);
      if (end < i) {
        const last = this.strangeAfterCue(tokens, i, asked);
        if (last < i) continue;
        found.push({
          start: (tokens[i] as Token).start,
          end: (tokens[last] as Token).end,
          entity: 'PLACE',
          ...STRANGE,
        });
        i = last;
        continue;
      }
      const { score, reason } = this.score(tokens, i, end, asked && i < 4);
      if (score >= 0.5) {
        found.push({
          start: (tokens[i] as Token).start,
          end: (tokens[end] as Token).end,
          entity: 'PLACE',
          recognizer: 'place-list',
          score: Math.min(0.9, score),
          reason,
        });
        i = end;
      }
    }
    return found;
  }

  /** The last token of the longest place that starts at `i`, or -1. */
  private longest(tokens: readonly Token[], i: number): number {
    const first = tokens[i] as Token;
    let best = first.known.place > 0 ? i : -1;
    if (!first.known.startsPlace) return best;
    let phrase = first.key;
    for (let k = i + 1; k < i + 4 && k < tokens.length; k += 1) {
      const { gap } = tokens[k - 1] as Token;
      if (!joins(gap) && !POSSESSIVE.test(gap)) break;
      phrase += ` ${(tokens[k] as Token).key}`;
      if (this.lexicon.isRegion(phrase)) return -1;
      if (this.lexicon.place(phrase) > 0) best = k;
    }
    return best;
  }

  private score(
    tokens: readonly Token[],
    from: number,
    to: number,
    asked: boolean,
  ): { score: number; reason: string } {
    const parts = tokens.slice(from, to + 1);
    const key = parts.map((token) => token.key).join(' ');
    const none = { score: 0, reason: LIST_REASON };
    if (this.lexicon.isRegion(key) || STAYS.has(key) || key.length < 3) return none;
    const first = tokens[from] as Token;
    const rank = this.lexicon.place(key);
    const word = Math.min(...parts.map((token) => token.known.word));
    const capital = first.shape === 'capital' && first.cased && !first.opens;
    const cue = this.cue(tokens, from);
    const strong = (cue?.boost ?? 0) > 0.3 || asked;
    let score = rank === 3 ? 0.72 : rank === 2 ? 0.55 : 0.3;
    if (parts.length === 1 && word === 1 && rank < 3) score -= 0.25;
    if (parts.length === 1 && word >= 2) score = rank >= 2 && (strong || capital) ? 0.2 : 0;
    if (parts.length > 1 && word >= 2) score -= 0.2;
    if (parts.length > 1 && ARTICLES.has(first.key) && !capital && !strong) return none;
    if (score === 0) return none;
    if (asked) score += 0.35;
    else if (cue) score += cue.boost;
    if (capital) score += 0.3;
    // A given name is a person unless the words before say place.
    if (parts.length === 1 && this.lexicon.given(key) >= 2 && !cue && rank < 3) score -= 0.3;
    return { score, reason: cue?.reason ?? LIST_REASON };
  }

  /** The last of the strange words after words that say where someone lives or comes from, or -1. */
  private strangeAfterCue(tokens: readonly Token[], from: number, asked: boolean): number {
    if (!mayBeStrange(tokens[from] as Token)) return -1;
    const boost = this.cue(tokens, from)?.boost ?? 0;
    if (
      !asked &&
      boost < 0.3 &&
      !(boost > 0 && this.isWhere(tokens, from)) &&
      !this.hasPlaceShape(tokens, from)
    )
      return -1;
    if (asked && boost === 0 && !(from < 6 && tokens[from]?.opens)) return -1;
    let last = from - 1;
    // After talk of living somewhere, a rare word, too, is a place: `grew up across the street in ridgepole`.
    const lives = tokens.slice(Math.max(0, from - 7), from).some(({ key }) => LIVING.has(key));
    const rarest = lives ? 1 : 0;
    const sure = asked || lives || (this.cue(tokens, from)?.boost ?? 0) > 0.3;
    for (let i = from; i < tokens.length && i < from + 3; i += 1) {
      const token = tokens[i] as Token;
      if (SAINTS.has(token.key) && i === from) continue;
      if (i > from && !joins((tokens[i - 1] as Token).gap)) break;
      const capital = isCapital(token);
      if (token.shape === 'number' || STAYS.has(token.key) || token.known.region) break;
      if (!capital && (token.key.length < 4 || token.known.word > rarest || this.explains(token.key, sure)))
        break;
      last = i;
    }
    return last;
  }

  /** `all over moosewater`, `go to stonebrae`: a strange word that ends as the names of places do. */
  private hasPlaceShape(tokens: readonly Token[], at: number): boolean {
    const key = tokens[at]?.key ?? '';
    if (key.length < 7 || !PLACE_ENDING.test(key) || this.lexicon.word(key) > 0) return false;
    return PLACE_PREPOSITIONS.has(tokens[at - 1]?.key ?? '');
  }

  /** Whether a slip of the finger, or two words run together (`in groupchat`), explains a strange word. */
  private explains(key: string, sure: boolean): boolean {
    return this.lexicon.isTypo(key) || (!sure && this.lexicon.isCompound(key) && !PLACE_ENDING.test(key));
  }

  /** `in pineford`, `from st. anne`: what follows even a weak word of place, where it is no word at all. */
  private isWhere(tokens: readonly Token[], at: number): boolean {
    if (!/^(?:in|from|near|a|de)$/.test(tokens[at - 1]?.key ?? '')) return false;
    const token = tokens[at] as Token;
    return SAINTS.has(token.key) || (token.key.length > 4 && closes(tokens, at));
  }

  private cue(tokens: readonly Token[], at: number) {
    const before = tokens[at - 1];
    if (!before || /[^\s,]/.test(before.gap)) return undefined;
    return LAST_WORDS.get(before.key)?.find(({ words }) =>
      words.every((word, k) => tokens[at - words.length + k]?.key === word),
    );
  }
}

const isCapital = ({ shape, cased, opens, known }: Token): boolean =>
  shape !== 'lower' && cased && !opens && known.word < 3;

/** Whether a word can be the first of a place that no list has: most words are too common for it. */
const mayBeStrange = (token: Token): boolean =>
  SAINTS.has(token.key) || isCapital(token) || (token.key.length > 3 && token.known.word < 2);
