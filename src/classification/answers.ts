import type { Transcript } from '../conversations/conversation.types.js';
import type { Sentence } from '../conversations/utterances.js';
import type { CueHit } from './cues.js';

/** A responder's direct question about the texter's safety, and the label that a yes speaks for. */
const QUESTIONS: readonly { label: string; pattern: RegExp }[] = [
  {
    label: 'suicide.ideation',
    pattern:
      /\bsuicid|\bkill(?:ing)? (?:your ?self|u?r ?self)|\bend(?:ing)? your (?:own )?life|\btak(?:e|ing) your (?:own )?life|\bwant(?:ing|ed)? to die\b|\bthoughts? of (?:dying|death)|\bnot want(?:ing)? to (?:live|be alive)|\bt'enlever la vie|\bte (?:suicider|tuer)|\b(?:envie|pens\p{L}+) (?:de |à )?mourir/u,
  },
  {
    label: 'suicide.plan_or_means',
    pattern:
      /\bplan(?:ning|ned|s)? (?:to|on|for) (?:kill|end|die|dying|suicide|killing|ending|tak)|\bhave (?:you got |got )?a plan\b(?! (?:for (?:tonight|tomorrow|today)|to (?:stay|keep)))|\bwhat you(?:'d| would| were going to) use\b|\bhow you(?:'d| would) (?:do it|kill|end)|\bmeans (?:to|nearby|with you)|\b(?:as-tu|t'as) (?:un plan|décidé|pensé à comment)|\bcomment tu (?:le )?ferais/u,
  },
  {
    label: 'suicide.attempt',
    pattern:
      /\b(?:tried|attempt(?:ed)?|taken|done) (?:\w+ ){0,4}(?:suicide|to (?:kill|end|die)|kill yourself|end your life)|\bfait une tentative|\bdéjà (?:essayé|tenté)/u,
  },
  {
    label: 'self_harm',
    pattern:
      /\b(?:hurt(?:ing)?|harm(?:ing|ed)?|cut(?:ting)?|injur(?:e|ing|ed)) your ?self|\bself[ -]?harm|\bte (?:faire|fais)(?:-tu)? du mal|\bte (?:couper|coupes|mutiler|mutiles)/u,
  },
];

/** A question about somebody else is not answered for the texter. */
const ABOUT_OTHERS =
  /\b(?:your|ton|ta) (?:friend|sister|brother|mom|dad|boyfriend|girlfriend|partner|amie?|soeur|frère)\b|\b(?:is|does|has|did) (?:he|she|they)\b/u;

const LEAD = String.raw`^(?:(?:um+|uh+|well|i mean|honestly|tbh|hm+|ok|like|ben|bah)[ ,.]+)?`;
const YES = new RegExp(
  `${LEAD}(?:yes|yeah|yea|yep|yup|yah?|i have|i do|i am|i did|mhm|all the time|every ?(?:day|night)|often|a lot|lots|oui|ouais|ouin|souvent|tout le temps)(?![\\p{L}'])`,
  'u',
);
const HALF_YES = new RegExp(
  `${LEAD}(?:kinda|kind of|kindof|sort of|sorta|a little|a bit|sometimes|i guess|maybe|i think so|not really but|once|twice|before|lately|un peu|des fois|parfois|peut-être|peut être|mettons|une fois)(?![\\p{L}'])`,
  'u',
);
const NO = new RegExp(`${LEAD}(?:no|nope|nah|not really|never|non|pas vraiment|jamais)(?![\\p{L}'])`, 'u');
const TAKEN_BACK =
  /\b(?:but )?(?:not|never|no) (?:anymore|really|now)\b|\bi(?:'?m| am) (?:safe|ok|okay|fine)\b/u;

/** So many sentences after a yes belong to the answer: `yeah. like most nights. i lie there and think…` */
const MOST_MORE = 2;

/**
 * What the texter agreed to: a yes to a direct question about suicide or self-harm counts as if the texter
 * had said it. What counts of the responder's message is its last question and what follows it; the first
 * yes or no of the texter's turn answers it, and is the evidence together with what the turn goes on to say.
 */
export function assents(transcript: Transcript, sentences: readonly Sentence[]): CueHit[] {
  const hits: CueHit[] = [];
  let question = '';
  let turn = 0;
  for (const { from, text } of transcript.messages) {
    if (from === 'texter') continue;
    question = lastQuestion(text) || question;
    turn++;
    const answer = sentences.find(
      (sentence) =>
        sentence.turn === turn && (assentOf(sentence.normalised) > 0 || NO.test(sentence.normalised)),
    );
    if (answer) hits.push(...answered(question, answer, sentences));
    // A question waits for its answer while the responder goes on writing, not while the texter does.
    if (sentences.some((sentence) => sentence.turn === turn)) question = '';
  }
  return hits;
}

function answered(question: string, sentence: Sentence, sentences: readonly Sentence[]): CueHit[] {
  const weight = assentOf(sentence.normalised);
  if (!question || weight === 0 || ABOUT_OTHERS.test(question)) return [];
  const asked = QUESTIONS.filter(({ pattern }) => pattern.test(question));
  const after = sentences.slice(sentences.indexOf(sentence) + 1);
  const more = after
    .filter(({ turn, filler, normalised }) => turn === sentence.turn && !filler && !NO.test(normalised))
    .slice(0, MOST_MORE);
  // A yes to `suicide or hurting yourself` is surely one of them, and the graver one is the one to look at.
  return asked.map(({ label }, rank) => ({
    label,
    weight: rank === 0 ? weight : weight * 0.6,
    sentence,
    more,
    denied: false,
    voice: 'self',
  }));
}

function assentOf(answer: string): number {
  if (TAKEN_BACK.test(answer)) return 0;
  if (YES.test(answer)) return 0.85;
  return HALF_YES.test(answer) ? 0.65 : 0;
}

/** From the last question on, in lower case; empty where the text asks nothing. */
function lastQuestion(text: string): string {
  const questions = text
    .toLowerCase()
    .replace(/’/g, "'")
    .match(/[^.!?]*\?[^?]*$/);
  return questions?.[0].trim() ?? '';
}
