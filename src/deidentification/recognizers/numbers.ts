import type { PatternRecognizer } from '../deidentification.types.js';
import {
  digitsOf,
  isBritishColumbiaHealthNumber,
  isCard,
  isIban,
  isOntarioHealthCard,
  isQuebecHealthNumber,
  isSocialInsurance,
  isSocialSecurity,
} from '../checksums.js';

import { fold, lexicon } from '../lexicon.js';

const near = (words: string, boost: number, reach = 6) => ({
  words: new Set(words.split(' ')),
  boost,
  reach,
});

const HEALTH = near(
  'health card healthcard ohip ramq phn mcp msp insurance maladie assurance soleil carte ahcip hcn version',
  0.4,
);
const SOCIAL = near('sin social insurance nas assurance sociale ssn security', 0.4);
const BANK = near(
  'card visa debit credit mastercard amex cc carte bank bancaire account compte interac cvv number numero',
  0.4,
);

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)';
/** A day of a month, with its year or without, as a pattern's source. */
export const DATE = `(?:\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}|\\d{1,2}(?:st|nd|rd|th|er)?\\s{1,2}(?:of\\s)?${MONTH}(?:,?\\s{1,2}\\d{4})?|${MONTH}\\.?\\s{1,2}\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s{1,2}\\d{4})?)`;

