import { isDenied } from '../../classification/negation.js';
import type { Span } from '../../conversations/conversation.types.js';
import type { Sentence } from '../../conversations/utterances.js';
import { PatternIndex } from '../../taxonomy/pattern.index.js';
import { isOfAnother } from '../concepts/whose.js';
import { type Frame, slotsOf, type Wording } from './frame.js';
import { DANGER_FRAMES } from './frames.danger.js';
import { ENGLISH_FRAMES } from './frames.en.js';
import { EVENT_FRAMES } from './frames.events.js';
import { FRENCH_FRAMES } from './frames.fr.js';
import { LIFE_FRAMES } from './frames.life.js';

/** A phrase made of the texter's own words. */
export interface FoundPhrase extends Wording {
  sentence: Sentence;
  labels: readonly string[];
  risk: boolean;
  needsLabel: boolean;
}

/**
 * Finds facts that texters state in a known form, and puts each as a responder would: `my dog died` is `loss
 * of dog`. The slots take only nouns of a list, so that no texter's wording, name or instruction can come
 * into a phrase: what the lists lack is left out.
 */
export class PhraseFinder {
  private readonly frames: readonly Frame[] = [
    ...ENGLISH_FRAMES,
    ...FRENCH_FRAMES,
    ...EVENT_FRAMES,
    ...DANGER_FRAMES,
    ...LIFE_FRAMES,
  ];
  private readonly index = new PatternIndex(this.frames.map(({ pattern }) => pattern));

  find(sentences: readonly Sentence[]): FoundPhrase[] {
    return this.index
      .matches(sentences.map(({ normalised }) => normalised))
      .flatMap(({ pattern, line, match }) => phraseIn(sentences[line]!, this.frames[pattern]!, match));
  }
}

/** A match that begins with its subject. */
const OWN = /^(?:i|i'?m|i'?ve|j'?ai|je)(?![\p{L}])/u;

function phraseIn(sentence: Sentence, frame: Frame, match: RegExpExecArray): FoundPhrase[] {
  if (isDenied(sentence.normalised, match.index, match.index + match[0].length)) return [];
  const { labels, risk, needsLabel, ofTexter } = frame;
  if (ofTexter && !OWN.test(match[0]) && isOfAnother(sentence.normalised, match.index)) return [];
  return [{ ...frame.wording(slotsOf(match, frame)), sentence, labels, risk, needsLabel }];
}

/** The span of a sentence. */
export function spanOf({ message, start, end }: Span): Span {
  return { message, start, end };
}
