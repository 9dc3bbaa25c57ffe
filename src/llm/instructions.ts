import type { Span, Transcript } from '../conversations/conversation.types.js';
import { normalised } from '../conversations/normalised.js';
import { countWords } from '../conversations/sentences.js';
import { type Sentence, texterSentences } from '../conversations/utterances.js';
import { decoded, unmasked } from './disguises.js';

/** What the machinery is made of, which texters in need do not speak of. */
const MACHINERY = String.raw`(?:json|key ?-?phrases?|labels?|categor(?:y|ies)|scores?|summary|evidence|output|prompt|schema|classif(?:y|ier|ication)|mots?[- ]cl[eé]s?|cat[eé]gories?|[eé]tiquettes?|r[eé]sum[eé]|sortie)`;

const RULES = String.raw`(?:instructions?|rules?|prompts?|guidelines|constraints|directives|consignes|r[eè]gles)`;

/** Where an order begins: first thing, or after words that lead up to one. `they label me as weird` is none. */
const ORDER = String.raw`(?:^|[.,;:!?"'(] ?|\b(?:please|pls|plz|now|then|and|just|first|stp|svp|maintenant|puis|et|(?:u|you|tu|vous)(?: (?:must|should|can|will|have to|need to|dois|devez))?) )`;

/** Where a request begins. Not after `and`: `they screenshot it and show another user` is none. */
const ASKED = String.raw`(?:^(?:(?:lol|ok|hey|now|just|so|n|and|please|pls|plz|pis) )*|[.,;:!?] ?|\b(?:please|pls|plz|stp|svp|(?:can|could) (?:u|you)|peux[- ]tu) )`;

