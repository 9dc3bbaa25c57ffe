import type { PatternRecognizer } from '../deidentification.types.js';
import { fold, lexicon } from '../lexicon.js';

export const STREET =
  '(?:street|str|avenue|ave|road|boulevard|boul|blvd|crescent|cres|lane|parkway|pkwy|highway|hwy|terrace|terr|concession|sideroad|turnpike|freeway|throughway|expressway|st|rd|dr|ln|crt|hts)';
/** Types of street that are also ordinary words. */
export const ORDINARY_STREET =
  '(?:drive|court|place|way|circle|square|trail|path|gate|grove|close|walk|row|hill|hills|point|ridge|run|park|heights|line|mews|green|gardens|loop|plaza|crossing|crossroad|valley|view|island|islands|fort|ford|forest|garden|glen|harbor|harbour|haven|hollow|junction|key|knoll|lake|landing|manor|meadow|meadows|mill|mission|mount|mountain|orchard|oval|pass|pike|pine|plain|port|prairie|ranch|rapid|rest|river|shoal|shore|spring|springs|spur|station|stream|summit|trace|track|tunnel|union|village|ville|vista|wall|well|wells|alley|bend|bluff|bridge|brook|burg|bypass|camp|canyon|cape|cliff|club|common|corner|course|cove|creek|crest|curve|dale|dam|divide|estate|extension|falls|ferry|field|flat)';
const NO_STREET_WORD =
  '(?!(?:and|or|but|on|in|at|of|to|the|a|my|his|her|our|their|your|is|was|are|am|pm|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|yo|times?|km|kms|miles?|blocks?|steps?|people|kids|more|other|different|st|nd|rd|th|percent|dollars|bucks|mg|pills)\\b)';
const WORD = `${NO_STREET_WORD}[\\p{L}\\p{N}'’.-]{1,25}`;
const TAIL =
  '(?:\\.?,?\\s{1,2}(?:n|s|e|w|ne|nw|se|sw|north|south|east|west|nord|sud|est|ouest)\\b\\.?)?(?:,?\\s{1,3}(?:apt|apartment|unit|suite|app|#)\\.?\\s{0,2}#?\\d{1,5}[a-z]?)?';
const NUMBER_WORDS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred oh zero'.split(
    ' ',
  );
const FRENCH_STREET =
  '(?:rue|boulevard|boul\\.?|avenue|av\\.?|chemin|ch\\.|rang|place|all[ée]e|impasse|mont[ée]e|c[ôo]te|route|rte|ruelle|croissant)';
const FRENCH_NAME =
  "(?:(?:de|du|des|la|le|les|saint|sainte|st|ste)[ -]){0,3}(?:[dl]['’])?[\\p{L}'’-]{2,30}(?:\\s(?!(?:et|à|a|est|pis|avec|dans|pour|mais|ou|je|app|appartement)\\b)\\p{Lu}[\\p{L}'’-]{1,25}){0,2}";

