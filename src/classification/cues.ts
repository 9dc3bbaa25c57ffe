import type { Sentence } from '../conversations/utterances.js';
import { PatternIndex } from '../taxonomy/pattern.index.js';
import type { Concept, Taxonomy } from '../taxonomy/taxonomy.types.js';
import { isDenied, swallowsNegation } from './negation.js';
import { voiceOf, type Voice } from './voice.js';

/** A cue found in a sentence of the texter's. */
export interface CueHit {
  label: string;
  /** 0..1, as the taxonomy says: how likely the sentence is really about the label. */
  weight: number;
  sentence: Sentence;
  /** What the texter went on to say, where the sentence is but a yes. */
  more?: readonly Sentence[];
  denied: boolean;
  voice: Voice;
}

/** A cue of the concept bank found in a sentence of the texter's. */
export interface ConceptHit {
  concept: Concept;
  sentence: Sentence;
  denied: boolean;
  voice: Voice;
}

/** All that was found, in the order of the taxonomy's cues; a cue counts once in a sentence. */
export interface CueHits {
  labels: CueHit[];
  concepts: ConceptHit[];
}

interface Cue {
  pattern: RegExp;
  labels: readonly { label: string; weight: number }[];
  concept?: Concept;
}

/**
 * How much a concept's cue says about the label that the concept falls under: concepts are narrow and their
 * cues precise, but they were written to name a meaning, not to decide on a label.
 */
const CONCEPT_WEIGHT = 0.7;

/** Finds the taxonomy's cues and its concepts', in both languages, for texters mix them. */
export class CueIndex {
  private readonly cues: readonly Cue[];
  private readonly index: PatternIndex;

  constructor({ labels, concepts }: Pick<Taxonomy, 'labels' | 'concepts'>) {
    const ofLabels = labels.flatMap(({ id, cues }) =>
      [...cues.en, ...cues.fr].map(({ pattern, weight }): Cue => ({
        pattern,
        labels: [{ label: id, weight }],
      })),
    );
    const ofConcepts = concepts.flatMap((concept) => {
      const about = concept.labels.map((label) => ({ label, weight: CONCEPT_WEIGHT }));
      return [...concept.cues.en, ...concept.cues.fr].map((pattern): Cue => ({
        pattern,
        labels: about,
        concept,
      }));
    });
    this.cues = [...ofLabels, ...ofConcepts];
    this.index = new PatternIndex(this.cues.map(({ pattern }) => pattern));
  }

  find(sentences: readonly Sentence[]): CueHits {
    const hits: CueHits = { labels: [], concepts: [] };
    for (const { pattern, line, match } of this.index.matches(
      sentences.map(({ normalised }) => normalised),
    )) {
      const { labels, concept, pattern: cue } = this.cues[pattern]!;
      const sentence = sentences[line]!;
      const said = statement(sentence, cue, match);
      hits.labels.push(...labels.map((each) => ({ ...each, ...said })));
      if (concept) hits.concepts.push({ concept, ...said });
    }
    return hits;
  }
}

/** Whether the texter denies what a cue says, and whom it is about. */
function statement(sentence: Sentence, cue: RegExp, match: RegExpExecArray): Omit<ConceptHit, 'concept'> {
  const { normalised } = sentence;
  const end = match.index + match[0].length;
  return {
    sentence,
    denied: isDenied(normalised, match.index, end) || swallowsNegation(cue, match[0]),
    voice: voiceOf(normalised, match.index, end),
  };
}
