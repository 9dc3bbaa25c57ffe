import type { Sentence } from '../conversations/utterances.js';
import { PatternIndex } from '../taxonomy/pattern.index.js';
import type { Concept, Taxonomy } from '../taxonomy/taxonomy.types.js';
import { unaccented } from '../conversations/accents.js';
import { type Figure, figuresIn } from './figures.js';
import { familyOf } from './hierarchy.js';
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
    const texts = sentences.map(({ normalised }) => unaccented(normalised));
    const figures = texts.map(figuresIn);
    for (const { pattern, line, match } of this.index.matches(texts)) {
      const { labels, concept, pattern: cue } = this.cues[pattern]!;
      const said = statement(sentences[line]!, cue, match);
      for (const each of labels) {
        const denied = said.denied || isFigure(each.label, match, figures[line]!);
        hits.labels.push({ ...each, ...said, denied });
      }
      if (concept) hits.concepts.push({ concept, ...said });
    }
    hits.labels.push(...figures.flatMap((found, line) => figureHits(sentences[line]!, found)));
    return hits;
  }
}

/** Whether what a cue found lies in a figure of speech for its label's family. */
function isFigure(label: string, { index, 0: found }: RegExpExecArray, figures: readonly Figure[]): boolean {
  return figures.some(
    ({ families, start, end }) =>
      families.includes(familyOf(label)) && start < index + found.length && index < end,
  );
}

/** A figure without a cue still takes from what the sentence sounds like: a denied hit of no weight. */
function figureHits(sentence: Sentence, figures: readonly Figure[]): CueHit[] {
  return figures.flatMap(({ families }) =>
    families.map((label): CueHit => ({ label, weight: 0, sentence, denied: true, voice: 'self' })),
  );
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
