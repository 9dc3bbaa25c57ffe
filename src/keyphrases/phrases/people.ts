import { type Entry, Nouns } from './nouns.js';

// In each list longer names come first, for alternatives are tried in order.

const STEPPARENTS: readonly Entry[] = [
  ['step ?-?(?:mom|mum|mother)|belle[- ]m[eè]re', 'stepmother', 'belle-mère', 'de la belle-mère'],
  ['step ?-?(?:dad|father)|beau[- ]p[eè]re', 'stepfather', 'beau-père', 'du beau-père'],
];

const GRANDPARENTS: readonly Entry[] = [
  [
    'great ?-?grand(?:ma|mother|pa|father)',
    'great-grandparent',
    'arrière-grand-parent',
    "de l'arrière-grand-parent",
  ],
  ['grandparents|grands[- ]parents', 'grandparents', 'grands-parents', 'des grands-parents'],
  [
    'grand ?(?:ma|mother|mom)|gran|granny|nana|nanny|nan|nonna|abuela|lola|kookum|kokum|oma|grammy|grams|po po|grand[- ]?m(?:[eè]re|aman)|mamie|m[eé]m[eé]',
    'grandmother',
    'grand-mère',
    'de la grand-mère',
  ],
  [
    'grand ?(?:pa|father|dad)|gramps|nonno|abuelo|lolo|mushum|mosom|opa|papa?[- ]?p[eè]re|grand[- ]?(?:p[eè]re|papa)|papi|papy|p[eé]p[eé]',
    'grandfather',
    'grand-père',
    'du grand-père',
  ],
];

const OWN_PARENTS: readonly Entry[] = [
  ['parents|mom (?:and|n|&) dad|folks', 'parents', 'parents', 'des parents'],
  ['mom|mum|mommy|mother|mama|mami|ma|m[eè]re|maman', 'mother', 'mère', 'de la mère'],
  ['dad|daddy|father|papa|pops|p[eè]re', 'father', 'père', 'du père'],
];

const PARTNERS_NOW: readonly Entry[] = [
  ['boyfriend|bf|chum|copain', 'boyfriend', 'chum', 'du chum'],
  ['girlfriend|gf|blonde|copine', 'girlfriend', 'blonde', 'de la blonde'],
  ['husband|mari', 'husband', 'mari', 'du mari'],
  ['wife|femme|[eé]pouse', 'wife', 'épouse', "de l'épouse"],
  ['partner|conjointe?', 'partner', 'partenaire', 'du partenaire'],
];

/** Relatives and others close to a texter. */
export const KIN = new Nouns([
  ["foster (?:mom|mum|mother)|mère d'accueil", 'foster mother', "mère d'accueil", "de la mère d'accueil"],
  ["foster (?:dad|father)|père d'accueil", 'foster father', "père d'accueil", "du père d'accueil"],
  ...STEPPARENTS,
  ['step ?-?brother', 'stepbrother', 'demi-frère', 'du demi-frère'],
  ['step ?-?sister', 'stepsister', 'demi-sœur', 'de la demi-sœur'],
  [
    "(?:mom|mum|dad|mother|father)'?s (?:bf|boyfriend)|chum (?:de|à) ma m[eè]re",
    "mother's boyfriend",
    'conjoint de la mère',
    'du conjoint de la mère',
  ],
  ...GRANDPARENTS,
  ...OWN_PARENTS,
  [
    '(?:twin|big|older|little|lil|younger|baby) brother|brother|bro|petit fr[eè]re|grand fr[eè]re|fr[eè]re',
    'brother',
    'frère',
    'du frère',
  ],
  [
    '(?:twin|big|older|little|lil|younger|baby) sister|sister|sis|petite s(?:oe|œ)ur|grande s(?:oe|œ)ur|s(?:oe|œ)ur',
    'sister',
    'sœur',
    'de la sœur',
  ],
  ['siblings', 'siblings', 'frères et sœurs', 'des frères et sœurs'],
  ['aunt|auntie|aunty|tante', 'aunt', 'tante', 'de la tante'],
  ['uncle|oncle', 'uncle', 'oncle', "de l'oncle"],
  ['cousin|cousine', 'cousin', 'cousin', 'du cousin'],
  [
    'best ?(?:friend|bud|buddy)|bestie|bff|besties?|meilleure? amie?',
    'best friend',
    'meilleur ami',
    'du meilleur ami',
  ],
  ['friend|buddy|amie?', 'friend', 'ami', "d'un ami"],
  ...PARTNERS_NOW,
  ['son|fils', 'son', 'fils', 'du fils'],
  ['daughter', 'daughter', 'fille', 'de la fille'],
  ['room ?mate|roomie|coloc', 'roommate', 'coloc', 'du coloc'],
  ['teacher|prof', 'teacher', 'prof', 'du prof'],
  ['coach|entra[iî]neur', 'coach', 'entraîneur', "de l'entraîneur"],
  ['boss|manager|patron', 'boss', 'patron', 'du patron'],
]);

