import type { CueRecognizer } from '../deidentification.types.js';
import { phrases } from './phrases.js';

const RELATIONS =
  `friend|bestfriend|best friend|bff|bestie|bf|gf|boyfriend|girlfriend|ex|ex bf|ex gf|ex boyfriend|ex girlfriend|
brother|bro|big brother|little brother|sister|sis|big sister|little sister|older sister|younger sister|older brother|
younger brother|stepdad|stepmom|step dad|step mom|stepbrother|stepsister|cousin|uncle|aunt|auntie|aunty|niece|nephew|son|
daughter|baby|husband|wife|partner|fiance|crush|roommate|teacher|coach|boss|manager|counsellor|counselor|therapist|
psychologist|social worker|worker|caseworker|foster mom|foster dad|neighbour|neighbor|dog|cat|puppy|grandma|grandpa|mom|dad`
    .replace(/\n/g, '')
    .split('|');

const RELATIONS_FR =
  `ami|amie|meilleur ami|meilleure amie|copain|copine|chum|blonde|frere|soeur|petit frere|petite soeur|grand frere|
grande soeur|cousin|cousine|oncle|tante|fils|fille|mari|femme|ex|prof|coach|beau pere|belle mere|chien|chat|intervenante|
intervenant|psy|patron|patronne|voisin|voisine`
    .replace(/\n/g, '')
    .split('|');

const combine = (before: readonly string[], middle: readonly string[], after: readonly string[] = ['']) =>
  before.flatMap((a) => middle.flatMap((b) => after.map((c) => [a, b, c].filter(Boolean).join(' '))));

/** Names by the words that introduce them, English and French, as texters write them. */
export const NAME_CUES: readonly CueRecognizer[] = [
  {
    name: 'name-cue',
    entity: 'NAME',
    cues: [
      ...combine(
        phrases(`my|his|her|their|the|whose|middle|last|first|legal|birth|dead|real|full|preferred|chosen`),
        ['name'],
        ['is', 's', 'was', 'used to be'],
      ),
      ...combine(
        ['my', 'his', 'her', 'their'],
        phrases(`names|nickname is|deadname is|dead name is|deadname was|last name is|first name is`),
      ),
      ...phrases(`
        mynames|my nam is|your name|your last name|your first name|ur name|ton nom|votre nom|
        name on the account|my initials|his initials|her initials|their initials|initials are|initials|mes initiales|initiales|my nane is|me name is|name is|name|named|is named|deadname is|deadname|
        i go by|goes by|go by|they go by|legally|born as|aka|you can call me|u can call me|jmappelle|
        je mappelle|je m appelle|j m appelle|mappelle|m appelle|jmapel|jmapelle|je me nomme|s appelle|
        sappelle|s appel|appelle moi|appelez moi|on m appelle|mon nom est|mon nom c est|mon nom cest|
        mon prenom est|mon prenom c est|mon prenom cest|moi c est|moi cest|son nom est|son nom c est|
        son nom cest|nomme|nommee|mon surnom c est`),
    ],
    take: 'almost-any',
    score: 0.95,
    reason: 'follows words that introduce a name',
  },
  {
    name: 'name-call-me',
    entity: 'NAME',
    cues: phrases(`
      call me|called|calls me|called me|people call me|they call me|call her|calling me|call him|call her|
      known as|surnomme|appelle`),
    take: 'known',
    score: 0.8,
    reason: 'a name after a word of calling',
  },
  {
    name: 'name-self',
    entity: 'NAME',
    cues: phrases(`
      im|i m|i am|its|it s|it is|this is|its me|its just|here is|je suis|j suis|jsuis|chui|chuis|c est|
      cest|ici|hi from`),
    take: 'likely',
    score: 0.75,
    reason: 'a name by which someone introduces themselves',
  },
  {
    name: 'name-relation',
    entity: 'NAME',
    cues: [
      ...combine(['my', 'his', 'her', 'our', 'your', 'ur', 'their', 'named my', 'a', 'mon', 'ma'], RELATIONS),
      ...combine(['mon', 'ma', 'son', 'sa', 'ton', 'ta', 'notre', 'un', 'une'], RELATIONS_FR),
    ],
    take: 'likely',
    score: 0.7,
    reason: 'a name after a word of kinship or acquaintance',
  },
  {
    name: 'name-title',
    entity: 'NAME',
    cues: phrases(`
      mr|mrs|ms|mx|mister|missus|monsieur|madame|mme|mlle|mademoiselle`),
    take: 'almost-any',
    title: true,
    score: 0.9,
    reason: 'follows a title',
  },
  {
    name: 'name-title',
    entity: 'NAME',
    cues: phrases(`
      miss|dr|doctor|prof|professor|coach|officer|constable|pastor|father|imam|principal|nurse|judge|
      docteur`),
    take: 'known',
    title: true,
    score: 0.8,
    reason: 'a name after a title',
  },
  {
    name: 'name-kin',
    entity: 'NAME',
    cues: phrases(`
      aunt|auntie|aunty|uncle|grandma|grandpa|granny|nana|cousin|tante|oncle|matante|mononcle|mamie|papi|
      st paddys`),
    take: 'known',
    score: 0.8,
    reason: 'a name after a kinship word',
  },
  {
    name: 'name-care',
    entity: 'NAME',
    cues: phrases(`
      pick up|picking up|picked up|babysit|babysitting|drop off|dropping off|walk|feed|feeding|put|bathe|
      garder|chercher`),
    take: 'likely',
    score: 0.7,
    reason: 'a name where someone is looked after',
  },
  {
    name: 'name-greeting',
    entity: 'NAME',
    cues: phrases(`
      hi|hii|hey|heyy|hello|yo|thanks|thank you|thank u|thx|ty|tysm|bye|goodnight|gn|dear|sorry|welcome|
      salut|allo|bonjour|bonsoir|coucou|cc|merci|bye bye|nice to meet you|signed|love`),
    take: 'known',
    score: 0.7,
    reason: 'a name beside a greeting or a thank-you',
  },
];

