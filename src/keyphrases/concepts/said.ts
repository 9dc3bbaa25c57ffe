import type { Sentence } from '../../conversations/utterances.js';

/** What a texter wrote, to look up what else was said beside a sentence and anywhere. */
export interface Said {
  sentences: readonly Sentence[];
  /** All of it, normalised, a sentence a line. */
  whole: string;
}

/** Texters send a thought in pieces: so many sentences to either side belong to it, within one turn. */
const NEIGHBOURS = 2;

/** The texter's sentences as they are looked up. */
export function saidIn(sentences: readonly Sentence[]): Said {
  return { sentences, whole: sentences.map(({ normalised }) => normalised).join('\n') };
}

/** What was written in one breath with sentences, themselves included; normalised. */
export function breathOf(sentences: readonly Sentence[], { sentences: all }: Said): string {
  const near = sentences.flatMap((sentence) => {
    const at = all.indexOf(sentence);
    return all
      .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
      .filter(({ turn }) => turn === sentence.turn);
  });
  return [...new Set(near)].map(({ normalised }) => normalised).join('\n');
}
