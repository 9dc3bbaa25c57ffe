import type { HeadRecognizer } from '../deidentification.types.js';
import { phrases } from './phrases.js';

/** Schools and other institutions by their head nouns. */
export const INSTITUTIONS: readonly HeadRecognizer[] = [
  {
    name: 'school',
    entity: 'SCHOOL',
    heads: phrases(`
      catholic secondary school|catholic high school|catholic elementary school|district high school|
      district secondary school|senior public school|junior public school|collegiate institute|
      collegiate vocational institute|vocational institute|regional high school|composite high school|
      comprehensive high school|community school|high school|highschool|hs|secondary school|secondary|ss|
      css|elementary school|elementary|middle school|public school|ps|catholic school|christian school|
      private school|junior high|jr high|senior high|collegiate|ci|academy|prep school|college|university|
      uni|polytechnic|cegep|montessori|high|middle|school`),
    side: 'before',
    score: 0.93,
    reason: 'a school by its head noun',
  },
  {
    name: 'school',
    entity: 'SCHOOL',
    heads: phrases(`
      ecole secondaire|ecole primaire|ecole elementaire|ecole polyvalente|polyvalente|cegep de|cegep du|cegep|college|ecole|
      universite de|universite|university of|college of|academie|lycee|u of|uof`),
    side: 'after',
    score: 0.93,
    reason: 'a school by its head noun',
  },
  {
    name: 'institution',
    entity: 'PLACE',
    heads: phrases(`
      general hospital|childrens hospital|memorial hospital|hospital|health centre|health center|
      health sciences centre|medical centre|medical center|youth shelter|womens shelter|shelter|
      community centre|community center|rec centre|rec center|youth centre|youth center|youth drop in|drop in centre|
      friendship centre|friendship center|wellness centre|counselling centre|shopping centre|car wash|hair salon|nail salon|barber shop|flower shop|grocery store|first nation|reserve|group home|mall|detention centre|
      library|arena|bible church|baptist church|united church|church|mosque|temple|gurdwara|synagogue|
      parish|clinic|park|pool|rink|motel|inn|station|gardens|apartments|towers|skatepark|pharmacy|hall|manor|lodge|residence|
      nursing home|care home|retirement home|treatment centre|treatment center|food bank|friendship house|trailer park|
      campground|plaza|mill|bakery|diner|auto glass|auto body|auto parts|tire shop|funeral home|day camp|daycare|
      bus loop|bus terminal|terminal`),
    side: 'before',
    ordinary: true,
    score: 0.92,
    reason: 'an institution by its head noun',
  },
  {
    name: 'institution',
    entity: 'PLACE',
    heads: phrases(`
      hopital|clinique|clsc|centre jeunesse|maison des jeunes|maison de jeunes|carrefour jeunesse|centre commercial|eglise|mosquee|parc|paroisse|bibliotheque|
      foyer|centre daccueil|auberge|metro|residence|arena|centre sportif|complexe|motel|hotel|resto|restaurant|depanneur|
      garage|cinema|pavillon|camping|manoir|piscine|plage`),
    side: 'after',
    ordinary: true,
    score: 0.92,
    reason: 'an institution by its head noun',
  },
  {
    name: 'toponym',
    entity: 'PLACE',
    heads: phrases(`
      ferry|hollow|lake|creek|falls|bay|harbour|harbor|ridge|valley|beach|river|cove|heights|crossing|
      springs|mills|grove|junction|landing|rapids|inlet|narrows|point|hills|meadows|bluffs|woods`),
    side: 'before',
    prepositions: ['in', 'from', 'to', 'near', 'outside', 'live in', 'around', 'by', 'past'],
    score: 0.75,
    reason: 'a place by the word for its landscape, after a word of place',
  },
  {
    name: 'toponym',
    entity: 'PLACE',
    heads: ['narrows', 'inlet', 'sault'],
    side: 'before',
    prepositions: ['like', 'at', 'by', 'past', 'and'],
    score: 0.7,
    reason: 'a place by the word for its landscape',
  },
  {
    name: 'toponym',
    entity: 'PLACE',
    heads: phrases(`
      port|fort|mount|cape|lac|riviere|baie|anse|ile|mont|cap|pointe|vieux|sainte|saint|ste|st`),
    side: 'after',
    prepositions: ['in', 'from', 'to', 'near', 'a', 'de', 'vers', 'dans'],
    score: 0.75,
    reason: 'a place by the word for its landscape, after a word of place',
  },
];

/** Words before which, or among which, no institution's name can begin. */
export const NO_INSTITUTION_NAME = new Set(
  `the a an my our his her their your this that these those same other another new old whole big small local nearest closest
  in at to from of on for with by about into through during since before after until till as than near around outside inside
  and or but because cuz bc so if when while where which what who how is was are were am be been being do does did have has had
  i im he she they we you it its me him them us just only not no every each some any all most many few one two three first
  second third last next go goes going went gone start starts started starting finish finished finishing graduate graduated
  leave leaving left quit quitting hate hated like liked love loved miss missed skip skipped skipping attend attending
  attended pass passed fail failed survive in-person online public private catholic christian religious regular normal
  alternative alternate residential trade special specialised integrated reform homeschool home virtual night summer boarding french english immersion middle high elementary secondary primary junior
  senior law med medical nursing art arts trade trades business community technical graduate grad pre post after re u ur
  grade grades year years day today tomorrow tonight week month now then still always never really very too super pretty so
  get gets got getting take takes took drop dropped dropping out up down off over under back home work talk told tell said say
  says think want need feel make made let lets call called put keep kept use used mental general emergency psych psychiatric
  childrens kids walk in skate car dog water theme amusement trailer nature national provincial homeless full ct beautiful pretty hot cold warm deep dark empty huge tiny animal womens youth
  le la les l un une du des de d mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces et ou mais a au aux
  en dans sur sous chez par pour avec sans apres avant depuis que qui quoi est ete etait suis vais va pas plus primaire secondaire
  publique prive privee`.split(/\s+/),
);

/** Words that make a run of ordinary words before a head noun a name: `at maple grove secondary`. */
export const AT_INSTITUTION = new Set(
  'at to from attend attending attended near outside goto a au'.split(' '),
);

/** Phrases after which an unknown word is a school: `i go to westview`. */
export const SCHOOL_CUES: readonly string[] = phrases(`
      go to school at|goes to school at|went to school at|my school is|my school is called|my school|
      school called|school is called|i attend|student at|students at|a student at|teacher at|classes at|
      grade 7 at|grade 8 at|grade 9 at|grade 10 at|grade 11 at|grade 12 at|graduated from|transferred to|
      transferring to|i go to|we go to|goes to|mon ecole c est|mon ecole cest|mon ecole|je vais a|jvais a|
      etudie a|etudiante a|etudiant a`);