/** Words after which a bare name is likelier: `with jayden`, `told mei`. */
export const BEFORE_NAMES = new Set(
  'said says with and told tell tells asked ask n & by w love loves loved miss hate hates hated dating dated kissed met saw see texted text called call messaged blocked ghosted about named avec et que dit aime deteste bloque vu voit texte chez pour contre to for from of'.split(
    ' ',
  ),
);

/** Words after which what stands before is a person: `jayden said`. */
export const PERSON_VERBS = new Set(
  'said says told tells asked asks texted texts called calls thinks knows wants keeps loves hates hates lied lies cheated yelled yells screamed slapped punched kicked blocked ghosted dumped messaged replied ignored ignores laughed cried promised admitted hugged kissed bullies bullied dit dis veut pense sait crie frappe menace texte bloque parle'.split(
    ' ',
  ),
);

/** Words after which what stands before may be a person. */
export const AFTER_NAMES = new Set(
  'and is was has had does did got gets goes went who just wont isnt wasnt doesnt didnt hit hits left died broke made makes came took gave started stopped moved cut found sent showed never always still also wasnt est etait a va fait ne se me ma'.split(
    ' ',
  ),
);

/** What follows a cue and is no name. */
export const NOT_NAMES = new Set(
  `a an the not no none nothing never too so very just really only also and or but if as at in on to of for from by with about
  my your his her their our its it he she they we you i im me him them us is was are were be been being am do does did have has
  had will would can could should may might must please pls maybe idk lol important private secret anonymous confidential
  different weird long hard difficult embarrassing common popular unique rare stupid ugly names name out back later now
  today tomorrow again anytime whenever when what whatever who where why how this that these those there here all some any
  something anything someone anyone nobody everyone one two three four five six seven eight nine ten like said says told
  going gonna getting trying feeling still already always sometimes often usually almost kinda sorta pretty super more less
  crazy fat dumb worthless lazy emo gay lesbian bi trans straight queer male female nonbinary black white brown asian
  un une le la les de du des et ou mais pas plus tres trop bien mal ne que qui quoi je tu il elle on nous vous ils elles mon ma
  mes ton ta tes son sa ses ce cet cette ces secret important anonyme personne rien tout comme avec pour dans sur chez si oui moi toi lui eux jamais sans encore blind
  non peut etre ca cela appointment office apt office said told told`.split(/\s+/),
);

