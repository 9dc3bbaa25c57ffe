import type { Sentence, Utterance } from '../conversations/utterances.js';
import type { CueHit } from './cues.js';

/** An utterance worth embedding, and how much it says about why the texter wrote. */
export interface Salient {
  utterance: Utterance;
  /** 0..1; 1 for the message that presents the issue. */
  weight: number;
}

/** Where a cue was found, and how much it says. */
export type Cue = Pick<CueHit, 'sentence' | 'weight'>;

/**
 * At most so many utterances of a conversation are embedded, with so many words in all, for embedding is most of what
 * a conversation costs. 7 with 90 words cost half as much again and find 0.02 more of the labels that people gave;
 * 60 words find no more than 54.
 */
const MOST = 5;
const MOST_WORDS = 54;

/** Words that tell of feeling, harm, need or trouble, beyond any label's cues. */
const AFFECT =
  /\b(?:feel(?:s|ing|ings)?|felt|hate[sd]?|scared|afraid|terrified|sad|cry(?:ing)?|cried|cries|hurt(?:s|ing)?|angry|mad|alone|lonely|worried|worr(?:y|ies)|anxious|stress(?:ed|ful)?|tired|exhausted|ashamed|guilt[y]?|hopeless|worthless|empty|numb|broke(?:n)?|fight(?:s|ing)?|fought|yell(?:s|ed|ing)?|scream(?:s|ed|ing)?|hit(?:s|ting)?|died|dead|die|dying|lost|problem|help|don'?t know what|can'?t|never|nobody|no one|everyone|peur|triste|pleure[rs]?|seule?|mal|fatigu[eé]e?|d[eé]teste|ha[iï]s|capable|perdue?|mort|chicane|stress[eé]?e?|anxi\p{L}+|personne|jamais)\b/u;

/**
 * The utterances that speak for the conversation: those that present the issue (early, of some length), those
 * with cues, those that tell of feeling. In the order of the conversation.
 * @param hits the conversation's cues
 */
export function salientUtterances(utterances: readonly Utterance[], hits: readonly CueHit[]): Salient[] {
  const weights = salienceOf(utterances, hits);
  const ranked = utterances
    .map((utterance, index) => ({ index, utterance, weight: weights[index]! }))
    .toSorted((a, b) => b.weight - a.weight || a.index - b.index);
  const chosen: typeof ranked = [];
  let words = 0;
  for (const candidate of ranked) {
    if (chosen.length === MOST) break;
    if (chosen.length > 0 && words + candidate.utterance.words > MOST_WORDS) continue;
    chosen.push(candidate);
    words += candidate.utterance.words;
  }
  const heaviest = chosen[0]?.weight ?? 1;
  return chosen
    .toSorted((a, b) => a.index - b.index)
    .map(({ utterance, weight }) => ({ utterance, weight: weight / heaviest }));
}

/**
 * How much each utterance says about why the texter wrote, in 0..1, in order.
 * @param cues sentences with the weights of what was found in them
 */
export function salienceOf(utterances: readonly Utterance[], cues: readonly Cue[]): number[] {
  const cueOf = strongestCue(cues);
  return utterances.map((utterance, index) => weightOf(utterance, index, cueOf));
}

function weightOf(utterance: Utterance, index: number, cueOf: ReadonlyMap<Sentence, number>): number {
  const early = 1 / (1 + 0.12 * index);
  const cue = Math.max(0, ...utterance.sentences.map((sentence) => cueOf.get(sentence) ?? 0));
  const affect = utterance.sentences.some(({ normalised }) => AFFECT.test(normalised)) ? 1 : 0;
  const length = Math.min(utterance.words / 8, 1);
  return length * (0.5 * early + 0.35 * cue + 0.15 * affect);
}

function strongestCue(hits: readonly Cue[]): Map<Sentence, number> {
  const strongest = new Map<Sentence, number>();
  for (const { sentence, weight } of hits)
    strongest.set(sentence, Math.max(weight, strongest.get(sentence) ?? 0));
  return strongest;
}
