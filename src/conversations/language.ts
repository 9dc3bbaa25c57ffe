import { once } from '../operations/once.js';
import { FUNCTION_WORDS, SHARED_WORDS } from './language.words.js';

/**
 * The languages that `eld` may answer with: those that newcomers to Canada and the United States text in most
 * (Statistics Canada, 2021 census: mother tongues), so that slang is not taken for some rarer one.
 */
const LANGUAGES =
  'en fr es pt it de nl pl ro ru uk ar fa ur hi pa bn gu ta te ml zh ja ko vi tl tr he el am sq hu cs sr bg'.split(
    ' ',
  );
/** Its letter statistics take a tenth of a second to load. */
const detector = once(async () => {
  const { eld } = await import('eld/small');
  const instance = eld.newInstance();
  instance.setLanguageSubset(LANGUAGES);
  return instance;
});

/** Scripts that one language alone uses among `LANGUAGES`, or nearly so: short texts need no more. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Ethiopic}/gu, 'am'],
];

/** Latin letters that neither English nor French uses: those of Vietnamese, Polish, Turkish, Portuguese… */
const OTHER_LETTERS = /[ãåìíðñòóõøúýþıß\u0100-\u0151\u0154-\u024f\u1e00-\u1eff]/u;

/** Words of evidence below which a longer text is judged by its letters. */
const LEAST_WORDS = 2;

/** Texts of fewer words are beyond statistics of letters: `my boyfriend hits me` looks Tagalog to them. */
const SHORT = 6;

/**
 * The main language of what a texter wrote. Function words and SMS spellings of English and French decide
 * (`jsuis`, `pk`, `idk`, `ngl`), since statistics of letters fail on texts this short and misspelt; letters and
 * scripts decide for all other languages.
 * @param messages one sender's texts, in any order
 * @returns ISO 639-1 code, or `und` where there are too few words to tell; in mixed chats the one with more evidence
 */
export async function detectLanguage(messages: readonly string[]): Promise<string> {
  const text = messages.join('\n').normalize('NFC').slice(0, MOST_CHARACTERS);
  const script = byScript(text);
  if (script) return script;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.filter((word) => OTHER_LETTERS.test(word)).length > words.length * 0.2)
    return byLetters(text, words);
  const { en, fr } = evidence(words);
  const known = Math.max(en, fr);
  const main = fr > en ? 'fr' : 'en';
  if (words.length < SHORT) return ofFewWords(text, words) ?? byLetters(text, words);
  if (known >= Math.max(LEAST_WORDS, words.length * 0.18)) return main;
  const language = await byLetters(text, words);
  return language === 'und' && known > 0 && en !== fr ? main : language;
}

/**
 * English or French on any evidence: a word that no other language shares, or half of the words. To take a short
 * English text for an unsupported language would keep a child's `he hit me` from being read.
 */
function ofFewWords(text: string, words: readonly string[]): string | undefined {
  if (!/\p{Script=Latin}/u.test(text)) return undefined;
  const all = evidence(words);
  const own = evidence(words.filter((word) => !SHARED_WORDS.has(bare(word))));
  if (own.en !== own.fr) return own.fr > own.en ? 'fr' : 'en';
  const half = Math.max(all.en, all.fr) >= Math.max(1, words.length / 2);
  return half && all.en !== all.fr ? (all.fr > all.en ? 'fr' : 'en') : undefined;
}

/** Enough to tell any language; the detector's cost grows with length. */
const MOST_CHARACTERS = 20_000;

function evidence(words: readonly string[]): { en: number; fr: number } {
  let en = 0;
  let fr = 0;
  for (const word of words) {
    en += FUNCTION_WORDS.en.has(bare(word)) ? 1 : 0;
    fr += FUNCTION_WORDS.fr.has(bare(word)) ? 1 : 0;
  }
  return { en, fr };
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

function byScript(text: string): string | undefined {
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  if (letters === 0) return undefined;
  // Japanese is written with Han characters, too: any kana among them tells.
  const found = SCRIPTS.find(([pattern, language]) => {
    const count = (text.match(pattern) ?? []).length;
    return count * (language === 'ja' ? 8 : 2) > letters;
  });
  return found?.[1];
}

async function byLetters(text: string, words: readonly string[]): Promise<string> {
  if (words.join('').length < 8) return 'und';
  const result = (await detector()).detect(text);
  return result.language && (result.isReliable() || words.length >= 5) ? result.language : 'und';
}
