import type { Transcript } from '../conversations/conversation.types.js';
import type { Sentence } from '../conversations/utterances.js';
import type { CueHit } from './cues.js';
import { isDenied } from './negation.js';
import { asksFor } from './questions.js';
import { voiceOf } from './voice.js';

const LEAD = String.raw`^(?:(?:um+|uh+|euh|oh|well|i mean|honestly|tbh|ngl|hm+|ok|like|idk|lol|ben|bah|genre|tonight|today|lately|right now|rn|(?:à|a|ce) soir)[ ,.]+)*`;
const answer = (...words: string[]) => new RegExp(`${LEAD}(?:${words.join('|')})(?![\\p{L}'])`, 'u');

const YES = answer(
  String.raw`ye+s+|yea+h*|yeh|yep|yup|ya+h?|yas|mm?-?hm+|uh ?huh|both|of course|ofc|obviously|definitely|absolutely|for sure|exactly`,
  String.raw`i(?:'?ve| have| do| am| was| did)(?: been| thought about it| tried)?(?=[.,!?]|$| (?:and|but|sometimes|a lot|before|since|for|when|every|yes|yeah|tried|been|thought))|(?:it (?:is|does)|(?:he|she|they) (?:does|did|do|has|is))(?=[.,!?]|$| (?:and|but|sometimes|a lot|when|every|all))`,
  String.raw`all the time|always|constantly|every ?(?:day|night)|daily|often|a lot|lots|most (?:days|nights)`,
  String.raw`oui+|ouais|ouain|ouin|ouaip|mouais|mets-en|c'est (?:ça|vrai)|cest (?:ca|ça|vrai)|tellement|toujours|souvent|tout le temps|les deux`,
);
const HALF_YES = answer(
  String.raw`kinda|kind of|kindof|sort of|sorta|a little|a bit|some ?times|at times|some (?:days|nights)|on and off|here and there|now and then|from time to time`,
  String.raw`i guess(?: so)?|guess so|maybe|probably|possibly|basically|pretty much|i suppose|i think (?:so|i (?:am|do|have|might))|not really but`,
  String.raw`once|twice|(?:a )?(?:few|couple)(?: of)? times|\d+ times|before|lately|yesterday|last (?:night|week|month|year|summer|spring|fall|winter)|in (?:grade|high school|middle school|\p{L}+ber|january|february|march|april|june|july|august)`,
  String.raw`tonight|tomorrow|tmrw|tmr|this weekend|soon|back|worse|louder|stronger|quieter|still (?:there|here)`,
  String.raw`un (?:ti-)?peu|un ptit peu|des fois|parfois|peut-être|peut être|ptet|mettons|on peut dire|je pense (?:que oui|bien)|une fois|deux fois|quelques fois|demain|ce soir|à soir|a soir|encore`,
);
/** No denial: `not tonight` and `its complicated` leave open what a plain no would not. */
const NOT_A_NO = answer(
  String.raw`not (?:like )?tonight|it'?s (?:kinda |kind of |really )?(?:complicated|hard to (?:say|explain))|i(?:'?d| would)? rather not say|pas (?:à|a|ce) soir|pas là là|c'?est (?:compliqué|complique)`,
);
const NO = answer(
  String.raw`no+|nope|nah+|not (?:really|since|any ?more|in (?:years|months|a (?:while|long time)))|never|non|pas (?:vraiment|depuis)|jamais|pantoute`,
);
const TAKEN_BACK =
  /\b(?:but )?(?:not|never|no) (?:anymore|really|now)\b|\bi(?:'?m| am) (?:\w+ )?(?:safe|ok|okay|fine|good)\b|\b(?:tonight|today|tomorrow|now|soon) (?:no|nah|not|i'?m (?:ok|good|safe))\b/u;

