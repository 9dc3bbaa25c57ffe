/** How a fact has to be told for a phrase to state it. */
export interface Telling {
  /** Whether it is a fact only while it lasts: told of an earlier time it is another one. */
  now: boolean;
  /**
   * Whether it is danger. A game's or a joke's is none, wherever in the sentence that is said; and it is heard where it
   * is only guessed at, for `i think im gonna kill myself` is no lesser danger.
   */
  danger: boolean;
}

/** Up to so many words may stand between what governs a statement and the statement. */
const WORDS = String.raw`(?:[\p{L}']+ ){0,2}`;

/** What governs the words after it: they are supposed or told of a song or a film. */
const SUPPOSED = String.raw`if|whether|imagine|unless|in case|hypothetically|pretend\w*|suppose|lyrics?|songs?|movie|novel|character|roleplay|si|peut-être que|est-ce que|film|chanson`;
const WISHED = String.raw`wish|should|would|could|might|(?<!(?:in|last|since|of) )may|hope|dream\w*|nightmares?|joked?|joking|wonder|almost|nearly|maybe|used to|avant`;
const GUESSED = String.raw`think|thought|guess(?! what)|feel like|pense|crois`;

/** To the end of a clause. */
const CLAUSE = String.raw`(?:(?! (?:but|because|bc|cuz|cause|mais|parce) )[^.!?;])*`;

/** Directly before a statement in the first person: it is what somebody else says of the texter. */
const IN_OTHERS_WORDS =
  /(?<![\p{L}'])(?<!(?<![\p{L}])(?:i|i just|i also|i even|j'ai) )(?:says?|said|saying|thinks?|claims?|assumes?|asked|wrote|texted|rumou?rs?|(?:he|she|they)(?:'s| is| was| were|'re)? (?:all )?like|(?:told|tells|telling) (?:me|us|everyone|people)|dit|disent|pensent?)(?: that| like| que| qu'|)[ :"(]*$/u;
const FIRST_PERSON = /^(?:i|i'?m|im|i'?ve|my|je|j'|j'?ai|mon|ma|mes|chu|jsuis)(?![\p{L}])/u;

/** A question, by how it begins or whom it asks. */
const ASKED = new RegExp(
  String.raw`^(?:(?:hi|hey|ok|so|and|but|lol|um|wait|like|well),? )?(?:does|do|did|is|are|was|have|has|had|will|should|est-ce que?) (?!to )${WORDS}$|(?<![\p{L}])(?:do|did|does|have|are|would|if|whether) (?:u|you|ya|anyone|someone|people)(?![\p{L}])`,
  'u',
);

const ASKED_WHOLE = /^(?:do|does|did|is|are|was|has|have|would|should|est-ce) /u;

/** An earlier time, before a statement and after it. */
const ONCE =
  /(?<![\p{L}])(?:(?:was|were|had) (?:\S+ ){0,4}when $|(?:used to|when i was|back (?:in|when)|(?:years|yrs) ago|quand j'?étais|dans le temps|plus jeune)(?![\p{L}]))/u;
const SINCE_PAST =
  /(?<![\p{L}])(?:(?:years|yrs) ago|back then|when i was (?:little|small|young\w*|a (?:kid|child)|\d|in (?:grade|elementary|kinder))|in (?:kindergarten|elementary|grade [1-6](?!\d))|quand j'?[eé]tais|il y a \S+ ans)(?![\p{L}])/u;

/** After a statement: a joke, a story, somebody else's words. */
const TAKEN_BACK =
  /^ (?:pas|pu|plus|jamais)(?![\p{L}])|(?<![\p{L}])(?:jk|kidding|joking|(?:in|from|dans) (?:the|a|my|this|le|un|mon) (?:sims|game|movie|show|book|novel|play|dream|jeu|film|livre|r[eê]ve)|c'est une (?:joke|blague))(?![\p{L}])|["']? (?:she|he|they|dit-il|dit-elle) (?:said|says|texted|wrote)$/u;

/** Sports, jokes, accidents and fiction: what they tell of is no danger. */
const UNREAL =
  /(?<![\p{L}])(?:jk|kidding|joking\p{L}*|as a joke|playful\p{L}*|accident\p{L}*|by mistake|wrestl\p{L}+|judo|karate|bjj|sparring|boxing|songs?|lyrics?|movies?|netflix|minecraft|roblox|fortnite|gta|sims|valorant|wattpad|fanfic|roleplay|my (?:oc|character)|nightmares?|dream(?:t|ed|s)?|(?:in|of|for) (?:a|an|the|my|this|our) (?:\p{L}+ )?(?:game|book|story|novel|show|play|series|dream|skit|essay|assignment)|drama class|pour rire|des blagues|une blague|niaise|exprès|chansons?|paroles|film|jeu|jeux|personnage|roman|cauchemar|rêv\p{L}+)(?![\p{L}])/u;

const governed = (words: string, between: string) =>
  String.raw`(?<![\p{L}'])(?:${words})(?![\p{L}'])${between}$`;
const GOVERNED = new RegExp(
  `${governed(SUPPOSED, CLAUSE)}|${governed(`${WISHED}|${GUESSED}`, ` ${WORDS}`)}`,
  'u',
);
const GOVERNED_DIRECTLY = new RegExp(governed(`${SUPPOSED}|${WISHED}`, '[ :"(]*'), 'u');

/**
 * Whether the texter states what stands between `start` and `end` of a normalised sentence: does not ask, suppose, wish
 * or remember it, take it back, play it, or give it as what somebody else says of them. That it is denied or told of
 * somebody else is for `isDenied` and `isOfAnother` to say.
 */
export function isStated(sentence: string, start: number, end: number, { now, danger }: Telling): boolean {
  const before = sentence.slice(0, start);
  const after = sentence.slice(end);
  if ((danger ? GOVERNED_DIRECTLY : GOVERNED).test(before)) return false;
  if (ASKED.test(before) || (sentence.endsWith('?') && ASKED_WHOLE.test(sentence))) return false;
  if (IN_OTHERS_WORDS.test(before) && FIRST_PERSON.test(sentence.slice(start))) return false;
  if (now && (ONCE.test(before) || SINCE_PAST.test(after))) return false;
  return !TAKEN_BACK.test(after) && !(danger && UNREAL.test(sentence));
}
