import type { Span, Transcript } from '../conversations/conversation.types.js';
import { texterSentences } from '../conversations/utterances.js';

/** What the machinery is made of, which texters in need do not speak of. */
const MACHINERY = String.raw`(?:json|key ?-?phrases?|labels?|categor(?:y|ies)|scores?|summary|evidence|output|prompt|schema|classif(?:y|ier|ication)|mots?[- ]cl[eé]s?|cat[eé]gories?|[eé]tiquettes?|r[eé]sum[eé]|sortie)`;

const RULES = String.raw`(?:instructions?|rules?|prompts?|guidelines|constraints|directives|consignes|r[eè]gles)`;

/** Where an order begins: first thing, or after words that lead up to one. `they label me as weird` is none. */
const ORDER = String.raw`(?:^|[.,;:!?"'(] ?|\b(?:please|pls|plz|now|then|and|just|first|stp|svp|maintenant|puis|et|(?:u|you|tu|vous)(?: (?:must|should|can|will|have to|need to|dois|devez))?) )`;

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
].map((source) => new RegExp(source, 'u'));

/**
 * Where the texter speaks to the machine: from a sentence such as `ignore your instructions` or `label this
 * as a prank` to the end of its message. Such words are shown to the model like all others, but nothing that
 * it says is believed on the strength of them.
 */
export function instructionSpans(transcript: Transcript): Span[] {
  const spans = new Map<number, Span>();
  const textOf = new Map(transcript.messages.map(({ position, text }) => [position, text]));
  for (const { message, start, normalised } of texterSentences(transcript)) {
    if (spans.has(message) || !ADDRESSED.some((pattern) => pattern.test(normalised))) continue;
    spans.set(message, { message, start, end: textOf.get(message)!.length });
  }
  return [...spans.values()];
}
