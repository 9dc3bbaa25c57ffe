import { once } from '../operations/once.js';
import { COMMON_HERE } from './recognizers/given.js';
import { NAMES_BEFORE_WORDS, ORDINARY, REGIONS } from './recognizers/ordinary.js';
import { LOCAL_PLACES } from './recognizers/places.js';
import { type Rank, unpacked, WordTable } from './word.table.js';

/** Lower case, accents and apostrophes dropped, ligatures opened: the form in which words are compared. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/[œæøłßđıþð]/g, (letter) => LIGATURES[letter] ?? letter);
}

const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  đ: 'd',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** What the lists say of a single word. */
export interface Known {
  /** 3: in every mouth; 2: known to all; 1: in the dictionary, or French; 0: not a word. */
  word: Rank;
  given: Rank;
  family: Rank;
  place: Rank;
  /** A country, state or province. */
  region: boolean;
  /** The first word of a place of several words. */
  startsPlace: boolean;
  /** A French word and no English one. */
  frenchOnly: boolean;
  /** Neither word, name, place nor region. */
  unknown: boolean;
}

/** Where each list's rank stands among a word's bits; the flags say that a word is listed at all, and as what. */
const GIVEN = 0;
const FAMILY = 2;
const WORD = 4;
const PLACE = 6;
const LISTED = 1 << 8;
const ENGLISH = 1 << 9;
const REGION = 1 << 10;
/** The first word of places of several words, so that most tokens need one look-up. */
const STARTS_PLACE = 1 << 11;

/** Words are no longer; what is longer is not compared letter by letter. */
const LONGEST = 30;

const rankAt = (bits: number, shift: number): Rank => ((bits >> shift) & 3) as Rank;
const withRank = (bits: number, shift: number, rank: Rank): number =>
  (bits & ~(3 << shift)) | (rank << shift);

/**
 * What is known of single words (given name, family name, ordinary word) and of places of up to four words.
 * Sources and licences: lists/README.md.
 */
export class Lexicon {
  private readonly table: WordTable;
  /** What is known of the words of every mouth, which most words are. */
  private readonly everyday: ReadonlyMap<string, Known>;

  constructor() {
    this.table = new WordTable(
      [
        { name: 'given-names.gz', bitsOf: (rank) => rank << GIVEN },
        { name: 'family-names.gz', bitsOf: (rank) => rank << FAMILY },
        { name: 'english-words.gz', bitsOf: (rank) => (rank << WORD) | LISTED | ENGLISH },
        { name: 'french-words.gz', bitsOf: () => LISTED },
      ],
      60_000,
    );
    for (const word of ORDINARY) this.change(word, (bits) => withRank(bits, WORD, 3) | LISTED);
    for (const name of [...NAMES_BEFORE_WORDS, ...COMMON_HERE])
      if (this.word(name) > 1) this.change(name, (bits) => withRank(bits, WORD, 1));
    for (const name of COMMON_HERE) this.change(name, (bits) => withRank(bits, GIVEN, 3));
    for (const line of unpacked('places.gz').toString('latin1').split('\n'))
      this.addPlace(line.slice(1), Number(line[0]) as Rank);
    for (const region of REGIONS) this.addPlace(region, 0);
    for (const place of LOCAL_PLACES) this.addPlace(place, 3);
    this.everyday = new Map(ORDINARY.map((word) => [word, this.read(word)]));
  }

  given(key: string): Rank {
    return rankAt(this.table.get(key), GIVEN);
  }

  family(key: string): Rank {
    return rankAt(this.table.get(key), FAMILY);
  }

  word(key: string): Rank {
    return this.wordOf(key, this.table.get(key));
  }

  private wordOf(key: string, bits: number): Rank {
    if ((bits & LISTED) !== 0) return wordRank(bits);
    return isName(bits) || !this.isElided(key) ? 0 : 1;
  }

  /** All that the lists say of a single word, for the price of one look-up. */
  look(key: string): Known {
    return this.everyday.get(key) ?? this.read(key);
  }

  private read(key: string): Known {
    const bits = this.table.get(key);
    const place = rankAt(bits, PLACE);
    return {
      word: this.wordOf(key, bits),
      given: rankAt(bits, GIVEN),
      family: rankAt(bits, FAMILY),
      place,
      region: (bits & REGION) !== 0,
      startsPlace: (bits & STARTS_PLACE) !== 0,
      frenchOnly: (bits & (LISTED | ENGLISH)) === LISTED,
      unknown: (bits & (LISTED | REGION)) === 0 && !isName(bits) && place === 0,
    };
  }

  /** French written as it sounds, without apostrophe: `jpensais`, `lautobus`, `despace`. */
  private isElided(key: string): boolean {
    const rest = /^(?:j[lmnt]?|l|d|m|t|s|n|c|ch|qu)(?=[a-z]{3})/.exec(key)?.[0];
    return rest !== undefined && (this.table.get(key.slice(rest.length)) & LISTED) !== 0;
  }

  place(key: string): Rank {
    return rankAt(this.table.get(key), PLACE);
  }

  isRegion(key: string): boolean {
    return (this.table.get(key) & REGION) !== 0;
  }

  private change(key: string, next: (bits: number) => number): void {
    this.table.set(key, next(this.table.get(key)));
  }

  /** @param rank 0 for a country, state or province, which stays */
  private addPlace(place: string, rank: Rank): void {
    const mark = (bits: number) => (rank === 0 ? bits | REGION : withRank(bits, PLACE, rank));
    this.change(place, mark);
    const space = place.indexOf(' ');
    if (space > 0) this.change(place.slice(0, space), (bits) => bits | STARTS_PLACE);
  }

  /** `treehouse`, `brookhollow`: two everyday words in one; the name of a place or of nothing, hardly of a person. */
  isCompound(key: string): boolean {
    if (key.length > LONGEST) return false;
    for (let i = 3; i <= key.length - 3; i += 1)
      if (this.word(key.slice(0, i)) === 3 && this.word(key.slice(i)) === 3) return true;
    return false;
  }

  /** Whether one slip of the finger (a letter left out, added, changed or swapped) makes it an ordinary word. */
  isTypo(key: string): boolean {
    if (/(.)\1\1/.test(key)) return true;
    if (key.length > LONGEST) return false;
    for (let i = 0; i <= key.length; i += 1) {
      const before = key.slice(0, i);
      const after = key.slice(i);
      if (this.isOrdinary(before + after.slice(1))) return true;
      if (after.length > 1 && this.isOrdinary(before + after[1] + after[0] + after.slice(2))) return true;
      for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
        if (this.isOrdinary(before + letter + after)) return true;
        if (i > 0 && key.length > 4 && this.isOrdinary(before + letter + after.slice(1))) return true;
      }
    }
    return false;
  }

  /** Whether a word's rank is 2 or 3: no word that is written as it sounds gets there, so that none is looked for. */
  private isOrdinary(key: string): boolean {
    const bits = this.table.get(key);
    return (bits & LISTED) !== 0 && rankAt(bits, WORD) >= 2;
  }
}

/** Of a listed word: French ones have no rank of their own. */
const wordRank = (bits: number): Rank => Math.max(1, rankAt(bits, WORD)) as Rank;

const isName = (bits: number): boolean => (bits & 15) !== 0;

/** The lexicon of this process, loaded on first use (some 0.2 s). */
export const lexicon = once(() => new Lexicon());