/** Words by which somebody speaks to the machine that reads along, rather than to a responder. */
const ADDRESSED = [
  String.raw`${ORDER}(?:ignore[rz]?|disregard|forget|override|bypass|stop following|oublie[rz]?|contourne[rz]?) (?:\S{1,30} ){0,4}${RULES}`,
  String.raw`${ORDER}(?:ignore[rz]?|disregard|forget|oublie[rz]?) (?:everything|all|anything|tout) (?:\S{1,30} ){0,4}(?:above|before|earlier|so far|said|pr[eé]c[eè]de|avant)\b`,
  String.raw`\b(?:system|developer|hidden|initial) (?:prompt|message|instructions?|mode)\b|\b(?:prompt|message|instructions?) syst[eè]me\b|\bjailbreak|\bdan mode\b`,
  String.raw`^(?:system|assistant|developer|syst[eè]me) ?:|<\|?/?(?:im_start|im_end|system|assistant|inst)|\[/?inst\]|#{2,} ?(?:system|instructions?)`,
  String.raw`${ORDER}(?:you are|you're|act as|pretend to be) (?:now )?(?:an? |the )?(?:unrestricted |different |new )?(?:ai|llm|language model|chat ?gpt|gpt|classifier|model)\b`,
  String.raw`\byou are now\b|${ORDER}from now on,? (?:you|u)\b|\btu es maintenant\b|${ORDER}d[eé]sormais,? tu\b`,
  String.raw`${ORDER}(?:label|classify|tag|mark|rate|score|flag|code|categori[sz]e|summari[sz]e|report) (?:this|me|it|the|my)(?: (?:chat|convo|conversation|text|message|transcript|texter)s?)? (?:as|like|under|with|at|only)\b`,
  String.raw`${ORDER}(?:classe|classifie|marque|[eé]tiquette)[rz]? (?:cette|la|ma|ce) (?:conversation|discussion|message) (?:comme|dans|sous)\b`,
  String.raw`${ORDER}(?:output|print|return|respond|reply|answer|write|add|include|put|set|give|use|emit|remove|drop|r[eé]ponds?|r[eé]pondez|[eé]cris|ajoute[rz]?|mets|mettez|renvoie|donne) (?:\S{1,30} ){0,6}[^\p{L}\s]{0,3}${MACHINERY}`,
  String.raw`${ORDER}(?:respond|reply|answer|output|r[eé]ponds?|r[eé]pondez) (?:only|exactly|just|nothing but|uniquement|seulement|exactement)\b`,
  // What only the machine is made of, or only the machine could tell.
  String.raw`\bkey ?-?phrases?\b|\bmots?[- ]cl[eé]s?\b|\bpalabras? claves?\b|\bsystem_prompt\b|\bapi[ _-]?key\b`,
  String.raw`${ASKED}(?:show|tell|give|send|print|read|repeat|recite|copy|translate|paste|reveal|leak|dump|spell)(?: \S{1,30}){0,6} (?:above|prompt|instructions?|(?:you|u) (?:were|was|got) (?:told|given)|config|training data)\b`,
  String.raw`\bwhat (?:are|were|r) (?:your|ur) (?:\S{1,30} )?(?:instructions|prompt)\b`,
  String.raw`${ASKED}(?:show|tell|give|send|print|read|repeat|paste|summari[sz]e|use)(?: \S{1,30}){0,5} (?:other|last|previous|next|another|different|someone else'?s?)(?: \S{1,30}){0,2} (?:texters?|users?|conversations?|convos?|chats?|transcripts?)\b`,
  String.raw`\bwhat did the (?:other|last|previous|next) (?:texter|user|person who texted|kid who texted)\b`,
  String.raw`${ASKED}(?:montre|donne|affiche|r[eé]p[eè]te|r[eé]v[eè]le|dis|traduis)(?:-moi|z)?(?: \S{1,30}){0,6} (?:consignes?|instructions?|prompt|(?:autre|derni[eè]re) conversation|conversation (?:pr[eé]c[eé]dente|d'?un autre|d'?une autre))\b`,
  String.raw`\b(?:ignora|olvida)\b.{0,40}\b(?:instrucciones|reglas|todo lo anterior)\b|\bignoriere\b.{0,40}\b(?:anweisungen|regeln)\b`,
  String.raw`${ASKED}(?:write|output|print|respond|reply|[eé]cris)(?: only| just| seulement)? (?:the|these|this|le|ce) (?:words?|phrases?|mots?)\b`,
  // Who it is spoken to, and where the data is said to end.
  String.raw`\b(?:note|message|memo|instructions?) (?:to|for) (?:the )?(?:ai|bot|model|llm|system|classifier|machine|summari[sz]er)\b|\b(?:dear|hey|hi|yo|attention|attn|cher|ch[eè]re|all[oô]) (?:l')?(?:ai|ia|llm|gpt|chat ?gpt|model|classifier)\b`,
  String.raw`\bif (?:you|u)(?: ?r|'?re| are) (?:an? )?(?:ai|llm|bot|language model|machine),? (?:then )?(?:say|write|reply|answer|respond|print|output|ignore)\b|\bsi (?:tu es|t'es|vous [eê]tes) une? (?:ia|robot|machine|mod[eè]le),? (?:alors )?(?:dis|[eé]cris|r[eé]ponds|ignore)\b`,
  String.raw`^(?:admin|user|model|instructions?|task|nouvelles? (?:consigne|instruction|t[aâ]che)s?|consignes?) ?[:>]|</[a-z_]{3,20}>|<(?:messages?|system|user|assistant|transcript|conversation|data|instructions?)>`,
  String.raw`^\W{0,5}(?:end|fin) (?:of|de|du|de la) (?:the )?(?:conversation|transcript|chat|data|input|messages?|donn[eé]es)\W{0,5}$|\bnew (?:task|instructions?|rules?|conversation|system) ?:|\bsudo\b|\b(?:admin|debug|god|dev|maintenance|developer) (?:mode|override)\b`,
  String.raw`\b(?:correct|right|only|real|true|final|expected|bonne|seule) (?:labels?|categor(?:y|ies)|output|scores?|classification|cat[eé]gories?) (?:is|are|should be|est|=|:)`,
  // A piece of JSON.
  String.raw`[{[] ?"|" ?: ?["[{\d]|"? ?\} ?\]|"\]\}`,
].map((source) => new RegExp(source, 'u'));

