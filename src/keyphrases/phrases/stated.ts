import { type Frame, frames } from './frame.js';

/** What may be said of a frame beside its patterns and its phrase. */
export type Options = NonNullable<Parameters<typeof frames>[2]>;

/** Sports, jokes, accidents and fiction: anywhere in a sentence they make another thing of it. */
const UNREAL = String.raw`(?<![\p{L}])(?:jk|kidding|joking\p{L}*|as a joke|playful\p{L}*|accident\p{L}*|by mistake|wrestl\p{L}+|judo|karate|bjj|sparring|boxing|songs?|lyrics?|movies?|netflix|minecraft|roblox|fortnite|gta|sims|valorant|wattpad|fanfic|roleplay|my (?:oc|character)|nightmares?|dream(?:t|ed|s)?|(?:in|of|for) (?:a|an|the|my|this|our) (?:\p{L}+ )?(?:game|book|story|novel|show|play|series|dream|skit|essay|assignment)|drama class|pour rire|des blagues|une blague|niaise|exprès|chansons?|paroles|film|jeu|jeux|personnage|roman|cauchemar|rêv\p{L}+)(?![\p{L}])`;

/** What stands before words that are asked, supposed, wished or put in another's mouth. */
const UNSAID = String.raw`(?:(?<![\p{L}])(?:do|did|does|have|are|would|if|whether) (?:u|you|ya|anyone|someone|people)(?![\p{L}]).*|(?<![\p{L}'])(?:what|even|as|like|que|comme)? ?(?:if|unless|whether|imagine|pretend|suppose|wish|should|would|could|might|almost|nearly|maybe|thought|heard|(?:said|says|saying|texted|wrote|claims?|asked|thinks?|rumou?rs?|(?:told|tells) (?:me|people|everyone))(?: that| like)?|si|dit qu[e']|dit|pense qu[e']|est-ce que|peut-être que)[ :"(]*)`;

/** Keeps a pattern to what is stated, outside games, stories, jokes and questions. */
const FIRM = String.raw`(?<!${UNREAL}.*)(?<!${UNSAID})(?!.*${UNREAL})(?!.*["']? (?:she|he|they|dit-il|dit-elle) (?:said|says|texted|wrote)$)(?<!^(?=.*[?]$)(?:do|does|did|is|are|was|has|have|would|should|est-ce) .*)`;

/** For what is so today: words of an earlier time make it another fact. */
export const NOW = String.raw`(?<!(?:used to|when i was|back (?:in|when)|years ago|quand j'étais|dans le temps|plus jeune).*)(?!.*(?:years ago|when i was (?:\d|young|little|a kid)|last year|quand j'étais|il y a .* ans))`;

/** Builds the frames of one phrase as `frames` does, of words that state it and do not play, ask or suppose it. */
export function stated(wording: Frame['wording'], options: Options, ...patterns: string[]): Frame[] {
  return frames(
    patterns.map((pattern) => `${FIRM}(?:${pattern})`),
    wording,
    options,
  );
}

/** A phrase without slots. */
export const as = (en: string, fr: string) => () => ({ en, fr });
