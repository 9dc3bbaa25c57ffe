import { isDenied } from '../../classification/negation.js';
import type { Sentence } from '../../conversations/utterances.js';
import { isAsked } from '../concepts/whose.js';
import { isStated } from '../phrases/stated.js';
import type { Told } from './told.in.pieces.js';

/** What becomes of a matter, however the texter puts it. */
export interface Turn {
  /** Id of the concept that matter and turn make together. */
  concept: string;
  pattern: RegExp;
  /** Whether it is said with a negation of its own. */
  negative?: true;
}

/** Something that texters name once and then speak of as `it` and `they`, and what may become of it. */
export interface Subject {
  matter: RegExp;
  /** What shows, between matter and turn, that it is another's or something else. */
  elsewhere: RegExp;
  /** What shows there that it is over. */
  settled: RegExp;
  turns: readonly Turn[];
}

/** Up to so many sentences may lie between a matter and its turn. */
const NEAR = 4;

/** Alternatives of whole words over normalised text. */
export const pattern = (...alternatives: string[]) =>
  new RegExp(String.raw`(?<![\p{L}'])(?:${alternatives.join('|')})(?![\p{L}])`, 'u');

/** Concepts whose matter and turn stand in sentences of their own: `we wait for our permit`, `today they said no`. */
export function mattersTold(sentences: readonly Sentence[], subjects: readonly Subject[]): Told[] {
  return subjects.flatMap(({ matter, elsewhere, settled, turns }) => {
    const matters = new Set(sentences.flatMap(({ normalised }, at) => (matter.test(normalised) ? [at] : [])));
    if (matters.size === 0) return [];
    return turns.flatMap((turn) =>
      sentences.flatMap((sentence, at): Told[] => {
        const near = nearestTo(at, matters);
        if (near === null || !isTold(turn, sentence)) return [];
        const between = sentences.slice(Math.max(0, Math.min(near, at) - 1), Math.max(near, at) + 2);
        if (between.some(({ normalised }) => elsewhere.test(normalised) || settled.test(normalised)))
          return [];
        return [{ concept: turn.concept, sentences: [...new Set([sentence, sentences[near]!])] }];
      }),
    );
  });
}

/** Of two as near the one that came before. */
function nearestTo(at: number, matters: ReadonlySet<number>): number | null {
  for (let away = 0; away <= NEAR; away++)
    for (const place of [at - away, at + away]) if (matters.has(place)) return place;
  return null;
}

function isTold({ pattern: words, negative }: Turn, sentence: Sentence): boolean {
  const { normalised: text } = sentence;
  const match = words.exec(text);
  if (!match || isAsked(sentence)) return false;
  const end = match.index + match[0].length;
  if (!negative && isDenied(text, match.index, end)) return false;
  // What may yet come is what texters fear: `they might send us back`.
  return isStated(text, match.index, end, { now: true, danger: true });
}