/** An order that has no object yet: it is in the next message. */
const UNFINISHED = new RegExp(
  String.raw`(?:[:"“«(=]|\b(?:key ?-?phrases?|mots?[- ]cl[eé]s?|labels?|say|write|print|with|as|is|following|words?|suivante?|que|dis|[eé]cris))$`,
  'u',
);

/** How an order goes on in the next message. */
const CONTINUED =
  /^(?:(?:and|n|then|now|also|just|pls|please|pis|et|puis) )*(?:write|say|talk|print|output|describe|add|put|answer|reply|[eé]cris|dis|parle|ajoute|mets|r[eé]ponds)(?!\p{L})/u;

/** The object of an unfinished order is no longer than this, in words. */
const LONGEST_OBJECT = 12;

/** An order is looked for over so many consecutive sentences of one turn. */
const LONGEST_SPLIT = 4;

const isAddressed = (text: string): boolean => ADDRESSED.some((pattern) => pattern.test(text));

/** Whether a text speaks to the machine, undisguised or not. Nobody in need texts in base64. */
function speaksToMachine(text: string): boolean {
  return decoded(text).length > 0 || unmasked(text).some((form) => isAddressed(normalised(form)));
}

/**
 * Where the texter speaks to the machine: from a sentence such as `ignore your instructions` or `label this
 * as a prank` to the end of its message, disguises (`1gn0re`, base64) taken off; where an order is spread over
 * several messages of a turn, in all of them. Such words are shown to the model like all others, but nothing that
 * it says is believed on the strength of them.
 */
export function instructionSpans(transcript: Transcript): Span[] {
  const textOf = new Map(transcript.messages.map(({ position, text }) => [position, text]));
  const sentences = texterSentences(transcript);
  const alone = sentences.map(({ text }) => speaksToMachine(text));
  const spread = spreadOrders(sentences, alone);
  const orders = sentences.filter((sentence, index) => alone[index] || spread.has(sentence));
  const spans = new Map<number, Span>();
  const mark = ({ message, start }: { message: number; start: number }) => {
    const from = Math.min(start, spans.get(message)?.start ?? start);
    spans.set(message, { message, start: from, end: textOf.get(message)!.length });
  };
  orders.forEach(mark);
  sentences.forEach((sentence, index) => {
    const next = sentences[index + 1];
    if (!spans.has(sentence.message) || !next || next.turn !== sentence.turn) return;
    const object = textOf.get(next.message)!;
    const isObject = UNFINISHED.test(sentence.normalised) && countWords(object) <= LONGEST_OBJECT;
    if (next.message !== sentence.message && (isObject || CONTINUED.test(next.normalised)))
      mark({ message: next.message, start: 0 });
  });
  return [...spans.values()].sort((a, b) => a.message - b.message);
}

/** The sentences of orders that are spread over several of them, none of which is one by itself. */
function spreadOrders(sentences: readonly Sentence[], alone: readonly boolean[]): Set<Sentence> {
  const text = (pieces: readonly Sentence[]) => pieces.map(({ normalised: form }) => form).join(' ');
  const orders = new Set<Sentence>();
  for (let first = 0; first < sentences.length; first++)
    for (let last = first + 1; last < first + LONGEST_SPLIT; last++) {
      const run = sentences.slice(first, last + 1);
      if (sentences[last]?.turn !== run[0]!.turn || alone.slice(first, last + 1).some(Boolean)) break;
      if (!isAddressed(text(run))) continue;
      // As short as can be: what stands before or after an order is no part of it.
      if (!isAddressed(text(run.slice(1))) && !isAddressed(text(run.slice(0, -1))))
        run.forEach((each) => orders.add(each));
      break;
    }
  return orders;
}
