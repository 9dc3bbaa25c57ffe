import { fold, lexicon } from '../../deidentification/lexicon.js';
import type { Concept } from '../../taxonomy/taxonomy.types.js';
import { wordsOf } from './words.js';

const FRENCH_WORDS =
  /(?<![\p{L}])(?:le|la|les|des|du|de|un|une|aux|avec|sans|chez|dans|pour|par|sur|son|sa|ses|être|qui|pas|et|ou|vers|entre|après|avant|contre|envers)(?![\p{L}'’])|(?<![\p{L}])(?:d|l|qu|j|n|s|m|t|c)['’](?=\p{L})/u;
const ENGLISH_WORDS =
  /(?<![\p{L}])(?:the|of|with|without|from|for|by|at|about|after|before|over|being|not|and|to|in|into|while)(?![\p{L}])|\p{L}{2}ing(?![\p{L}])/u;
const ACCENTS = /[àâäçèéêëîïôöùûüÿœæ]/u;

/** English words that keep their accents. */
const BORROWED = /(?<![\p{L}])(?:fiancée?|café|résumé|naïve|cliché|née|exposé)(?![\p{L}])/gu;

/** Written with another script than Latin. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;

/** Whether a short phrase reads as French: it has French little words or accents, and no English ones. */
export function seemsFrench(phrase: string): boolean {
  const text = phrase.toLowerCase().replace(BORROWED, '');
  return (FRENCH_WORDS.test(text) || ACCENTS.test(text)) && !ENGLISH_WORDS.test(text);
}

/** Whether a short phrase can be English. Phrases are too short for a language detector, so this only refuses what shows. */
export function canBeEnglish(phrase: string): boolean {
  const text = phrase.toLowerCase().replace(BORROWED, '');
  return !OTHER_SCRIPT.test(text) && !ACCENTS.test(text) && !seemsFrench(text);
}

/** Shorter ones are what an elision or a possessive leaves. */
const LEAST_LETTERS = 2;

/** An English word, slang of texters, or a place. */
function isEnglishWord(word: string): boolean {
  const { word: rank, frenchOnly, region, place } = lexicon().look(fold(word));
  return rank > 1 || (rank > 0 && !frenchOnly) || region || place > 0;
}

/** An English or French word, slang of texters, or a place. */
function isKnownWord(word: string): boolean {
  return !lexicon().look(fold(word)).unknown;
}

/** A phrase whose language is asked about. */
interface Worded {
  text: string;
  canonical?: string | undefined;
}

/** Tells phrases in a language that a reader of the conversation knows from others. */
export class PhraseLanguage {
  /** What the dictionaries lack, for people have read the bank's phrases. */
  private readonly english: ReadonlySet<string>;
  private readonly french: ReadonlySet<string>;

  constructor(concepts: readonly Pick<Concept, 'phrase' | 'fr'>[]) {
    this.english = new Set(concepts.flatMap(({ phrase }) => wordsOf(phrase)));
    this.french = new Set(concepts.flatMap(({ fr }) => wordsOf(fr)));
  }

  /**
   * Whether a phrase is in English, or in the conversation's language with an English canonical form: no word or
   * letter of another language shows, and every word is in the dictionary. In English and French conversations
   * the texter's own words are words, too; of other languages only the canonical form is looked at.
   * @param language ISO 639-1 code of the conversation, or `und`
   * @param said all that the texter wrote
   */
  holds({ text, canonical }: Worded, language: string, said: string): boolean {
    const own = new Set(wordsOf(said));
    const isEnglishHere = language === 'en' || language === 'und';
    const isEnglish = (phrase: string) =>
      canBeEnglish(phrase) &&
      every(
        phrase,
        (word) => this.english.has(word) || isEnglishWord(word) || (isEnglishHere && own.has(word)),
      );
    if (canonical === undefined) return isEnglishHere && isEnglish(text);
    if (!isEnglish(canonical)) return false;
    if (isEnglishHere) return text === canonical || isEnglish(text);
    if (language !== 'fr') return true;
    return every(text, (word) => this.french.has(word) || isKnownWord(word) || own.has(word));
  }
}

/** Whether something holds for every word of a phrase that a dictionary could have. */
function every(phrase: string, holds: (word: string) => boolean): boolean {
  return wordsOf(phrase).every((word) => word.length < LEAST_LETTERS || /\d/.test(word) || holds(word));
}
