import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { packageRoot } from '../config/paths.js';
import { COMMON_HERE } from './recognizers/given.js';
import { NAMES_BEFORE_WORDS, ORDINARY, REGIONS } from './recognizers/ordinary.js';
import { LOCAL_PLACES } from './recognizers/places.js';

/** How common something is: 0 not at all, 3 very. */
export type Rank = 0 | 1 | 2 | 3;

const GIVEN = 0;
const FAMILY = 2;
const WORD = 4;

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

/**
 * What is known of single words (given name, family name, ordinary word) and of places of up to four words.
 * Sources and licences: lists/README.md.
 */
export class Lexicon {
  private readonly words = new Map<string, number>();
  private readonly places = new Map<string, Rank>();
  /** First words of places of several words, so that most tokens need one look-up. */
  private readonly placeStarts = new Set<string>();
  /** Countries, states and provinces, which stay. */
  private readonly regions = new Set<string>();

  constructor() {
    this.pack('given-names.gz', GIVEN);
    this.pack('family-names.gz', FAMILY);
    this.pack('french-words.gz', WORD);
    this.pack('english-words.gz', WORD);
    for (const word of ORDINARY) this.put(word, WORD, 3);
    for (const name of [...NAMES_BEFORE_WORDS, ...COMMON_HERE])
      if (this.word(name) > 1) this.put(name, WORD, 1);
    for (const name of COMMON_HERE) this.put(name, GIVEN, 3);
    for (const { rank, entry } of read('places.gz')) {
      if (rank === 0) this.regions.add(entry);
      else this.places.set(entry, rank);
    }
    for (const region of REGIONS) this.regions.add(region);
    for (const place of LOCAL_PLACES) this.places.set(place, 3);
    for (const place of [...this.places.keys(), ...this.regions]) {
      const space = place.indexOf(' ');
      if (space > 0) this.placeStarts.add(place.slice(0, space));
    }
  }

  private pack(file: string, shift: number): void {
    for (const { rank, entry } of read(file)) this.put(entry, shift, rank);
  }

  private put(key: string, shift: number, rank: Rank): void {
    this.words.set(key, ((this.words.get(key) ?? 0) & ~(3 << shift)) | (rank << shift));
  }

  private rank(key: string, shift: number): Rank {
    return (((this.words.get(key) ?? 0) >> shift) & 3) as Rank;
  }

  given(key: string): Rank {
    return this.rank(key, GIVEN);
  }

  family(key: string): Rank {
    return this.rank(key, FAMILY);
  }

  /** 3: in every mouth; 2: known to all; 1: in the dictionary, or French; 0: not a word. */
  word(key: string): Rank {
    const rank = this.rank(key, WORD);
    return rank === 0 && !this.words.has(key) && this.isElided(key) ? 1 : rank;
  }

  /** French written as it sounds, without apostrophe: `jpensais`, `lautobus`, `despace`. */
  private isElided(key: string): boolean {
    const rest = /^(?:j[lmnt]?|l|d|m|t|s|n|c|ch|qu)(?=[a-z]{3})/.exec(key)?.[0];
    return rest !== undefined && this.rank(key.slice(rest.length), WORD) > 0;
  }

  place(key: string): Rank {
    return this.places.get(key) ?? 0;
  }

  startsPlace(key: string): boolean {
    return this.placeStarts.has(key);
  }

  isRegion(key: string): boolean {
    return this.regions.has(key);
  }

  /** Whether nothing is known of it: neither word, name, place nor region. */
  isUnknown(key: string): boolean {
    return !this.words.has(key) && !this.places.has(key) && !this.regions.has(key);
  }

  /** `treehouse`, `brookhollow`: two everyday words in one; the name of a place or of nothing, hardly of a person. */
  isCompound(key: string): boolean {
    for (let i = 3; i <= key.length - 3; i += 1)
      if (this.word(key.slice(0, i)) === 3 && this.word(key.slice(i)) === 3) return true;
    return false;
  }

  /** Whether one slip of the finger (a letter left out, added, changed or swapped) makes it an ordinary word. */
  isTypo(key: string): boolean {
    if (/(.)\1\1/.test(key)) return true;
    for (let i = 0; i <= key.length; i += 1) {
      const before = key.slice(0, i);
      const after = key.slice(i);
      if (this.word(before + after.slice(1)) >= 2) return true;
      if (after.length > 1 && this.word(before + after[1] + after[0] + after.slice(2)) >= 2) return true;
      for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
        if (this.word(before + letter + after) >= 2) return true;
        if (i > 0 && key.length > 4 && this.word(before + letter + after.slice(1)) >= 2) return true;
      }
    }
    return false;
  }
}

function read(file: string): { rank: Rank; entry: string }[] {
  const path = join(packageRoot, 'src/deidentification/lists', file);
  const lines = gunzipSync(readFileSync(path)).toString('latin1').split('\n');
  return lines.map((line) => ({ rank: Number(line[0]) as Rank, entry: line.slice(1) }));
}

let shared: Lexicon | undefined;

/** The lexicon of this process, loaded on first use (some 0.3 s). */
export const lexicon = (): Lexicon => (shared ??= new Lexicon());
