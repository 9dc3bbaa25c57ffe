import { NO_SHORT_WORD } from './ordinary.js';
import type { PatternRecognizer } from '../deidentification.types.js';
import {
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

/** Numbers of cards, accounts, social and health insurance. */
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
      new RegExp(
        `\\b(?:health\\s?card|healthcard|health\\s(?:insurance|number)|ohip|ramq|phn|mcp|msp|ahcip|carte\\s(?:soleil|d['’]?assurance\\smaladie)|assurance\\smaladie)\\s{0,2}(?:card|number|num|no\\.?|#|num[ée]ro)?\\s{0,2}(?:is|its|est|c['’]?est|:|#)?\\s{0,2}(?<id>[a-z]{0,4}[ -]?\\d[\\d -]{4,13}\\d(?:[ -]?${NO_SHORT_WORD}[a-z]{2}\\b)?)`,
        'giu',
      ),
    ],
    score: 0.9,
    reason: 'a number after words of health insurance',
  },
];