/** Texters are born in these years; what else happened to them is mostly later. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2015];

const isChildhoodDate = (date: string): boolean => {
  const year = Number(/(?<!\d)(?:19|20)\d\d(?!\d)/.exec(date)?.[0]);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};

/** Numbers of cards, accounts, health insurance, papers and files; dates of birth. */
export const NUMBERS: readonly PatternRecognizer[] = [
  {
    name: 'card',
    entity: 'CARD',
    needs: /\d/,
    patterns: [/(?<![\p{N}.])\d(?:[ -]?\d){11,18}(?![\p{N}])/gu],
    validate: isCard,
    score: 0.95,
    reason: 'a card number: its check digit fits',
  },
  {
    name: 'card-in-context',
    entity: 'CARD',
    needs: /\d/,
    patterns: [/(?<![\p{N}.])\d(?:[ -]?\d){11,18}(?![\p{N}])/gu],
    context: BANK,
    score: 0.4,
    reason: 'as many digits as a card has, beside words of banking',
  },
  {
    name: 'iban',
    entity: 'BANK_ACCOUNT',
    needs: /\d/,
    patterns: [
      /(?<![\p{L}\p{N}])[a-z]{2}\d{2}[a-z\d]{11,30}(?![\p{L}\p{N}])/giu,
      /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ -][a-z\d]{4}){2,7}(?:[ -][a-z\d]{1,3})?(?![\p{L}\p{N}])/giu,
    ],
    validate: isIban,
    score: 0.95,
    reason: 'an international bank account number: its check digits fit',
  },
  {
    name: 'iban-shape',
    entity: 'BANK_ACCOUNT',
    needs: /\d/,
    patterns: [/(?<![\p{L}\p{N}])[a-z]{2}\d{2}[a-z]{4}\d{7,22}(?![\p{L}\p{N}])/giu],
    score: 0.7,
    reason: 'the shape of an international bank account number',
  },
  {
    name: 'bank-account',
    entity: 'BANK_ACCOUNT',
    needs: /\d/,
    triggers: new Set('account acct compte transit routing institution'.split(' ')),
    patterns: [
      /\b(?:account|acct|compte|transit|routing|institution)\s{0,2}(?:number|num|no\.?|#|num[ée]ro)?\s{0,2}(?:is|est|:|#)?\s{0,2}(?<id>\d[\d -]{3,18}\d)/giu,
    ],
    score: 0.75,
    reason: 'a number after words of banking',
  },
  {
    name: 'social-insurance-number',
    entity: 'ID_NUMBER',
    needs: /\d/,
    patterns: [/(?<![\p{N}-])\d{3}[ -]\d{3}[ -]\d{3}(?![\p{N}]|-\d)/gu],
    validate: isSocialInsurance,
    context: SOCIAL,
    score: 0.7,
    reason: 'a Canadian social insurance number: its check digit fits',
  },
  {
    name: 'social-insurance-number',
    entity: 'ID_NUMBER',
    needs: /\d/,
    patterns: [/(?<![\p{N}-])\d{3}[ -]?\d{3}[ -]?\d{3}(?![\p{N}]|-\d)/gu],
    context: SOCIAL,
    score: 0.4,
    reason: 'nine digits beside words of social insurance',
  },
  {
    name: 'social-security-number',
    entity: 'ID_NUMBER',
    needs: /\d/,
    patterns: [
      /(?<![\p{N}-])\d{3}-\d{2}-\d{4}(?![\p{N}-])/gu,
      /(?<![\p{N}-])\d{3} \d{2} \d{4}(?![\p{N}-])/gu,
    ],
    validate: isSocialSecurity,
    score: 0.8,
    reason: 'the shape of a US social security number',
  },
  {
    name: 'health-card-ontario',
    entity: 'HEALTH_NUMBER',
    needs: /\d/,
    patterns: [
      /(?<![\p{N}-])\d{4}[ -]\d{3}[ -]\d{3}(?:[ -]?[a-z]{2})?(?![\p{L}\p{N}])/giu,
      /(?<![\p{N}-])\d{10}(?:[ -]?[a-z]{2})?(?![\p{L}\p{N}])/giu,
    ],
    validate: isOntarioHealthCard,
    context: HEALTH,
    score: 0.6,
    reason: 'an Ontario health card: its check digit fits',
  },
  {
    name: 'health-card-quebec',
    entity: 'HEALTH_NUMBER',
    needs: /\d/,
    patterns: [/(?<![\p{L}\p{N}])[a-z]{4}[ -]?\d{4}[ -]?\d{4}(?![\p{L}\p{N}])/giu],
    validate: (value) => isQuebecHealthNumber(value) && lexicon().word(fold(value.slice(0, 4))) < 2,
    context: HEALTH,
    score: 0.85,
    reason: 'a Quebec health insurance number: its date fits',
  },
  {
    name: 'health-number-british-columbia',
    entity: 'HEALTH_NUMBER',
    needs: /\d/,
    patterns: [/(?<![\p{N}-])9\d{3}[ -]?\d{3}[ -]?\d{3}(?![\p{N}])/gu],
    validate: isBritishColumbiaHealthNumber,
    context: HEALTH,
    score: 0.6,
    reason: 'a British Columbia personal health number: its check digit fits',
  },
  {
    name: 'health-number-in-context',
    entity: 'HEALTH_NUMBER',
    needs: /\d/,
    triggers: new Set('health healthcard ohip ramq phn mcp msp ahcip carte assurance'.split(' ')),
    patterns: [
      /\b(?:health\s?card|healthcard|health\s(?:insurance|number)|ohip|ramq|phn|mcp|msp|ahcip|carte\s(?:soleil|d['’]?assurance\smaladie)|assurance\smaladie)\s{0,2}(?:card|number|num|no\.?|#|num[ée]ro)?\s{0,2}(?:is|its|est|c['’]?est|:|#)?\s{0,2}(?<id>[a-z]{0,4}[ -]?\d[\d -]{4,13}\d(?:[ -]?[a-z]{2}\b)?)/giu,
    ],
    score: 0.9,
    reason: 'a number after words of health insurance',
  },
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
      'student employee staff badge case file patient client member membership inmate ticket claim uci passport passeport pr work visa etudiant employe dossier matricule code oen id'.split(
        ' ',
      ),
    ),
    patterns: [
      /\b(?:student|employee|staff|badge|case|file|patient|client|member|membership|inmate|ticket|claim|uci|passport|passeport|pr\scard|work\spermit|visa|[ée]tudiant|employ[ée]|dossier|matricule|code\spermanent|oen)\s{0,2}(?:cas|dpj|cps|fia|police|court|legal|aide\ssociale)?\s{0,2}(?:id|card|file|number|num|nbr|no\.?|#|code|num[ée]ro)?\s{0,2}(?:number|num|no\.?|#)?\s{0,2}(?:is|its|was|est|c['’]?est|:|#)?\s{0,2}#?(?<id>[a-z]{0,4}-?\d(?:[\d-]|\s(?=\d)){2,14}[a-z\d])(?![\p{L}\p{N}])/giu,
      /(?<![\p{L}\p{N}.,:/-])(?<id>\d{5,12})\s{1,2}(?:is\s(?:my|the)\s|c['’]?est\smon\s)?(?:student|employee|staff|badge|patient|file|case|client|passport)\s{0,2}(?:card|id|number|num|no|#)/giu,
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
    needs: /\d/,
    triggers: new Set(
      'born dob d birth birthday birthdate birthdays bday bdays b ne nee naissance fete anniversaire anniv date'.split(
        ' ',
      ),
    ),
    patterns: [
      new RegExp(
        `\\b(?:born(?:\\son)?|d\\.?o\\.?b\\.?|date\\sof\\sbirth|birth\\s?da(?:te|y)(?:['’]?s)?|b-?day(?:['’]?s)?|n[ée]e?\\sle|date\\sde\\snaissance|f[êe]te|anniversaire|anniv)\\s{0,3}(?:is|was|:|est|c['’]?est|=)?\\s{0,3}(?:on|the|le|in)?\\s{0,2}(?<id>${DATE})(?![\\p{L}\\p{N}])`,
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
      /\b(?:zip\s?code|zip|postal\s?code|post\s?code|postcode|code\s?postal)[^\p{L}\p{N}]{0,3}(?:is|was|est|for|of|:)?\s{0,2}(?<id>\d{3,5}(?:[ -]\d{2,4})?(?:\s[a-z]{2}(?![\p{L}\p{N}]))?)(?![\p{L}\p{N}])/giu,
      /(?<![\p{L}\p{N}])(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|A[AEP])\.?,?\s{1,2}(?<id>\d{5})(?!\p{N})/gu,
      /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?![\p{L}\p{N}])/gu,
    ],
    score: 0.8,
    reason: 'a ZIP code, or the postal code of another country after the word for it',
  },
];
