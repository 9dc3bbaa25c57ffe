import type { Sentence } from '../../conversations/utterances.js';

const PERSON = String.raw`step ?-?(?:mom|mum|dad|mother|father|brother|sister)|moms?|mum|mommy|mother|dads?|daddy|father|parents?|brothers?|sisters?|bro|sis|siblings?|twin|cousins?|aunt\w*|uncles?|grand\w+|nana|friends?|bestie|bff|boyfriend|bf|girlfriend|gf|husband|wife|partner|ex|roommate|classmate|teacher|coach|boss|son|daughter|kids?|niece|nephew|everyone|everybody|people|m[eè]re|p[eè]re|maman|papa|beau[- ]p[eè]re|belle[- ]m[eè]re|fr[eè]re|s(?:oe|œ)ur|oncle|tante|cousine?|amie?s?|chum|blonde|copain|copine|mari|femme|conjointe?|fils|fille|coloc`;

/** Whoever a clause may be about, in the order they come: the texter, or somebody else, with or without a `my`. */
const SUBJECT = new RegExp(
  String.raw`(?<![\p{L}'])(?:(?<self>i|i'?m|im|ive|i'?ve|i'?d|i'?ll|id|we|we'?re|me|je|j|moi|chu|chui|jsuis)(?![\p{L}])|(?<other>(?:(?:my|our|his|her|their|ma|mon|mes|sa|son) (?:\p{L}+ ){0,2}?)?(?:${PERSON})(?:'?s)?(?![\p{L}])|(?:he|she|they|he'?s|she'?s|hes|they'?re|theyre|someone|somebody|il|elle|ils|elles|quelqu'un)(?![\p{L}])))`,
  'gu',
);

/** A person who is only taken along: `i drink with my dad`. */
const ALONG = /(?<![\p{L}])(?:with|to|at|from|for|about|by|told|tell|of|avec|[àa]|de|chez|pour|dit)\s+$/u;

/** Taken along, and then spoken of: `i worry about my friend who drinks`. */
const WHO = /^ (?:who|that|qui)(?![\p{L}])/u;

/** Whether what stands at `index` of a normalised sentence is told of somebody else than the texter. */
export function isOfAnother(sentence: string, index: number): boolean {
  let whose: 'self' | 'other' = 'self';
  for (const match of sentence.slice(0, index).matchAll(SUBJECT)) {
    if (match.groups?.self) whose = 'self';
    else if (
      !ALONG.test(sentence.slice(0, match.index)) ||
      WHO.test(sentence.slice(match.index + match[0].length))
    )
      whose = 'other';
  }
  return whose === 'other';
}

/** Whether a normalised sentence has a subject, and none of its subjects is the texter. */
export function namesOthersAlone(sentence: string): boolean {
  const subjects = [...sentence.matchAll(SUBJECT)];
  return subjects.length > 0 && subjects.every(({ groups }) => groups?.self === undefined);
}

/** The texter, or a thing of theirs: `my stepdad hits my brother` names neither. French texters run `m'` into the verb. */
const TEXTER = new RegExp(
  String.raw`(?<![\p{L}'])(?:i|i'?m|i'?ve|i'?d|me|myself|us|we|we'?re|our|je|j'\p{L}*|jai|jme|jsuis|chu|moi|nous|m'\p{L}*|m(?:appel|trait|frap|fess|cri|insult|dit|menac|forc|serr|pogn|touch)\p{L}*|(?:my|ma|mon|mes) (?!(?:\p{L}+ )?(?:${PERSON})(?![\p{L}]))\p{L}+)(?![\p{L}])`,
  'u',
);

/** Whether a sentence tells what is done to others than the texter, and to nobody else. */
export function isDoneToOthers(sentence: Pick<Sentence, 'normalised'>): boolean {
  return namesOthersAlone(sentence.normalised) && !TEXTER.test(sentence.normalised);
}

/** Drinking and drugs as texters name them. */
const USE =
  /(?<![\p{L}])(?:dr[aiu]nk\w*|alcohol\w*|beers?|vodka|wine|wasted|booze|sober|liquor|weed|pot|high|stoned|vap\w+|juul|dabs?|joints?|smok\w+|drugs?|coke|cocaine|meth|pills|fentanyl|heroin|xans?|addict\w*|relaps\w*|bois\p{L}*|boi(?:t|re|vent)|buvait|bu|saoul\p{L}*|so[ûu]l\p{L}*|alcool\p{L}*|fum\p{L}+|drogu\p{L}*|consomm\p{L}+|gel[ée]e?)(?![\p{L}])/gu;