/** Whoever brings a texter up. */
export const PARENTS = new Nouns([...STEPPARENTS, ...OWN_PARENTS]);

/** Whom the young may come to care for. */
export const ELDERS = new Nouns([...STEPPARENTS, ...GRANDPARENTS, ...OWN_PARENTS]);

/** Those who have a say over a texter. */
export const ADULTS = new Nouns([
  ...STEPPARENTS,
  ...OWN_PARENTS,
  ['(?:math |science |gym |english )?teacher|profs?|enseignante?', 'teacher', 'prof', 'du prof'],
  ['teachers', 'teachers', 'profs', 'des profs'],
  ['principal|direct(?:eur|rice)', 'principal', 'direction', 'de la direction'],
  ['(?:family )?doctors?|dr|m[eé]decins?|docteure?', 'doctor', 'médecin', 'du médecin'],
  ['coach', 'coach', 'entraîneur', "de l'entraîneur"],
  ['boss|manager|supervisor|patronne?|g[eé]rante?', 'boss', 'patron', 'du patron'],
  ['family|famille', 'family', 'famille', 'de la famille'],
]);

/** Partners, past ones too. */
export const PARTNERS = new Nouns([...PARTNERS_NOW, ['ex', 'ex', 'ex', "de l'ex"]]);

/** Whoever may touch without being wanted; a partner's touch says nothing by itself. */
export const TOUCHERS = new Nouns([
  ['step ?-?(?:dad|father)|beau[- ]p[eè]re', 'stepfather', 'beau-père', 'du beau-père'],
  ['step ?-?brother|demi[- ]fr[eè]re', 'stepbrother', 'demi-frère', 'du demi-frère'],
  ["(?:mom|mum|mother)'?s (?:bf|boyfriend)", "mother's boyfriend", 'beau-père', 'du beau-père'],
  ['dad|father|p[eè]re', 'father', 'père', 'du père'],
  ['mom|mum|mother|m[eè]re', 'mother', 'mère', 'de la mère'],
  ['grand(?:pa|father)|grand[- ]p[eè]re', 'grandfather', 'grand-père', 'du grand-père'],
  ['(?:half )?brother|fr[eè]re', 'brother', 'frère', 'du frère'],
  ['uncle|oncle', 'uncle', 'oncle', "de l'oncle"],
  ['cousin', 'cousin', 'cousin', 'du cousin'],
  ['coach|entra[iî]neur', 'coach', 'entraîneur', "de l'entraîneur"],
  ['teacher|prof', 'teacher', 'prof', 'du prof'],
  ['boss|manager|patron', 'boss', 'patron', 'du patron'],
  ['co ?-?worker|collègue', 'coworker', 'collègue', "d'un collègue"],
  [
    'classmate|(?:guy|boy|kid|dude|gars) (?:in|from|at|dans|de) (?:my |ma |mon )?(?:\\w+ )?(?:class|school|grade|classe|école)',
    'classmate',
    'élève',
    "d'un élève",
  ],
]);
