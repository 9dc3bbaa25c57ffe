import { digitsOf } from '../checksums.js';
import { NO_SHORT_WORD } from './ordinary.js';
import type { PatternRecognizer } from '../deidentification.types.js';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)';
/** A day of a month, with its year or without, as a pattern's source. */
export const DATE = `(?:\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}|\\d{1,2}(?:st|nd|rd|th|er)?\\s{1,2}(?:of\\s)?${MONTH}(?:,?\\s{1,2}\\d{4})?|${MONTH}\\.?\\s{1,2}\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s{1,2}\\d{4})?)`;

/** `the ninth of august two thousand seven`, as a pattern's source. */
const DATE_IN_WORDS = `(?:the\\s)?[\\p{L}-]{5,16}\\s(?:of\\s)?${MONTH}(?:,?\\s(?:nineteen|twenty|two\\sthousand)(?:\\s(?:and\\s)?[\\p{L}-]{3,10}){1,2})`;

/** Texters are born in these years; what else happened to them is mostly later. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2015];

const isChildhoodDate = (date: string): boolean => {
  const year = Number(/(?<!\d)(?:19|20)\d\d(?!\d)/.exec(date)?.[0]);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};

/** Numbers of papers, files, rooms and plates; dates of birth; postal codes. */
export const PAPERS: readonly PatternRecognizer[] = [
  {
    name: 'driver-licence',
    entity: 'ID_NUMBER',
    needs: /\d/,
    patterns: [
      /(?<![\p{L}\p{N}])[a-z]\d{4}[ -]?\d{5}[ -]?\d{5}(?![\p{L}\p{N}])/giu,
      /(?<![\p{L}\p{N}])[a-z]\d{4}[ -]\d{6}[ -]\d{2}(?![\p{L}\p{N}])/giu,
      /\b(?:driver'?s?\s?licen[cs]e|licen[cs]e|permis(?:\sde\sconduire)?|dl)\s{0,2}(?:number|num|no\.?|#|num[ée]ro)?\s{0,2}(?:is|est|:|#)?\s{0,2}(?<id>[a-z]{0,2}\d[\d-]{5,14}\d)/giu,
    ],
    score: 0.8,
    reason: "a driver's licence by its shape or the words before it",
  },
  {
    name: 'numbered-paper',
    entity: 'ID_NUMBER',
    needs: /\d/,
    triggers: new Set(
      'student employee staff badge case file patient client member membership inmate ticket claim uci passport passeport pr work visa etudiant employe dossier matricule code oen id numero'.split(
        ' ',
      ),
    ),
    patterns: [
      /\b(?:student|employee|staff|badge|case|file|patient|client|member|membership|inmate|ticket|claim|uci|passport|passeport|pr\scard|work\spermit|visa|[ée]tudiant|employ[ée]|dossier|matricule|code\spermanent|oen)\s{0,2}(?:cas|dpj|cps|fia|police|court|legal|aide\ssociale)?\s{0,2}(?:id|card|file|number|num|nbr|no\.?|#|code|num[ée]ro)?\s{0,2}(?:number|num|no\.?|#)?\s{0,2}(?:is|its|was|est|c['’]?est|:|#)?\s{0,2}#?(?<id>[a-z]{0,4}-?\d(?:[\d-]|\s(?=\d)){2,14}[a-z\d])(?![\p{L}\p{N}])/giu,
      /(?<![\p{L}\p{N}.,:/-])(?<id>\d{5,12})\s{1,2}(?:is\s(?:my|the)\s|c['’]?est\smon\s)?(?:student|employee|staff|badge|patient|file|case|client|passport)\s{0,2}(?:card|id|number|num|no|#)/giu,
      /(?<![\p{L}\p{N}.,:/-])(?<id>[a-z]{1,5}-?\d[\d-]{2,14})\s{1,2}(?:is|was|c['’]?est)\s(?:my|the|his|her|our|mon|le)\s(?:student|employee|staff|badge|patient|file|case|client|passport|police|report|num[ée]ro)(?![\p{L}\p{N}])/giu,
      /\bnum[ée]ro\s(?:de|d['’])\s?(?:mon\s|ma\s|la\s)?(?:dossier|client|membre|matricule|employ[ée]|[ée]tudiant)(?:\s[\p{L}'’]{1,12}){0,4}\s{1,2}(?<id>[a-z]{0,4}-?\d[\d-]{3,14})(?![\p{L}\p{N}])/giu,
      /\bid\s{0,2}(?:number|num|no\.?|#)?\s{0,2}(?:is|:|#)\s{0,2}#?(?<id>[a-z]{0,4}-?\d[\d-]{3,14})(?![\p{L}\p{N}])/giu,
    ],
    validate: (value) => digitsOf(value).length >= 4,
    score: 0.8,
    reason: 'a number after the word for a paper or file that bears it',
  },
  {
    name: 'room-number',
    entity: 'ID_NUMBER',
    needs: /\d/,
    triggers: new Set('room rm locker homeroom portable cell casier chambre local cellule'.split(' ')),
    patterns: [
      /\b(?:room|rm|locker|homeroom|portable|cell|casier|chambre|local|cellule)\s{0,2}(?:number|num|no\.?|#)?\s{0,2}(?:is|:|#)?\s{0,2}#?(?<id>[a-z]?\d{2,4}[a-z]?)(?![\p{L}\p{N}:]|[\s.-]{0,2}\d)/giu,
    ],
    score: 0.7,
    reason: 'the number of a room or locker',
  },
  {
    name: 'licence-plate',
    entity: 'ID_NUMBER',
    needs: /\d/,
    triggers: new Set('plate plates plaque plaques'.split(' ')),
    patterns: [
      /\b(?:licen[cs]e\s)?(?:plates?|plaques?)\s{0,2}(?:number|num|no\.?|#)?\s{0,2}(?:is|are|says|est|:|#)?\s{0,2}(?<id>[a-z0-9]{2,4}[ -]?[a-z0-9]{2,4})(?![\p{L}\p{N}])/giu,
    ],
    validate: (value) => /\d.*\d/.test(value) && /[a-z]/i.test(value),
    score: 0.75,
    reason: 'a licence plate after the word for it',
  },
  {
    name: 'birth-date',
    entity: 'BIRTH_DATE',
    triggers: new Set(
      'born dob d birth birthday birthdate birthdays bday bdays b ne nee naissance fete anniversaire anniv date'.split(
        ' ',
      ),
    ),
    patterns: [
      new RegExp(
        `\\b(?:born(?:\\son)?|d\\.?o\\.?b\\.?|date\\sof\\sbirth|birth\\s?da(?:te|y)(?:['’]?s)?|b-?day(?:['’]?s)?|n[ée]e?\\sle|date\\sde\\snaissance|f[êe]te|anniversaire|anniv)\\s{0,3}(?:is|was|:|est|c['’]?est|=)?\\s{0,3}(?:on|the|le|in)?\\s{0,2}(?<id>${DATE}(?:,?\\s['’]?\\d\\d)?|${DATE_IN_WORDS})(?![\\p{L}\\p{N}])`,
        'giu',
      ),
    ],
    score: 0.9,
    reason: 'a date of birth after the words for it',
  },
  {
    name: 'birth-date-by-year',
    entity: 'BIRTH_DATE',
    needs: /(?:19|20)\d\d/,
    patterns: [new RegExp(`(?<![\\p{L}\\p{N}/.-])(?<id>${DATE})(?![\\p{L}\\p{N}/-])`, 'giu')],
    validate: isChildhoodDate,
    score: 0.6,
    reason: 'a whole date in years in which texters were born',
  },
  {
    name: 'postal-code',
    entity: 'POSTAL_CODE',
    needs: /\d/,
    patterns: [
      /(?<![\p{L}\p{N}])[abceghj-nprstvxy]\d[abceghj-nprstv-z][ -]?\d[abceghj-nprstv-z]\d(?![\p{L}\p{N}])/giu,
      /\b(?:postal\s?code|code\s?postal)\s{0,2}(?:is|starts\swith|begins\swith|est|c['’]?est|:)?\s{0,2}(?<id>[abceghj-nprstvxy]\d[abceghj-nprstv-z])(?![\p{L}\p{N}])/giu,
    ],
    score: 0.9,
    reason: 'a Canadian postal code',
  },
  {
    name: 'zip-code',
    entity: 'POSTAL_CODE',
    needs: /\d/,
    patterns: [
      /(?<![\p{L}\p{N}-])\d{5}-\d{4}(?![\p{N}-])/gu,
      new RegExp(
        `\\b(?:zip\\s?code|zip|postal\\s?code|post\\s?code|postcode|code\\s?postal)[^\\p{L}\\p{N}]{0,3}(?:is|was|est|for|of|:)?\\s{0,2}(?<id>\\d{3,5}(?:[ -]\\d{2,4})?(?:\\s${NO_SHORT_WORD}[a-z]{2}(?![\\p{L}\\p{N}]))?)(?![\\p{L}\\p{N}])`,
        'giu',
      ),
      /(?<![\p{L}\p{N}])(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|A[AEP])\.?,?\s{1,2}(?<id>\d{5})(?!\p{N})/gu,
      /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?![\p{L}\p{N}])/gu,
    ],
    score: 0.8,
    reason: 'a ZIP code, or the postal code of another country after the word for it',
  },
];