/** Said of what was not taken: `he offered me weed, i said no`. */
const REFUSED =
  /(?<![\p{L}])(?:(?:said|say|told (?:him|her|them)) no|offer(?:ed|s|ing)?|refus\w*|turned (?:it|them) down|don'?t (?:drink|smoke|vape|do drugs)|never (?:tried|drank|smoked|touched)|dit non|offert|offre|refus\p{L}+)(?![\p{L}])/u;

/** Whether words tell of substance use of the texter's own: neither of somebody else's alone nor of a refusal. */
export function isOwnUse(sentences: readonly Pick<Sentence, 'normalised'>[]): boolean {
  const taken = sentences.filter(({ normalised }) => !REFUSED.test(normalised));
  const uses = taken.flatMap(({ normalised }) =>
    [...normalised.matchAll(USE)].map(({ index }) => isOfAnother(normalised, index)),
  );
  return taken.length > 0 && (uses.length === 0 || uses.includes(false));
}

/** Concepts without a label that tell of the texter when they name nobody: a brother's arrest is not the texter's. */
const OWN =
  /^(?:thoughts of hurting|hearing voices|feeling (?:watched|unreal|behind|lost|abandoned)|compulsive|hair pulling|skin picking|adhd|autism|stuttering|living (?:with (?!a)|without|in a)|anger outbursts|hours spent|difficulty putting|gambling|overspending|worry over porn|caught stealing|running away|time in youth|facing criminal|trouble with police|chronic pain|being (?:deaf|homeless|catfished|scammed|doxxed|robbed|stalked)|losing (?:eyesight|faith)|learning disability|flashbacks|disturbing intrusive|stopping medication|medication side|ai chatbot|exposure to|couch surfing|staying in a shelter|kicked out|account hacked|painful periods|parenting as|struggling after|single parenting|overwhelmed by parenting|parenting a defiant|starting a new school|single|abortion|sti worries|turned away|injury|car accident|upsetting medical|upcoming surgery)/;

/** Whether a concept's phrase, naming nobody, is understood to speak of the texter. */
export function speaksOfTexter(phrase: string): boolean {
  return OWN.test(phrase);
}

/** A question about what is or can be: `does anyone read these`. With an `i` in it, it tells of the texter as well. */
const ASKED =
  /^(?:(?:hi|hey|ok|so|and|but|lol|um|wait)[ ,]+)*(?:does|do|did|can|could|is|are|will|would|should) (?!.*(?<![\p{L}'])(?:i|im|i'm|ive|i've)(?![\p{L}'])).*/u;

/** Whether a sentence asks, and so states nothing. */
export function isAsked({ normalised }: Pick<Sentence, 'normalised'>): boolean {
  return ASKED.test(normalised);
}

/** What others say that the texter is: `she said im useless`. */
const JUDGED = new RegExp(
  String.raw`(?<![\p{L}'])(?:he|she|they|everyone|everybody|people|${PERSON}|il|elle|ils|elles) (?:\p{L}+ ){0,2}?(?:said|says?|saying|tells?|told|calls?|called|calling|thinks?|dit|disent|pensent?) (?:me |that |to me |que |qu')*(?:i'?m|i am|i was|chu|jsuis|je suis)(?![\p{L}'])`,
  'u',
);

/** Whether a sentence gives what somebody else says of the texter, which is not how the texter feels. */
export function isJudged({ normalised }: Pick<Sentence, 'normalised'>): boolean {
  return JUDGED.test(normalised);
}

/** A time long past: what was so in grade 4 is not what somebody texts about, unless it is a loss or a harm that stays. */
const LONG_AGO =
  /(?<!\p{L})(?:i (?:\p{L}+ )?used to(?!.*(?<!\p{L})(?:now|again|still|worse)(?!\p{L}))|in (?:gr|grade) [1-8](?!\d)|when i was (?:\d{1,2}|little|small|young(?:er)?|a (?:little )?kid)|(?:\d+|a few|many) (?:yrs|years) ago|back in (?:elementary|middle school)|quand j'?(?:[ée]tais|avais) (?:\d{1,2} ans|petite?|jeune|enfant)|au primaire)(?!\p{L})/u;

/** Whether a sentence tells of a time long past. */
export function isLongAgo({ normalised }: Pick<Sentence, 'normalised'>): boolean {
  return LONG_AGO.test(normalised);
}
