/** A thing that phrases speak of, in the form a responder would use. */
export interface Noun {
  /** Without an article. */
  en: string;
  fr: string;
  /** In French after a noun that belongs to it: `de la mère`, `du père`. */
  frOf: string;
}

/** How texters name a thing, as alternatives of a pattern, and how a responder would. */
type Entry = readonly [names: string, en: string, fr: string, frOf: string];

/** Things of one kind: one pattern for all, and the noun that each match stands for. */
export class Nouns {
  /** Alternatives for use inside a group. */
  readonly source: string;
  private readonly entries: readonly { pattern: RegExp; noun: Noun }[];

  constructor(entries: readonly Entry[]) {
    this.source = entries.map(([names]) => names).join('|');
    this.entries = entries.map(([names, en, fr, frOf]) => ({
      pattern: new RegExp(`^(?:${names})$`, 'u'),
      noun: { en, fr, frOf },
    }));
  }

  of(name: string): Noun | undefined {
    return this.entries.find(({ pattern }) => pattern.test(name))?.noun;
  }
}

/** Relatives and others close to a texter. Longer names come first, for alternatives are tried in order. */
const KIN_ENTRIES: readonly Entry[] = [
  ["foster (?:mom|mum|mother)|mère d'accueil", 'foster mother', "mère d'accueil", "de la mère d'accueil"],
  ["foster (?:dad|father)|père d'accueil", 'foster father', "père d'accueil", "du père d'accueil"],
  ['step ?-?(?:mom|mum|mother)|belle[- ]m[eè]re', 'stepmother', 'belle-mère', 'de la belle-mère'],
  ['step ?-?(?:dad|father)|beau[- ]p[eè]re', 'stepfather', 'beau-père', 'du beau-père'],
  ['step ?-?brother', 'stepbrother', 'demi-frère', 'du demi-frère'],
  ['step ?-?sister', 'stepsister', 'demi-sœur', 'de la demi-sœur'],
  [
    "(?:mom|mum|dad|mother|father)'?s (?:bf|boyfriend)|chum (?:de|à) ma m[eè]re",
    "mother's boyfriend",
    'conjoint de la mère',
    'du conjoint de la mère',
  ],
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
  ['parents|mom (?:and|n|&) dad', 'parents', 'parents', 'des parents'],
  ['mom|mum|mommy|mother|mama|mami|ma|m[eè]re|maman', 'mother', 'mère', 'de la mère'],
  ['dad|daddy|father|papa|pops|p[eè]re', 'father', 'père', 'du père'],
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
  ['boyfriend|bf|chum|copain', 'boyfriend', 'chum', 'du chum'],
  ['girlfriend|gf|blonde|copine', 'girlfriend', 'blonde', 'de la blonde'],
  ['husband|mari', 'husband', 'mari', 'du mari'],
  ['wife|[eé]pouse', 'wife', 'épouse', "de l'épouse"],
  ['son|fils', 'son', 'fils', 'du fils'],
  ['daughter', 'daughter', 'fille', 'de la fille'],
  ['room ?mate|roomie|coloc', 'roommate', 'coloc', 'du coloc'],
  ['teacher|prof', 'teacher', 'prof', 'du prof'],
  ['coach|entra[iî]neur', 'coach', 'entraîneur', "de l'entraîneur"],
  ['boss|manager|patron', 'boss', 'patron', 'du patron'],
];

export const KIN = new Nouns(KIN_ENTRIES);

export const PETS = new Nouns([
  ['dog|doggo|puppy|pup|chien(?:ne)?', 'dog', 'chien', 'du chien'],
  ['cat|kitty|kitten|chat(?:te)?', 'cat', 'chat', 'du chat'],
  ['hamster', 'hamster', 'hamster', 'du hamster'],
  ["guinea pig|cochon d'inde", 'guinea pig', "cochon d'inde", "du cochon d'inde"],
  ['bunny|rabbit|lapin', 'rabbit', 'lapin', 'du lapin'],
  ['horse|pony|cheval', 'horse', 'cheval', 'du cheval'],
  ['bird|parrot|budgie|oiseau', 'bird', 'oiseau', "de l'oiseau"],
  ['pet', 'pet', 'animal', "de l'animal"],
]);

