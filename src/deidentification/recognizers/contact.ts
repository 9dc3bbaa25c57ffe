import type { PatternRecognizer } from '../deidentification.types.js';
import { digitsOf, isIpv4 } from '../checksums.js';

/** Helplines, without a leading 1: they stay, since they are the answer a texter came for. */
const HELPLINES = new Set([
  '8006686868', // Kids Help Phone
  '8662773553', // 1 866 APPELLE
  '8332364566',
  '8334564566', // Talk Suicide Canada
  '8552423310', // Hope for Wellness
  '8773306366', // Trans Lifeline
  '8666334220', // National Eating Disorder Information Centre
  '8668630511', // Assaulted Women's Helpline
  '8002632266', // Tel-jeunes
  '8005055000', // Interligne
  '8003658255',
  '8889983277',
  '8002738255', // 988 Lifeline's former number
  '8332326999',
  '8009013434',
]);

/** Services that are named to texters; their addresses stay. */
const PUBLIC_SITES =
  /^(?:https?:\/\/)?(?:www\.)?(?:kidshelpphone|jeunessejecoute|hopeforwellness|988|foundrybc|youthspace|crisisservicescanada|talksuicide|interligne|teljeunes|tel-jeunes|translifeline|nedic|wellnesstogether|keltymentalhealth|lgbtyouthline|connexontario|canada|ontario|quebec|211|getselfhelp|calm|headspace|google|youtube|instagram|snapchat|tiktok|netflix)\.(?:ca|com|org|qc\.ca|gc\.ca|gouv\.qc\.ca|co)\/?$/iu;

/** Whether a web address is that of a service which is named to texters. */
export const isPublicSite = (value: string): boolean => PUBLIC_SITES.test(value.replace(/[.,!?)]{1,3}$/, ''));

/** Whether a phone number is no helpline's. */
export const isPersonalNumber = (value: string): boolean => {
  const digits = digitsOf(value.replace(/(?:x|ext\.?|poste)\s{0,2}\d{1,5}$/i, ''));
  return !HELPLINES.has(digits.replace(/^1(?=\d{10}$)/, ''));
};

const hasDigits = (least: number, most: number) => (value: string) => {
  const count = digitsOf(value).length;
  return count >= least && count <= most && isPersonalNumber(value);
};

const CALLING = {
  words: new Set(
    'call calls landline cellphone text txt phone cell mobile number num numbers tel telephone fax whatsapp reach contact dial ring line numero cellulaire appelle appeler appellez texte rejoindre joindre portable ext extension answering registered desk office'.split(
      ' ',
    ),
  ),
  boost: 0.3,
};

const DIGIT_WORD =
  '(?:z[ée]ro|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|un|deux|trois|quatre|cinq|sept|huit|neuf)';

