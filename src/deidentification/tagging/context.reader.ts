import type { Candidate } from '../detection/candidate.js';
import { firstTokenFrom } from '../detection/pattern.detector.js';
import { ENTITIES, THRESHOLD } from '../deidentification.types.js';
import { MONTH_NAMES } from '../recognizers/names.js';
import { PROPER } from '../recognizers/ordinary.js';
import type { Lexicon } from '../lexicon.js';
import { isFluent } from '../detection/name.evidence.js';
import { joins, type Passage, type Token } from '../passage.js';
import { PassageFeatures } from './features.js';
import { NEVER_NAMES } from './never.names.js';
import type { Tag } from './tag.js';
import type { Tagged, Tagger, Thresholds } from './tagger.js';

/** In what people wrote a missed name hurts more than a lost word, so that it need not be likelier than not. */
export const RAW: Thresholds = {
  likely: 0.1,
  double: 0.12,
  everyday: 0.38,
};

/** What was written from de-identified text holds hardly any name, and is often a phrase without neighbours. */
export const WRITTEN: Thresholds = { likely: 0.5, double: 0.5, everyday: 0.7 };

/** What rests on lists alone is dropped where its words are read as a name with less than this probability. */
const DOUBT = 0.1;
const BY_LISTS = new Set(['name-list', 'place-list']);

/** Words before a name that are part of a nickname: `big mike`, `lil smoke`. */
const NICKNAMING = new Set(['big', 'lil', 'lilo', 'yung']);

/** Peoples, faiths, identities, days, brands: whatever stands around them, they are no name here. */
const STAYS = new Set([
  ...PROPER.filter((word) => !MONTH_NAMES.has(word)),
  ...'the gay straight nokomis moshum mushum mooshum kokum kookum memere pepere abuela abuelo'.split(' '),
]);

/** With a larger share of words that no list has, a text is in another language. */
const MOST_STRANGE = 0.42;

/** From this probability on a word that names nobody by itself goes with the name beside it: `north van`, `lester b`. */
const SURE = 0.5;

/** Small words that no name takes in, unlike `van` or `la`. */
const LOOSE = new Set(
  'the a an and or in on at by to with for is was are mg mcg ml bpm lbs lb kg km cm hrs mins'.split(' '),
);

const REASON = 'read as a name by the words around it';

/** Finds names and places by reading words in their context, where no recognizer is sure. */
export class ContextReader {
  constructor(
    private readonly lexicon: Lexicon,
    private readonly tagger: Tagger,
  ) {}

  /**
   * @param recognized what the recognizers have found, which it takes as hints
   * @param kept indexes of tokens that stay
   * @param thresholds for what kind of text
   * @returns what was recognized, without what the context makes unlikely, and what was read besides
   */
  read(
    passage: Passage,
    recognized: readonly Candidate[],
    kept: ReadonlySet<number>,
    thresholds: Thresholds,
  ): Candidate[] {
    const { tokens } = passage;
    // In a language that the lists lack every word would look like a name.
    if (!isFluent(tokens, MOST_STRANGE)) return [...recognized];
    const features = new PassageFeatures(passage, this.lexicon, rulesOf(passage, recognized));
    const tagged = this.tagger.tag(features, tokens.length, thresholds);
    const likely = recognized.filter(
      (candidate) => !BY_LISTS.has(candidate.recognizer) || isLikely(passage, candidate, tagged),
    );
    const taken = rulesOf(passage, likely);
    const names = (at: number): boolean =>
      tagged[at] !== undefined && tagged[at].tag !== 'none' && !this.namesNobody(tokens[at]!, tagged[at].tag);
    const beside = (at: number, other: number): boolean =>
      joins(tokens[Math.min(at, other)]?.gap ?? '') &&
      (taken[other]! > 0 || (names(other) && tagged[other]!.tag === tagged[at]!.tag));
    const completes = (at: number): boolean =>
      !LOOSE.has(tokens[at]!.key) &&
      tagged[at]!.probability >= SURE &&
      (beside(at, at - 1) || beside(at, at + 1));
    const free = (at: number): boolean =>
      taken[at] === 0 && !kept.has(at) && !NICKNAMING.has(tokens[at]!.key) && (names(at) || completes(at));
    const read: Candidate[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const { tag, probability } = tagged[at]!;
      if (tag === 'none' || !free(at)) continue;
      let last = at;
      while (tagged[last + 1]?.tag === tag && joins(tokens[last]!.gap) && free(last + 1)) last += 1;
      const first = at > 0 && leads(tokens[at - 1]!, tag) ? at - 1 : at;
      read.push({
        start: tokens[first]!.start,
        end: tokens[last]!.end,
        entity: tag,
        recognizer: 'context',
        score: Math.min(0.9, Math.max(THRESHOLD, probability)),
        reason: REASON,
      });
      at = last;
    }
    return [...likely, ...read];
  }

  /** A country or province stays, but as the end of an address it goes with it. */
  private namesNobody({ key, shape, known }: Token, tag: Tag): boolean {
    // Numbers and codes are for the recognizers; of other scripts the lists know nothing.
    if (STAYS.has(key) || shape === 'number' || /\d.*\d|^[^a-z]*$/.test(key)) return true;
    if (key.length === 1 && shape === 'lower') return true;
    // A stretched word is as little a name as the word: `whyyy`.
    if (/(.)\1\1/.test(key) && NEVER_NAMES.has(key.replace(/(.)\1{2,}/g, '$1'))) return true;
    return (NEVER_NAMES.has(key) || (known.region && tag !== 'ADDRESS')) && known.given < 2;
  }
}

/** Whether a word goes with the name after it: `big mike`, and the article of `l'assomption`. */
const leads = ({ key, gap }: Token, tag: Tag): boolean =>
  NICKNAMING.has(key) || (tag !== 'NAME' && key === 'l' && /^['’ʼ]$/.test(gap));

function isLikely({ tokens }: Passage, { start, end }: Candidate, tagged: readonly Tagged[]): boolean {
  const to = firstTokenFrom(tokens, end);
  return tagged.slice(firstTokenFrom(tokens, start), to).some(({ probability }) => probability >= DOUBT);
}

/** For each token, the number of the entity that a recognizer found there: 0 for none. */
export function rulesOf({ tokens }: Passage, recognized: readonly Candidate[]): number[] {
  const rules = new Array<number>(tokens.length).fill(0);
  for (const { start, end, entity, recognizer, score } of recognized) {
    const to = firstTokenFrom(tokens, end);
    // A name by the lists alone is less sure than one by its cue, and says how sure.
    const rule = recognizer === 'name-list' ? 32 + Math.floor(score * 10) : 1 + ENTITIES.indexOf(entity);
    for (let at = firstTokenFrom(tokens, start); at < to; at += 1) rules[at] ||= rule;
  }
  return rules;
}
