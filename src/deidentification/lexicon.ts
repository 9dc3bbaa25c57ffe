import { COMMON_HERE } from './recognizers/given.js';
import { NAMES_BEFORE_WORDS, ORDINARY, REGIONS } from './recognizers/ordinary.js';
import { LOCAL_PLACES } from './recognizers/places.js';
import { entriesOf, type Rank, WordList } from './word.list.js';

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
  private readonly givenNames = new WordList('given-names.gz');
  private readonly familyNames = new WordList('family-names.gz');
  private readonly english = new WordList('english-words.gz');
  private readonly french = new WordList('french-words.gz');
  /** What texters' own use says against the lists. */
  private readonly usedAsWord = new Map<string, Rank>();
  private readonly usedAsName: ReadonlySet<string> = new Set(COMMON_HERE);
  private readonly places = new Map<string, Rank>();
  /** First words of places of several words, so that most tokens need one look-up. */
  private readonly placeStarts = new Set<string>();
  /** Countries, states and provinces, which stay. */
  private readonly regions = new Set<string>();

  constructor() {
    for (const word of ORDINARY) this.usedAsWord.set(word, 3);
    for (const name of [...NAMES_BEFORE_WORDS, ...COMMON_HERE])
      if (this.word(name) > 1) this.usedAsWord.set(name, 1);
    for (const { rank, entry } of entriesOf('places.gz')) {
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

  given(key: string): Rank {
    return this.usedAsName.has(key) ? 3 : (this.givenNames.rank(key) ?? 0);
  }

  family(key: string): Rank {
    return this.familyNames.rank(key) ?? 0;
  }

  /** 3: in every mouth; 2: known to all; 1: in the dictionary, or French; 0: not a word. */
  word(key: string): Rank {
    return this.listed(key) ?? (!this.isName(key) && this.isElided(key) ? 1 : 0);
  }

  private listed(key: string): Rank | undefined {
    return this.usedAsWord.get(key) ?? this.english.rank(key) ?? this.french.rank(key);
  }

  private isName(key: string): boolean {
    return this.given(key) > 0 || this.family(key) > 0;
  }

  /** French written as it sounds, without apostrophe: `jpensais`, `lautobus`, `despace`. */
  private isElided(key: string): boolean {
    const rest = /^(?:j[lmnt]?|l|d|m|t|s|n|c|ch|qu)(?=[a-z]{3})/.exec(key)?.[0];
    return rest !== undefined && (this.listed(key.slice(rest.length)) ?? 0) > 0;
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
    return (
      this.listed(key) === undefined && !this.isName(key) && !this.places.has(key) && !this.regions.has(key)
    );
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

let shared: Lexicon | undefined;

/** The lexicon of this process, loaded on first use (some 0.2 s). */
export const lexicon = (): Lexicon => (shared ??= new Lexicon());
