import { NO_SOFT_DRINK } from './pattern.words.js';

/** A thing that phrases speak of, in the form a responder would use. */
export interface Noun {
  /** Without an article. */
  en: string;
  fr: string;
  /** In French after a noun that belongs to it: `de la mère`, `du père`. */
  frOf: string;
}

/** How texters name a thing, as alternatives of a pattern, and how a responder would. */
export type Entry = readonly [names: string, en: string, fr: string, frOf: string];

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

/** Use of a substance, as a gerund in English and an infinitive in French. */
export const USES = new Nouns([
  [`(?:drink|drinking|get drunk|getting drunk|boi[st])${NO_SOFT_DRINK}`, 'drinking', 'boire', ''],
  ['vap(?:e|ing)|vapote', 'vaping', 'vapoter', ''],
  [
    '(?:smoke|smoking) (?:weed|pot)|(?:get|getting) (?:high|stoned)|fume du pot',
    'getting high',
    'être gelé',
    '',
  ],
  [
    '(?:use|using|do|doing|take|taking) (?:fent|coke|meth|xans?|drugs|percs)|consomme',
    'using',
    'consommer',
    '',
  ],
]);

/** What is worn for a faith. */
export const GARMENTS = new Nouns([
  ['hijab|head ?scarf|voile', 'hijab', 'hijab', ''],
  ['turban|patka|dastar', 'turban', 'turban', ''],
  ['kippah?|yarmulke', 'kippah', 'kippa', ''],
]);

/** What others mock. */
export const TRAITS = new Nouns([
  ['skin(?: colou?r)?|couleur(?: de peau)?|peau', 'skin colour', 'sa peau', ''],
  ['religion|faith|praying|religion', 'faith', 'sa religion', ''],
  ['being (?:gay|bi|queer|lesbian)|sexuality|orientation', 'orientation', 'son orientation', ''],
  ['being trans', 'being trans', 'la transidentité', ''],
  ['accent', 'accent', 'son accent', ''],
  ['weight|size|body|poids|corps', 'weight', 'son poids', ''],
  ['acne|pimples|acné|boutons', 'acne', 'son acné', ''],
  ['voice|voix', 'voice', 'sa voix', ''],
  ['clothes|outfit|linge', 'clothes', 'son linge', ''],
  ['stutter(?:ing)?|bégaiement', 'stutter', 'son bégaiement', ''],
  ['pronouns|pronoms', 'pronouns', 'ses pronoms', ''],
  ['hair|cheveux', 'hair', 'ses cheveux', ''],
  ['lunch|food', 'lunch', 'son lunch', ''],
]);

/** What one drops out of. */
export const COURSES = new Nouns([
  ['nursing', 'nursing', 'soins infirmiers', 'des soins infirmiers'],
  ['college|uni|university', 'college', 'université', "de l'université"],
  ['(?:high ?)?school', 'school', 'école', "de l'école"],
]);

/** What one fears to lose. */
export const LOSSES = new Nouns([
  ['scholarship', 'scholarship', 'bourse', 'de la bourse'],
  ['(?:my )?job', 'job', 'emploi', "de l'emploi"],
  ['house|home|apartment', 'home', 'logement', 'du logement'],
  ['friends', 'friends', 'amis', 'des amis'],
  ['kids?|child(?:ren)?|custody', 'child', 'enfant', "de l'enfant"],
]);
