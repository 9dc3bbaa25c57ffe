import type { LabelScore } from '../classification/classification.types.js';
import type { Span, Transcript } from '../conversations/conversation.types.js';
import { normalised } from '../conversations/normalised.js';
import { countWords } from '../conversations/sentences.js';
import type { DeidentificationService } from '../deidentification/deidentification.service.js';
import { hasNoPlaceholder } from '../keyphrases/constraints/identifiers.js';
import { isUnjudging } from '../keyphrases/constraints/judgement.js';
import { Quotes } from '../llm/quotes.js';

/** A sentence of a model's summary, with the texter's words that it says it rests on. */
export interface Claimed {
  text: string;
  quotes: readonly string[];
}

/** Why a model's summary may not be shown. */
export type SummaryFault =
  | 'empty'
  | 'length'
  | 'form'
  | 'placeholder'
  | 'identifier'
  | 'judgement'
  | 'dictated'
  | 'grounding'
  | 'risk';

/** Control and invisible characters: they break what shows them, or hide something. */
const UNFIT = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const LETTER = /\p{L}/u;

/** Leading sentences that fit into so many words: the first ones tell of danger and of why the texter wrote. */
export function fitting(sentences: readonly Claimed[], mostWords: number): Claimed[] {
  let words = 0;
  const end = sentences.findIndex(({ text }) => (words += countWords(text)) > mostWords);
  return end < 0 ? [...sentences] : sentences.slice(0, end);
}

/**
 * What is wrong with a model's summary, if anything. One bad sentence spoils it: the others may not make sense
 * without it, and it may have been the one that told of danger.
 * @param risk risk labels that hold: a summary has to rest on a message that speaks of them
 */
export function faultOf(
  sentences: readonly Claimed[],
  transcript: Transcript,
  risk: readonly LabelScore[],
  deidentification: DeidentificationService,
): SummaryFault | undefined {
  if (sentences.length === 0) return 'empty';
  const quotes = new Quotes(transcript);
  const said = transcript.messages
    .filter(({ from }) => from === 'texter')
    .map(({ text }) => normalised(text));
  const spans: Span[] = [];
  for (const { text, quotes: quoted } of sentences) {
    const evidence = quotes.find(quoted);
    spans.push(...evidence);
    if (UNFIT.test(text) || !LETTER.test(text)) return 'form';
    if (!hasNoPlaceholder(text)) return 'placeholder';
    if (deidentification.findsIdentifier(text)) return 'identifier';
    if (!isUnjudging(text, said.join('\n'))) return 'judgement';
    if (quotes.isDictated(text)) return 'dictated';
    if (evidence.length === 0) return 'grounding';
  }
  const told = new Set(spans.map(({ message }) => message));
  const speaks = risk.some(({ evidence }) => evidence.some(({ message }) => told.has(message)));
  return risk.length > 0 && !speaks ? 'risk' : undefined;
}
