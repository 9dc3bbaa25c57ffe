import { bareName } from '../detection/name.words.js';
import type { Lexicon } from '../lexicon.js';
import type { Token } from '../passage.js';

/** A person of the conversation: the words of their name. */
interface Person {
  number: number;
  words: Set<string>;
  /** The word by which a single given name meets the full one; null after a title (`mrs smith`). */
  given: string | null;
}

/** Nothing longer is a name with a slip in it, and looking for one costs the square of the length. */
const LONGEST = 30;

/** Which person each name of a conversation means, and which words give a person away. */
export class Names {
  private persons = 0;
  private readonly byWord = new Map<string, Person>();
  /** Every name word with one letter left out, for typos of names of five letters or more. */
  private readonly nearly = new Map<string, string>();

  constructor(private readonly lexicon: Lexicon) {}

  /** Takes in one name: the longest first, so that given names find the full ones, and known names before typos. */
  add(tokens: readonly Token[], title: boolean): void {
    const words = tokens.map((token) => this.known(token.key) ?? bareName(token.key, this.lexicon));
    if (this.find(words, title)) return;
    const person: Person = {
      number: this.persons,
      words: new Set(words),
      given: title ? null : (words[0] ?? null),
    };
    this.persons += 1;
    for (const word of words) {
      if (word.length < 2 || this.byWord.has(word)) continue;
      this.byWord.set(word, person);
      if (word.length < 5) continue;
      for (const variant of shortened(word)) if (!this.nearly.has(variant)) this.nearly.set(variant, word);
    }
  }

  /** The person a name means, as a number of this conversation. */
  personOf(tokens: readonly Token[], title: boolean): number {
    const words = tokens.map((token) => this.known(token.key) ?? bareName(token.key, this.lexicon));
    const person = this.find(words, title) ?? this.byWord.get(words[0] ?? '');
    return person ? person.number : -1;
  }

  private find(words: readonly string[], title: boolean): Person | undefined {
    const first = words[0] ?? '';
    if (words.length === 1) {
      const person = this.byWord.get(first);
      return person && (title ? person.given === null : true) ? person : undefined;
    }
    const person = this.byWord.get(first);
    return person && words.every((word) => person.words.has(word)) ? person : undefined;
  }

  /** The name word that a token of the conversation stands for, in any case, with a possessive or a small typo. */
  known(key: string): string | undefined {
    if (this.byWord.size === 0) return undefined;
    if (this.byWord.has(key)) return key;
    const bare = bareName(key, this.lexicon);
    if (this.byWord.has(bare)) return bare;
    if (key.length > LONGEST || this.lexicon.word(key) > 0) return undefined;
    const stem = key.slice(0, -1);
    if (stem.length > 2 && key.endsWith('s') && this.byWord.has(stem)) return stem;
    return this.lexicon.given(key) >= 2 ? undefined : this.misspelt(key);
  }

  /** `tyyler`, `kaaayla`, `kaylaa`: letters held down, or one slip in a name of five letters or more. */
  private misspelt(key: string): string | undefined {
    const squeezed = key.replace(/(.)\1+/g, '$1');
    if (this.byWord.has(squeezed) && squeezed.length > 2) return squeezed;
    if (key.length < 4) return undefined;
    for (const variant of [key, ...shortened(key)]) {
      const word = this.byWord.has(variant) && variant.length >= 5 ? variant : this.nearly.get(variant);
      if (word && word[0] === key[0] && oneSlip(word, key)) return word;
    }
    return undefined;
  }
}

function shortened(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** Whether two words differ by one letter left out, added, changed, or swapped with its neighbour (Damerau 1964). */
export function oneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [i, j] = [a.length, b.length];
  while (i > start && j > start && a[i - 1] === b[j - 1]) [i, j] = [i - 1, j - 1];
  const [restA, restB] = [a.slice(start, i), b.slice(start, j)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