/** E-mail, URL, phone and network addresses. */
export const CONTACT: readonly PatternRecognizer[] = [
  {
    name: 'email',
    entity: 'EMAIL',
    needs: /@/,
    patterns: [
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu,
    ],
    score: 1,
    reason: 'an e-mail address',
  },
  {
    name: 'email-spelled',
    entity: 'EMAIL',
    needs: /(?:dot|point|\.)\s?[)\]]?\s{0,2}(?:(?:com|ca|org|net|fr|edu)\b|qc|co\s?(?:dot|\.))/iu,
    triggers: new Set('at arobase gmail hotmail outlook yahoo icloud com ca'.split(' ')),
    patterns: [
      /(?<![\p{L}\p{N}._%+-])(?:[\p{L}\p{N}_+-]{1,30}\s{0,2}(?:\bdot\b|\bpoint\b|\bunderscore\b|\.)\s{0,2}){0,3}[\p{L}\p{N}_.+-]{1,40}\s{0,2}[([]?\s?(?:\bat\b|\barobase\b|@)\s?[)\]]?\s{0,2}[\p{L}\p{N}-]{2,40}\s{0,2}[([]?\s?(?:\bdot\b|\bpoint\b|\.)\s?[)\]]?\s{0,2}(?:com|ca|org|net|fr|edu|qc\s?(?:dot|\.)\s?ca|co\s?(?:dot|\.)\s?uk)\b/giu,
    ],
    score: 0.9,
    reason: 'an e-mail address spelled out',
  },
  {
    name: 'url',
    entity: 'URL',
    needs: /:\/\/|www\.|\.\p{L}/iu,
    patterns: [
      /(?<![\p{L}\p{N}])h(?:tt|xx)ps?:\/\/[^\s<>"']{1,2000}/giu,
      /(?<![\p{L}\p{N}.@])www\.[^\s<>"']{2,500}/giu,
      /(?<![\p{L}\p{N}._@/-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,3}\.(?:com|ca|org|net|edu|gov|info|gg|io|tv|app|fr|uk|xyz|online|site|dev|blog)(?:\/[^\s<>"']{0,500})?(?![\p{L}\p{N}@])/giu,
      /(?<![\p{L}\p{N}._@/-])[\p{L}\p{N}-]{1,63}\.(?:me|ly|be|us|co|cc|to)\/[^\s<>"']{1,500}/giu,
      /(?<![\p{L}\p{N}._@/-])[\p{L}\p{N}-]{3,63}\.[a-z]{3,12}\/(?:[\p{L}\p{N}_-]{4,100}|[\p{L}\p{N}_-]{1,40}\/[^\s<>"']{1,100})(?![\p{L}\p{N}])/giu,
    ],
    validate: (value) => !isPublicSite(value),
    score: 0.85,
    reason: 'an address on the web',
  },
  {
    name: 'phone-north-american',
    entity: 'PHONE',
    needs: /\d/,
    patterns: [
      /(?<![\p{L}\p{N}])(?<!\d[.-])(?:\+?1[\s.-]{0,2})?\(?[2-9]\d{2}\)?[\s./-]{0,3}\d{3}[\s.-]{0,3}\d{4}(?:\s{0,2}(?:x|ext\.?|poste)\s{0,2}\d{1,5})?(?![\p{N}])(?![.-]\d)/giu,
      /(?<![\p{L}\p{N}])001[\s.-]\d{3}[\s.-]\d{3}[\s.-]\d{4}(?:x\d{1,5})?(?![\p{N}])/giu,
    ],
    validate: isPersonalNumber,
    score: 0.9,
    reason: 'a phone number with area code',
  },
  {
    name: 'phone-local',
    entity: 'PHONE',
    needs: /\d/,
    patterns: [/(?<![\p{L}\p{N}.-])\d{3}-\d{4}(?![\p{N}-])/gu],
    context: CALLING,
    score: 0.55,
    reason: 'a phone number without area code',
  },
  {
    name: 'phone-international',
    entity: 'PHONE',
    needs: /\d/,
    patterns: [
      /(?<![\p{L}\p{N}])(?:\+|00)\d{1,3}[\s.-]{0,2}(?:\(0\)[\s.-]{0,2})?(?:\(?\d{1,5}\)?[\s.-]{0,2}){1,5}\d{2,5}(?![\p{N}])/gu,
      /(?<![\p{L}\p{N}.-])\(?0\d{1,4}\)?(?:[\s./-]\d{2,4}){2,4}(?![\p{N}])/gu,
      /(?<![\p{L}\p{N}.-])0\d{2,4}[\s-]\d{6,8}(?![\p{N}])/gu,
      /(?<![\p{L}\p{N}.-])\(\d{2,5}\)[\s-]?\d{3,4}[\s-]?\d{3,4}(?![\p{N}])/gu,
    ],
    validate: (value) => hasDigits(8, 15)(value) && !isDate(value),
    score: 0.7,
    reason: 'a phone number as other countries write it',
  },
  {
    name: 'phone-in-context',
    entity: 'PHONE',
    needs: /\d/,
    patterns: [
      /(?<![\p{L}\p{N}./:-])\d{2,4}(?:[\s.-]\d{2,4}){1,4}(?![\p{N}/:])/gu,
      /(?<![\p{L}\p{N}./:-])\d{7,11}(?![\p{N}/:])/gu,
    ],
    validate: hasDigits(7, 12),
    context: CALLING,
    score: 0.35,
    reason: 'a number beside words of calling',
  },
  {
    name: 'phone-spelled',
    entity: 'PHONE',
    needs: /\d[\s,-]{1,3}\d[\s,-]{1,3}\d/,
    patterns: [/(?<![\p{L}\p{N}.-])(?:\d[\s,-]{1,3}){6,12}\d(?![\p{L}\p{N}])/gu],
    validate: (value) => !isCount(digitsOf(value)),
    score: 0.65,
    reason: 'seven or more digits one by one',
  },
  {
    name: 'phone-spelled',
    entity: 'PHONE',
    triggers: new Set('three four five six seven eight nine trois quatre cinq sept huit neuf'.split(' ')),
    patterns: [
      new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${DIGIT_WORD}[\\s,.-]{1,3}(?:(?:then|and|um|uh|puis|pis)\\s{1,2})?){6,13}${DIGIT_WORD}(?![\\p{L}\\p{N}])`,
        'giu',
      ),
    ],
    score: 0.65,
    reason: 'seven or more digits one by one',
  },
  {
    name: 'phone-spelled',
    entity: 'PHONE',
    needs: /\d/,
    triggers: new Set('three four five six seven eight nine trois quatre cinq sept huit neuf'.split(' ')),
    patterns: [
      new RegExp(
        `(?<![\\p{L}\\p{N}])(?:(?:${DIGIT_WORD}|\\d{1,4})[\\s,.-]{1,3}){4,12}(?:${DIGIT_WORD}|\\d{1,4})(?![\\p{L}\\p{N}])`,
        'giu',
      ),
    ],
    validate: (value) => {
      const words = value.match(new RegExp(DIGIT_WORD, 'giu'))?.length ?? 0;
      return words >= 2 && [7, 10, 11].includes(words + value.replace(/\D/g, '').length);
    },
    score: 0.65,
    reason: 'a phone number in digits and words',
  },
  {
    name: 'ip-address',
    entity: 'IP',
    needs: /\d/,
    patterns: [/(?<![\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?!\p{N}|\.\d)/gu],
    validate: isIpv4,
    score: 0.9,
    reason: 'an address of a device on the internet',
  },
  {
    name: 'ip-address',
    entity: 'IP',
    needs: /:|-.{2}-/,
    patterns: [
      /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){5,7}[0-9a-f]{1,4}(?![\p{L}\p{N}:])/giu,
      /(?<![\p{L}\p{N}-])(?:[0-9a-f]{2}-){5}[0-9a-f]{2}(?![\p{L}\p{N}-])/giu,
      /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4}(?![\p{L}\p{N}:])/giu,
    ],
    score: 0.9,
    reason: 'an address of a device on the internet, or of its network card',
  },
];

/** `09/12/2025`, `06-03-2008`. */
const isDate = (value: string): boolean => /^\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d$/.test(value.trim());

/** Counting up or down, as in grounding exercises (`5 4 3 2 1`), is no phone number. */
function isCount(digits: string): boolean {
  return [...digits].every((digit, i) => i === 0 || Math.abs(Number(digit) - Number(digits[i - 1])) <= 1);
}
