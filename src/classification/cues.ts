import type { Sentence } from '../conversations/utterances.js';
import type { Label } from '../taxonomy/taxonomy.types.js';
import { isDenied } from './negation.js';
import { voiceOf, type Voice } from './voice.js';

/** A cue found in a sentence of the texter's. */
export interface CueHit {
  label: string;
  /** 0..1, as the taxonomy says: how likely the sentence is really about the label. */
  weight: number;
  sentence: Sentence;
  denied: boolean;
  voice: Voice;
}

interface IndexedCue {
  label: string;
  weight: number;
  pattern: RegExp;
  /** The same, with `^` and `$` at line breaks. */
  anywhere: RegExp;
}

/** Finds the taxonomy's cues, in both languages, for texters mix them. */
export class CueIndex {
  private readonly cues: IndexedCue[];

  constructor(labels: readonly Label[]) {
    this.cues = labels.flatMap(({ id, cues }) =>
      [...cues.en, ...cues.fr].map(({ pattern, weight }) => ({
        label: id,
        weight,
        pattern,
        anywhere: new RegExp(pattern.source, `${pattern.flags.replace('m', '')}m`),
      })),
    );
  }

  /** Every cue in every sentence, in the order of cues; a cue counts once in a sentence. */
  find(sentences: readonly Sentence[]): CueHit[] {
    // Most cues are in no sentence, which one look at the whole text tells. Cues never cross a line break.
    const whole = sentences.map(({ normalised }) => normalised).join('\n');
    return this.cues
      .filter(({ anywhere }) => anywhere.test(whole))
      .flatMap((cue) => sentences.flatMap((sentence) => hitsOf(cue, sentence)));
  }
}

function hitsOf({ label, weight, pattern }: IndexedCue, sentence: Sentence): CueHit[] {
  const match = pattern.exec(sentence.normalised);
  if (!match) return [];
  const end = match.index + match[0].length;
  return [
    {
      label,
      weight,
      sentence,
      denied: isDenied(sentence.normalised, match.index, end),
      voice: voiceOf(sentence.normalised, match.index, end),
    },
  ];
}
