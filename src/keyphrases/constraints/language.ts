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

/**
 * Whether a phrase is in English, or in the conversation's language with an English canonical form.
 * @param language ISO 639-1 code of the conversation, or `und`
 */
export function hasLanguage(
  { text, canonical }: { text: string; canonical?: string | undefined },
  language: string,
): boolean {
  const english = language === 'en' || language === 'und';
  if (canonical === undefined) return english && canBeEnglish(text);
  return canBeEnglish(canonical) && (!english || canBeEnglish(text));
}
