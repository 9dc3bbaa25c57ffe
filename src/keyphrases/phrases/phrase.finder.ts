import { isDenied } from '../../classification/negation.js';
import type { Span } from '../../conversations/conversation.types.js';
import type { Sentence } from '../../conversations/utterances.js';
import { PatternIndex } from '../../taxonomy/pattern.index.js';
import { isOfAnother } from '../concepts/whose.js';
import { type Frame, slotsOf, type Phrasing } from './frame.js';
import { CIRCUMSTANCE_FRAMES } from './frames.circumstances.js';
import { DANGER_FRAMES } from './frames.danger.js';
import { DETAIL_FRAMES } from './frames.details.js';
import { ENGLISH_FRAMES } from './frames.en.js';
import { EVENT_FRAMES } from './frames.events.js';
import { FRENCH_FRAMES } from './frames.fr.js';
import { LIFE_FRAMES } from './frames.life.js';
import { MOVE_FRAMES } from './frames.moves.js';
import { isStated } from './stated.js';

/** A phrase made of the texter's own words. */
export interface FoundPhrase extends Phrasing {
  sentence: Sentence;
  labels: readonly string[];
  risk: boolean;
  needsLabel: boolean;
}

/**
 * Finds facts that texters state in a known form, and puts each as a responder would: `my dog died` is `loss
 * of dog`. The slots take only nouns of a list, so that no texter's phrasing, name or instruction can come
 * into a phrase: what the lists lack is left out.
 */
export class PhraseFinder {
  private readonly frames: readonly Frame[] = [
    ...ENGLISH_FRAMES,
    ...FRENCH_FRAMES,
    ...EVENT_FRAMES,
    ...CIRCUMSTANCE_FRAMES,
    ...DANGER_FRAMES,
    ...LIFE_FRAMES,
    ...DETAIL_FRAMES,
    ...MOVE_FRAMES,
  ];
  private readonly index = new PatternIndex(this.frames.map(({ pattern }) => pattern));

  find(sentences: readonly Sentence[]): FoundPhrase[] {
    const stretches = sentences.flatMap(stretchesOf);
    return this.index
      .matches(stretches.map(({ text }) => text))
      .flatMap(({ pattern, line }) => phraseIn(stretches[line]!, this.frames[pattern]!));
  }
}

/** Words that are read at once, normalised: a sentence, or a part of a long one. */
interface Stretch {
  sentence: Sentence;
  text: string;
}

/** Frames look about themselves, which costs the square of a text's length; no fact takes more characters. */
const LONGEST = 300;
const PARTS = new RegExp(String.raw`\S.{0,${LONGEST - 1}}(?!\S)|\S{1,${LONGEST}}`, 'gsu');

/** A normalised sentence, or the parts of a long one. */
export function partsOf(normalised: string): string[] {
  return normalised.length > LONGEST ? (normalised.match(PARTS) ?? []) : [normalised];
}

function stretchesOf(sentence: Sentence): Stretch[] {
  return partsOf(sentence.normalised).map((text) => ({ sentence, text }));
}

/** A match that begins with its subject. */
const OWN = /^(?:i|i'?m|i'?ve|j'?ai|je)(?![\p{L}])/u;

/** The phrase of a frame that has a match, where one of its matches in the text states it. */
function phraseIn({ sentence, text }: Stretch, frame: Frame): FoundPhrase[] {
  const { labels, risk, needsLabel, ofTexter, telling } = frame;
  for (const match of text.matchAll(new RegExp(frame.pattern, 'gu'))) {
    const end = match.index + match[0].length;
    if (isDenied(text, match.index, end) || !isStated(text, match.index, end, telling)) continue;
    if (ofTexter && !OWN.test(match[0]) && isOfAnother(text, match.index)) continue;
    return [{ ...frame.phrasing(slotsOf(match, frame)), sentence, labels, risk, needsLabel }];
  }
  return [];
}

/** The span of a sentence. */
export function spanOf({ message, start, end }: Span): Span {
  return { message, start, end };
}