export const ILLNESSES = new Nouns([
  ['(?:\\w+ )?cancer|chemo|chimio', 'cancer', 'cancer', 'du cancer'],
  ['leukemia|leuk[eé]mie|leuc[eé]mie', 'leukemia', 'leucémie', 'de la leucémie'],
  [
    'ms(?!\\.| someone)|multiple sclerosis|scl[eé]rose en plaques',
    'multiple sclerosis',
    'sclérose',
    'de la sclérose',
  ],
  ["dementia|alzheimer'?s?|d[eé]mence", 'dementia', 'démence', 'de la démence'],
  ['stroke|avc', 'stroke', 'avc', "de l'avc"],
  ['heart attack|crise cardiaque', 'heart attack', 'crise cardiaque', 'de la crise cardiaque'],
  ["parkinson'?s?", "parkinson's", 'parkinson', 'du parkinson'],
  ['als', 'als', 'sla', 'de la sla'],
  ['brain tumou?r|tumou?r|tumeur', 'tumour', 'tumeur', 'de la tumeur'],
  ['seizures?|epilepsy|[eé]pilepsie', 'epilepsy', 'épilepsie', "de l'épilepsie"],
  ['kidney (?:failure|disease)|dialysis', 'kidney disease', 'maladie des reins', 'de la maladie des reins'],
  ['heart (?:disease|failure|surgery)', 'heart disease', 'maladie du cœur', 'de la maladie du cœur'],
  ['lupus', 'lupus', 'lupus', 'du lupus'],
  ['autism', 'autism', 'autisme', "de l'autisme"],
]);

export const SUBJECTS = new Nouns([
  ['maths?', 'math', 'maths', 'des maths'],
  ['calc|calculus', 'calculus', 'calcul', 'du calcul'],
  ['chem|chemistry|orgo|chimie', 'chemistry', 'chimie', 'de la chimie'],
  ['physics|physique', 'physics', 'physique', 'de la physique'],
  ['bio|biology|biologie', 'biology', 'biologie', 'de la biologie'],
  ['science', 'science', 'sciences', 'des sciences'],
  ['english|anglais', 'english', 'anglais', "de l'anglais"],
  ['french|fran[cç]ais', 'french', 'français', 'du français'],
  ['history|histoire', 'history', 'histoire', "de l'histoire"],
  ['stats|statistics', 'statistics', 'statistiques', 'des statistiques'],
]);

export const ACTIVITIES = new Nouns([
  ['choir|chorale', 'choir', 'la chorale', 'de la chorale'],
  ['band', 'band', "l'harmonie", "de l'harmonie"],
  ['hockey', 'hockey', 'le hockey', 'du hockey'],
  ['soccer', 'soccer', 'le soccer', 'du soccer'],
  ['basketball|basket', 'basketball', 'le basket', 'du basket'],
  ['volleyball|volley', 'volleyball', 'le volley', 'du volley'],
  ['football', 'football', 'le football', 'du football'],
  ['swimming|swim team|natation', 'swimming', 'la natation', 'de la natation'],
  ['dance|ballet|la danse|danse', 'dance', 'la danse', 'de la danse'],
  ['gymnastics', 'gymnastics', 'la gymnastique', 'de la gymnastique'],
  ["drama|theat(?:er|re)|improv?|impro|l'impro", 'theatre', 'le théâtre', 'du théâtre'],
  ['piano', 'piano', 'le piano', 'du piano'],
  ['guitar|guitare', 'guitar', 'la guitare', 'de la guitare'],
  ['art', 'art', "l'art", "de l'art"],
  ['my sport|sports|le sport', 'sports', 'le sport', 'du sport'],
]);
