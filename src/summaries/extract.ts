import { countWords } from '../conversations/sentences.js';
import type { Sentence } from '../conversations/utterances.js';
import { stemsOf } from '../keyphrases/constraints/words.js';

/** A sentence of the texter's, and how much a responder with one minute would miss it. */
export interface Weighed {
  sentence: Sentence;
  /** Place among the texter's sentences. */
  index: number;
  weight: number;
  /** Whether a responder must see it: it is chosen before the others. */
  first?: boolean;
}

/** A sentence of which this share of the telling words has been chosen already says nothing new. */
const REPEATED = 0.7;

/** No sentence is longer; texts without spaces are one word, whatever their length. */
const LONGEST = 240;

/**
 * The weightiest sentences that fit into so many words, in the order of the conversation, those that come first
 * before all others. What repeats the chosen ones is left out.
 * @param sentences in any order
 */
export function choose(sentences: readonly Weighed[], mostWords: number): Weighed[] {
  const chosen: Weighed[] = [];
  const said = new Set<string>();
  let words = 0;
  for (const candidate of sentences.toSorted(
    (a, b) => Number(b.first ?? false) - Number(a.first ?? false) || b.weight - a.weight || a.index - b.index,
  )) {
    const meaning = stemsOf(candidate.sentence.normalised);
    const repeated = [...meaning].filter((word) => said.has(word)).length;
    // Not the words of the normalised form, which lacks placeholders.
    const length = countWords(candidate.sentence.text);
    if (words + length > mostWords) continue;
    const says = meaning.size > 0 && repeated / meaning.size < REPEATED;
    if (!says && !candidate.first) continue;
    chosen.push(candidate);
    words += length;
    meaning.forEach((word) => said.add(word));
  }
  return chosen.toSorted((a, b) => a.index - b.index);
}

/**
 * The sentences as one text: an ellipsis where something between them was left out, a full stop where the
 * texter set none. Neither counts as a word.
 */
export function written(chosen: readonly Weighed[]): string {
  return chosen
    .map(({ sentence, index }, place) => {
      const text = shortened(sentence.text.replace(/\s+/g, ' '));
      const next = chosen[place + 1];
      if (next && next.index > index + 1) return `${text.replace(/[.,;:]+$/, '')}…`;
      return /[.!?…]["')\]]*$/.test(text) ? text : `${text.replace(/[,;:]+$/, '')}.`;
    })
    .join(' ');
}

/** Cut at a whole code point. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
