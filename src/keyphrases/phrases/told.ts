import { frames, type Slots } from './frame.js';
import { Nouns } from './nouns.js';

const PARENT_ENTRIES: ConstructorParameters<typeof Nouns>[0] = [
  ['step ?-?(?:mom|mum|mother)|belle[- ]m[eè]re', 'stepmother', 'belle-mère', 'de la belle-mère'],
  ['step ?-?(?:dad|father)|beau[- ]p[eè]re', 'stepfather', 'beau-père', 'du beau-père'],
  ['parents|mom (?:and|n|&) dad|folks', 'parents', 'parents', 'des parents'],
  ['mom|mum|mommy|mother|mama|m[eè]re|maman', 'mother', 'mère', 'de la mère'],
  ['dad|daddy|father|papa|p[eè]re', 'father', 'père', 'du père'],
];

const PARENTS = new Nouns(PARENT_ENTRIES);

const ADULTS = new Nouns([
  ...PARENT_ENTRIES,
  ['(?:math |science |gym |english )?teacher|profs?|enseignante?', 'teacher', 'prof', 'du prof'],
  ['teachers', 'teachers', 'profs', 'des profs'],
  ['principal|direct(?:eur|rice)', 'principal', 'direction', 'de la direction'],
  ['(?:family )?doctors?|dr|m[eé]decins?|docteure?', 'doctor', 'médecin', 'du médecin'],
  ['coach', 'coach', 'entraîneur', "de l'entraîneur"],
  ['boss|manager|supervisor|patronne?|g[eé]rante?', 'boss', 'patron', 'du patron'],
  ['family|famille', 'family', 'famille', 'de la famille'],
]);

const SPANS = new Nouns([
  ['(?:a|one|1) (?:whole )?(?:year|yr)|un an', 'a year', 'un an', "d'un an"],
  ['(?:\\d+|[a-z]+)(?: and a half)? (?:years|yrs)|\\S+ ans|des ann[eé]es', 'years', 'des années', "d'années"],
  ['(?:\\d+|[a-z]+) months|\\S+ mois', 'months', 'des mois', 'de mois'],
]);

const TIMES = new Nouns([
  ['nights?|nuits?|soirs?', 'night', 'soir', 'du soir'],
  ['days?|jours?', 'day', 'jour', 'du jour'],
]);

const OWN = { parent: PARENTS, adult: ADULTS, span: SPANS, time: TIMES };

/**
 * What keeps the words before a fact from being one: a condition, a wish or a memory, a question, a doubt, a story,
 * or somebody else's opinion of the texter.
 */
const NOT_TOLD = [
  String.raw`(?:if|whether|imagine|unless|in case|hypothetically|pretend\w*|lyrics?|songs?|movie|novel|character|roleplay|si|film|chanson)(?![\p{L}'])[^.!?;]*`,
  String.raw`(?:would|could|might|may|used to|wish|hope|dream\w*|nightmares?|joked?|joking|think|thought|guess|wonder|feel like|pense|crois|avant) (?:[\p{L}']+ ){0,2}`,
  String.raw`(?:says?|said|thinks?|claims?|assumes?|(?:he|she|they)(?:'s| is| was| were|'re)? (?:all )?like|(?:told|tells|telling) (?:me|us|everyone|people)|dit|disent|pensent?) (?:that |que |qu')?(?=(?:i|i'?m|im|je|j'\p{L}+)(?![\p{L}]))`,
  String.raw`(?<=^|^\p{L}+,? )(?:does|do|did|is|are|was|have|has|had|will|should|est-ce que?) (?:[\p{L}']+ ){0,2}`,
];
const TOLD = String.raw`(?<!(?<![\p{L}'])(?:${NOT_TOLD.join('|')}))`;

/** What takes a fact back after it: a joke, a story, or a time long past. */
const STANDS = String.raw`(?! (?:pas|pu|plus|jamais)(?![\p{L}]))(?!.*(?<![\p{L}])(?:jk|kidding|joking|(?:in|from|dans) (?:the|a|my|this|le|un|mon) (?:sims|game|movie|show|book|novel|play|dream|jeu|film|livre|r[eê]ve)|years ago|back then|when i was (?:little|small|young\w*|a (?:kid|child)|\d|in (?:grade|elementary|kinder))|in (?:kindergarten|elementary|grade [1-6](?!\d))|quand j'?[eé]tais|il y a \S+ ans|c'est une (?:joke|blague))(?![\p{L}]))`;

/** `{kin}` in a wording stands for a slot's noun, `{kin's}` for its possessive, `{of kin}` for its French one. */
function fill(template: string, slots: Slots, language: 'en' | 'fr'): string {
  return template.replace(/\{(of )?([a-z]+)('s)?\}/g, (_, of: string, name: string, owner: string) => {
    const noun = slots[name];
    const word = (of ? noun?.frOf : noun?.[language]) ?? '';
    if (!owner) return word;
    return word.endsWith('s') ? `${word}'` : `${word}'s`;
  });
}

/** A pattern that speaks of the texter or of someone of theirs, whoever does it: all but those of a feeling. */
const OF_MINE = /^(?!(?:\(\?:)*(?:scared|peur)).*(?<![\p{L}])(?:m'|(?:me|my|us|mon|ma|mes)(?![\p{L}]))/u;

/** The frames of one fact that holds of the texter, or of a relative the pattern names. */
export function fact(
  en: string,
  fr: string,
  labels: readonly string[],
  patterns: readonly string[],
  needsLabel = false,
) {
  const wording = (slots: Slots) => ({ en: fill(en, slots, 'en'), fr: fill(fr, slots, 'fr') });
  return patterns.flatMap((pattern) =>
    frames([`${TOLD}(?:${pattern})${STANDS}`], wording, {
      labels,
      needsLabel,
      ofTexter: !OF_MINE.test(pattern),
      own: OWN,
    }),
  );
}

export const AM = String.raw`(?:i'?m|i am)(?: (?:just|so|really|always|still|too|literally|basically|kinda|lowkey|super)){0,4}`;
export const I = String.raw`i(?:'ve| have)?(?: (?:just|also|always|still|keep|usually|literally|basically|have to|had to|end up|been|even|only)){0,4}`;
export const SCARED = String.raw`(?:scared|afraid|terrified|worried|nervous|dreading|anxious)`;
export const MA = '(?:mon|ma|mes)';
export const JE = String.raw`(?:je|j'|chu|jsuis|j'ai|jai)`;

/** The labels of a fact that falls under one or another as the conversation goes. */
export const OPEN: readonly string[] = [];