/** `not now or ever`, `not tonight, im safe`. */
const SETTLED = /\bor ever\b|\bno\b|\bi(?:'?m| am) (?:\w+ )?(?:safe|ok|okay|fine|good)\b/u;

/** What the texter says of their own suicide, so that a responder need not name it any more. */
const NAMES_SUICIDE =
  /\bsuicid|\bkms\b|\bkill(?:ing)? my ?self\b|\b(?:want(?:ed)?|wanna) (?:to )?die\b|\bend(?:ing)? (?:it|my life)\b|(?:me tuer|m'enlever la vie|envie de mourir|veux mourir|en finir)(?!\p{L})/u;

/** A turn of so many words may put a question off; a longer one has passed it over. */
const PUT_OFF = 6;

/** So many sentences after a yes belong to the answer: `yeah. like most nights. i lie there and think…` */
const MOST_MORE = 2;

/**
 * What the texter agreed to: a yes to a direct question about suicide, self-harm or abuse counts as if the texter had
 * said it. What counts of the responder's message is its last question and what follows it; the first yes or no of
 * the texter's turn answers it, and is the evidence together with what the turn goes on to say. A short turn
 * that is neither (`why do u ask`) leaves the question open for one turn more.
 */
export function assents(transcript: Transcript, sentences: readonly Sentence[]): CueHit[] {
  const hits: CueHit[] = [];
  let question = '';
  let waited = 0;
  let turn = 0;
  for (const { from, text } of transcript.messages) {
    if (from === 'texter') continue;
    const asked = lastQuestion(text);
    if (asked) waited = 0;
    question = asked || question;
    turn++;
    const said = sentences.filter((sentence) => sentence.turn === turn);
    const answer = said.find(({ normalised }) => answers(normalised));
    if (answer) hits.push(...answered(question, answer, sentences, hits));
    // A question waits for its answer while the responder goes on writing.
    const words = said.reduce((sum, sentence) => sum + sentence.words, 0);
    if (answer || words > PUT_OFF || (words > 0 && waited++ > 0)) question = '';
  }
  return hits;
}

function answered(
  question: string,
  sentence: Sentence,
  sentences: readonly Sentence[],
  before: readonly CueHit[],
): CueHit[] {
  const after = sentences.slice(sentences.indexOf(sentence) + 1);
  const more = after
    .filter(({ turn, filler, normalised }) => turn === sentence.turn && !filler && !NO.test(normalised))
    .slice(0, MOST_MORE);
  const agreed =
    before.some(({ label }) => label.startsWith('suicide')) ||
    sentences.slice(0, sentences.indexOf(sentence)).some(({ normalised }) => namesSuicide(normalised));
  // A yes to `suicide or hurting yourself` is surely one of them, and the graver one is the one to look at.
  return asksFor(question, agreed)
    .map((label, rank): CueHit => {
      const weight = assentOf(sentence.normalised, label) * (rank === 0 ? 1 : 0.6);
      return { label, weight, sentence, more, denied: false, voice: 'self' };
    })
    .filter(({ weight }) => weight > 0);
}

/** Whether a sentence is a yes or a no. */
function answers(text: string): boolean {
  return [YES, HALF_YES, NOT_A_NO, NO].some((pattern) => pattern.test(text));
}

function assentOf(answer: string, label: string): number {
  const thoughts = label === 'suicide.ideation' || label === 'self_harm';
  if (NOT_A_NO.test(answer)) return thoughts && !SETTLED.test(answer) ? 0.5 : 0;
  if (TAKEN_BACK.test(answer) || NO.test(answer)) return 0;
  if (YES.test(answer)) return 0.85;
  return HALF_YES.test(answer) ? 0.65 : 0;
}

function namesSuicide(text: string): boolean {
  const named = NAMES_SUICIDE.exec(text);
  if (!named) return false;
  const end = named.index + named[0].length;
  return !isDenied(text, named.index, end) && voiceOf(text, named.index, end) === 'self';
}

/** From the last question on, in lower case; empty where the text asks nothing. */
function lastQuestion(text: string): string {
  const questions = text
    .toLowerCase()
    .replace(/’/g, "'")
    .match(/[^.!?]*\?[^?]*$/);
  return questions?.[0].trim() ?? '';
}
