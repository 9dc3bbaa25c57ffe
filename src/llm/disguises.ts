/** Letters of other scripts that look like Latin ones, and digits and signs that stand for letters. */
const LOOKALIKES = pairs('аaеeоoрpсcуyхxіiѕsԁdαaοoνv');
const LEET = pairs('0o1i3e4a5s7t@a$s!i');

/** A word in which digits stand among letters: `1gn0re`, not `grade10` or `2nite`. */
const LEET_WORD =
  /(?<![\p{L}\d])[\p{L}\d@$!]*\p{L}[0134567@$]+\p{L}[\p{L}\d@$!]*|(?<![\p{L}\d])[134570]\p{L}[\p{L}\d@$!]*[0134567@$][\p{L}\d@$!]*/gu;

/** Letters set apart: `i g n o r e`. */
const SPACED = /(?<![\p{L}\d])\p{L}(?:[ .\-_*]\p{L}){4,}(?![\p{L}\d])/gu;

const BACKWARDS = /snoitcurtsni|tpmorp|erongi|(?<!\p{L})selur(?!\p{L})|metsys|esarhpyek/u;

const BASE64 = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,}={0,2}(?![A-Za-z0-9+/=])/g;
const HEX = /(?<![A-Za-z0-9])(?:[0-9a-f]{2}[ ]?){8,}(?![A-Za-z0-9])/gi;

/** What decodes to words: printable, with a space among letters. */
const WORDS = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\s]*\p{L}{2,} \p{L}[\p{L}\p{M}\p{N}\p{P}\p{S}\s]*$/u;

/** Texts that a text holds in base64 or as hexadecimal numbers. */
export function decoded(text: string): string[] {
  const found = [
    ...[...text.matchAll(BASE64)].map(([code]) => Buffer.from(code, 'base64')),
    ...[...text.matchAll(HEX)].map(([code]) => Buffer.from(code.replaceAll(' ', ''), 'hex')),
  ];
  // What is no UTF-8 decodes to replacement characters.
  return found.map(String).filter((words) => WORDS.test(words) && !words.includes('\ufffd'));
}

/**
 * A text with its disguises taken off: without invisible characters and lookalikes, and, where they apply, with
 * digits read as letters, spaced letters joined, and read backwards. The first is always there.
 */
export function unmasked(text: string): string[] {
  const plain = [...text.normalize('NFKC').replace(/\p{Cf}/gu, '')]
    .map((letter) => LOOKALIKES.get(letter) ?? letter)
    .join('');
  const unleeted = plain.replace(LEET_WORD, (word) =>
    [...word].map((sign) => LEET.get(sign) ?? sign).join(''),
  );
  const joined = plain.replace(SPACED, (letters) => letters.replace(/[ .\-_*]/g, ''));
  const forms = [plain, unleeted, joined];
  if (BACKWARDS.test(plain.toLowerCase())) forms.push([...plain].reverse().join(''));
  return [...new Set(forms)];
}

/** `0o1i` as a map from each first to its second character. */
function pairs(characters: string): ReadonlyMap<string, string> {
  return new Map(characters.match(/../gu)?.map((pair) => [pair.charAt(0), pair.charAt(1)]));
}
