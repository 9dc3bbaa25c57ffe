import type { Sentence } from '../conversations/utterances.js';
import { PatternPrefilter } from '../taxonomy/pattern.prefilter.js';
import type { Taxonomy } from '../taxonomy/taxonomy.types.js';
import { isDenied, swallowsNegation } from './negation.js';
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
}

/**
 * How much a concept's cue says about the label that the concept falls under: concepts are narrow and their
 * cues precise, but they were written to name a meaning, not to decide on a label.
 */
const CONCEPT_WEIGHT = 0.7;

/** Finds the taxonomy's cues and its concepts', in both languages, for texters mix them. */
export class CueIndex {
  private readonly cues: IndexedCue[];
  private readonly prefilter: PatternPrefilter;

  constructor({ labels, concepts }: Pick<Taxonomy, 'labels' | 'concepts'>) {
    const ofLabels = labels.flatMap(({ id, cues }) =>
      [...cues.en, ...cues.fr].map(({ pattern, weight }) => ({ label: id, weight, pattern })),
    );
    const ofConcepts = concepts.flatMap((concept) =>
      [...concept.cues.en, ...concept.cues.fr].flatMap((pattern) =>
        concept.labels.map((label) => ({ label, weight: CONCEPT_WEIGHT, pattern })),
      ),
    );
    this.cues = [...ofLabels, ...ofConcepts];
    this.prefilter = new PatternPrefilter(this.cues.map(({ pattern }) => pattern));
  }

  /** Every cue in every sentence, in the order of cues; a cue counts once in a sentence. */
  find(sentences: readonly Sentence[]): CueHit[] {
    return this.prefilter
      .candidatesIn(sentences.map(({ normalised }) => normalised))
      .map((index) => this.cues[index]!)
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
      denied: isDenied(sentence.normalised, match.index, end) || swallowsNegation(pattern, match[0]),
      voice: voiceOf(sentence.normalised, match.index, end),
    },
  ];
}