/** Directions and descriptions: `the street`, `a long drive`, `on the dark side street` tell nobody's address. */
const NO_NAME = new Set(
  'the a an my our his her their your this that same other next whole own back side main busy dark quiet dirt long short cross one two every some any open empty random wrong right left bus walking high down up off across on in of to at from and or is was it so just like still memory sesame easy new old best worst safe bad good first second third last public private minute hour far few middle'.split(
    ' ',
  ),
);
/** A French street's name is no function word: `dans la rue jusqu'au matin` names none. */
const isNamedInFrench = (value: string): boolean => {
  const name = value.replace(/^\S{1,12}\s{1,2}(?:(?:de|du|des|la|le|les|l|d)[\s'’-]{1,2}){0,3}/iu, '');
  const first = /^[\p{L}\p{M}]{1,30}/u.exec(name)?.[0] ?? '';
  return first !== '' && (/^\p{Lu}/u.test(first) || lexicon().word(fold(first)) < 3);
};
const isNamed = (value: string): boolean => {
  const words = value.split(/\s+/).slice(0, -1).map(fold);
  return words.length > 0 && !words.some((word) => NO_NAME.has(word));
};

/** With an ordinary word as its type, an address needs a house number of three digits, a capital or a rare word. */
const looksLikeAddress = (value: string): boolean => {
  const [number = '', ...words] = value.split(/[\s,]+/);
  const named = words.slice(0, -1);
  return (
    number.replace(/\D/g, '').length >= 3 ||
    named.some((word) => /^\p{Lu}/u.test(word) || lexicon().word(fold(word)) < 2)
  );
};

/** Street addresses, in English, French and as newcomers write those of other countries. */
export const ADDRESSES: readonly PatternRecognizer[] = [
  {
    name: 'street-address',
    entity: 'ADDRESS',
    needs: /\d/,
    patterns: [
      new RegExp(
        `(?<![\\p{L}\\p{N}.:])\\d{1,6}[a-z]?(?:-[a-z\\d]{1,5})?,?\\s{1,2}(?:${WORD}\\s{1,2}){1,4}${STREET}(?![\\p{L}\\p{N}])${TAIL}`,
        'giu',
      ),
      new RegExp(
        `(?<![\\p{L}\\p{N}.:])\\d{1,6}[a-z]?(?:-[a-z\\d]{1,5})?,?\\s{1,2}(?:de\\sla\\s|du\\s|des\\s)?${FRENCH_STREET}\\s{1,2}${FRENCH_NAME}${TAIL}`,
        'giu',
      ),
    ],
    score: 0.95,
    reason: 'a house number and a street',
  },
  {
    name: 'street-address',
    entity: 'ADDRESS',
    needs: /\d/,
    patterns: [
      new RegExp(
        `(?<![\\p{L}\\p{N}.:])\\d{1,6}[a-z]?,?\\s{1,2}(?:${WORD}\\s{1,2}){1,3}${ORDINARY_STREET}s?(?![\\p{L}\\p{N}])${TAIL}`,
        'giu',
      ),
    ],
    validate: looksLikeAddress,
    score: 0.92,
    reason: 'a house number and a street',
  },
  {
    name: 'street',
    entity: 'ADDRESS',
    triggers: new Set('street avenue ave road rd blvd boulevard crescent cres st drive lane'.split(' ')),
    patterns: [
      new RegExp(
        `\\b(?:on|off|near|at|to|from|along|down|by|of|and|&)\\s{1,2}(?<id>(?:[\\p{L}'’-]{2,20}\\s{1,2}){1,2}(?:street|avenue|ave|road|blvd|boulevard|crescent|cres|st|rd|drive|lane))(?![\\p{L}\\p{N}])`,
        'giu',
      ),
    ],
    validate: isNamed,
    score: 0.91,
    reason: 'a street by its name',
  },
  {
    name: 'street',
    entity: 'ADDRESS',
    needs: /rue|boul|avenue|chemin|rang/i,
    patterns: [
      new RegExp(
        `\\b(?:sur|dans|de|à|a|au|coin|habite|vis)\\s{1,2}(?:la\\s|le\\s|du\\s)?(?<id>(?:rue|boul|boulevard|avenue|chemin|rang)\\s{1,2}(?!(?:et|est|pis|avec|parce|mais|pour|ou|qui|que|dans|avant|sans)\\b)${FRENCH_NAME})`,
        'giu',
      ),
    ],
    validate: isNamedInFrench,
    score: 0.91,
    reason: 'a street by its name',
  },
  {
    name: 'grid-road',
    entity: 'ADDRESS',
    needs: /\d/,
    triggers: new Set('range rge township twp concession sideroad grid rang'.split(' ')),
    patterns: [
      /(?<![\p{L}\p{N}])(?:(?:range|rge|township|twp|grid|concession|side)\s?(?:road|rd|line)|concession|rang)\s#?\d{1,4}[a-z]?(?![\p{L}\p{N}])/giu,
    ],
    score: 0.85,
    reason: 'a road of the country by its number',
  },
  {
    name: 'street-spelled',
    entity: 'ADDRESS',
    triggers: new Set(NUMBER_WORDS),
    patterns: [
      new RegExp(
        `(?<![\\p{L}\\p{N}])(?:(?:${NUMBER_WORDS.join('|')})[\\s-]){1,6}(?:${WORD}\\s{1,2}){1,3}${STREET}(?:,?\\s(?:apartment|apt|unit)\\s[\\p{L}\\p{N}]{1,10})?(?![\\p{L}\\p{N}])`,
        'giu',
      ),
    ],
    validate: (value) => !/ (?:st|dr)$/i.test(value),
    score: 0.85,
    reason: 'a house number in words and a street',
  },
  {
    name: 'rural-route',
    entity: 'ADDRESS',
    needs: /\d/,
    triggers: new Set(['rr', 'r', 'site', 'box', 'rr1', 'rr2', 'rr3', 'rr4', 'rr5', 'rr6', 'rr7', 'rr8']),
    patterns: [
      /(?<![\p{L}\p{N}])(?:r\.?r\.?\s?#?\d{1,3}|site\s\d{1,4})(?:,?\s(?:site|box|comp|group|rr)\s?\d{1,4}){0,3}(?![\p{L}\p{N}])/giu,
    ],
    score: 0.85,
    reason: 'a rural route',
  },
  {
    name: 'unit-number',
    entity: 'ADDRESS',
    needs: /\d/,
    patterns: [
      /(?<![\p{L}\p{N}])(?:apt|apartment|appartement|suite|unit|app\.|bldg|building|p\.?\s?o\.?\s?box|box|psc|case\spostale|c\.p\.)\.?\s{0,2}#?\d{1,5}[a-z]?(?:\s?[-,]\s?\d{2,5}\s[\p{L}'’]{3,20})?(?![\p{L}\p{N}:])/giu,
    ],
    score: 0.91,
    reason: 'the number of a flat, a building or a box',
  },
  {
    name: 'military-post',
    entity: 'ADDRESS',
    needs: /\d/,
    triggers: new Set(['apo', 'fpo', 'dpo']),
    patterns: [
      /(?<![\p{L}\p{N}])(?:(?:unit|psc|cmr)\s\d{1,5},?\sbox\s\d{1,5}|us[a-z]{1,4}\s[\p{L}'’-]{2,25})\s{1,3}[adf]po\s(?:aa|ae|ap)\s\d{5}(?!\p{N})/giu,
    ],
    score: 0.95,
    reason: 'an address of the armed forces',
  },
  {
    name: 'street-abroad',
    entity: 'ADDRESS',
    needs: /\d/,
    patterns: [
      /(?<![\p{L}\p{N}])(?:\p{L}{2,20}\s){0,1}\p{L}{2,25}(?:katu|kuja|polku|strasse|straße|gasse|weg|straat|laan|gracht|gade|vej|gatan|v[äa]gen|veien|gata|vænget|u\.|\s(?:utca|u\.|tér|körút|út|útja|strasse|straße|ulica))\s{1,2}\d{1,5}[a-z]?\.?(?![\p{L}\p{N}])/giu,
      /(?<![\p{L}\p{N}])(?:via|rua|calle|avenida|ulica|ul\.|ulitsa|rruga|str\.|strada|piazza|largo|travessa|rue|rruga)\s{1,2}(?:[\p{L}'’.-]{1,20}\s{1,2}){0,3}[\p{L}'’-]{2,25},?\s{1,2}\d{1,5}[a-z]?(?![\p{L}\p{N}])/giu,
    ],
    score: 0.92,
    reason: 'a street and a house number as other countries write them',
  },
];