/** Modal verbs and verbs that are names, too: a word of kinship before them says nothing (`my friend will…`). */
export const VERBS_LIKE_NAMES = new Set(
  'will may hope drew sue chase grant rob skip mark marks bill pat don chance drew rose case won won fell wont ray'.split(
    ' ',
  ),
);

/** Words of a date: `in may`, `last april`. */
export const BEFORE_MONTHS = new Set(
  'in on since until till by last next this of early late mid every en depuis before after for from to and'.split(
    ' ',
  ),
);
export const MONTH_NAMES = new Set(
  'april may june august avril mai juin augustin jan jun apr mar aug'.split(' '),
);

/** A word of which each question has one, so that most texts need one look. */
export const QUESTION_WORDS =
  /name|nom|appel|call|who|where|city|town|area|communit|province|location|ville|habit|vis|rest|school|[ée]cole|code|birth|born|d\.?o\.?b|naissance|f[êe]te/iu;

/** What a responder asks, and what the next answer then holds. */
export const QUESTIONS: readonly {
  pattern: RegExp;
  answer: 'name' | 'place' | 'school' | 'code' | 'birth';
}[] = [
  {
    pattern:
      /\b(?:date\s{1,3}of\s{1,3}birth|birth\s?da(?:y|te)|d\.?o\.?b)\b|\bwhen\s{1,3}were\s{1,3}you\s{1,3}born\b|\bdate\s{1,3}de\s{1,3}(?:naissance|f[êe]te)\b/iu,
    answer: 'birth',
  },
  { pattern: /\b(?:zip|postal)\s{0,2}code\b|\bcode\s{1,2}postal\b/iu, answer: 'code' },
  {
    pattern:
      /\b(?:your|ur|preferred|first)\s{1,3}(?:first\s{1,3}|preferred\s{1,3})?name\b|\bnames?\s{0,3}\?|\b(?:should|can|may|could)\s{1,3}(?:i|we)\s{1,3}call\s{1,3}you\b|\bwho(?:m)?\s{1,3}(?:am|are)\s{1,3}(?:i|we)\s{1,3}(?:speaking|talking|chatting|texting)\b|\b(?:ton|votre)\s{1,3}(?:pr[ée])?nom\b|\b(?:tu|vous)\s{1,3}(?:t['’]?|vous\s{1,3})appel/iu,
    answer: 'name',
  },
  {
    pattern:
      /\bwhere\s{1,3}(?:are\s{1,3}(?:you|u)|do\s{1,3}(?:you|u)\s{1,3}live|you\s{1,3}(?:live|are))\b|\b(?:what|which)\s{1,3}(?:city|town|area|community|province)\b|\byour\s{1,3}(?:city|town|location)\b|\b(?:tu|vous)\s{1,3}(?:habites?|habitez|vis|restes)\b|\bquelle\s{1,3}ville\b/iu,
    answer: 'place',
  },
  {
    pattern:
      /\b(?:what|which)\s{1,3}school\b|\bname\s{1,3}of\s{1,3}(?:your|the)\s{1,3}school\b|\bquelle\s{1,3}[ée]cole\b/iu,
    answer: 'school',
  },
];

/** Of the words before names, those that say little. */
export const WEAKLY_BEFORE_NAMES = new Set('of to for from by about de pour que and n et'.split(' '));

/** Words that close an introduction: `im mik n im 15`. */
export const CLOSERS = new Set(
  'and n from here btw by im i my but age aged yo et de jai ans je j lol haha hi hey nice ok thanks thx she he they who is'.split(
    ' ',
  ),
);

export const GREETINGS = new Set(
  'hi hii hiii hey heyy hello heya yo hiya salut allo bonjour coucou sup k ok oh so'.split(' '),
);

/** Small words inside surnames: `van der berg`, `al khouri`, `o brien`. */
export const PARTICLES = new Set(
  'de da do dos del della di du van von der den el al bin ben ibn abu st la le mc mac o d l'.split(' '),
);
