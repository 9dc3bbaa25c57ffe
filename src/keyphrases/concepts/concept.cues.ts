import { isDenied } from '../../classification/negation.js';
import { voiceOf } from '../../classification/voice.js';
import type { Sentence } from '../../conversations/utterances.js';
import { PatternPrefilter } from '../../taxonomy/pattern.prefilter.js';
import type { Concept } from '../../taxonomy/taxonomy.types.js';
import type { ConceptMatch } from './concept.match.js';

/** How sure a cue is: they are written to be precise. */
const STRENGTH = 0.8;

/** Concepts of the texter's own state: said of somebody else, they are not the texter's. */
const OWN_STATE =
  /^(?:suicide|self_harm|depressed|anxiety_stress|eating_body_image|isolated|substance_abuse)\b/;

interface ConceptCue {
  concept: Concept;
  pattern: RegExp;
}

/** Finds the bank's cues, in both languages, for texters mix them. */
export class ConceptCues {
  private readonly cues: readonly ConceptCue[];
  private readonly prefilter: PatternPrefilter;

  constructor(concepts: readonly Concept[]) {
    this.cues = concepts.flatMap((concept) =>
      [...concept.cues.en, ...concept.cues.fr].map((pattern) => ({ concept, pattern })),
    );
    this.prefilter = new PatternPrefilter(this.cues.map(({ pattern }) => pattern));
  }

  /** A match for each sentence that holds a concept's cue and neither denies it nor says it of somebody else. */
  find(sentences: readonly Sentence[]): ConceptMatch[] {
    return this.prefilter
      .candidatesIn(sentences.map(({ normalised }) => normalised))
      .map((index) => this.cues[index]!)
      .flatMap(({ concept, pattern }) =>
        sentences
          .filter((sentence) => says(sentence.normalised, pattern, concept))
          .map((sentence) => ({ concept, strength: STRENGTH, sentences: [sentence] })),
      );
  }
}

function says(sentence: string, pattern: RegExp, { labels }: Concept): boolean {
  const match = pattern.exec(sentence);
  if (!match) return false;
  const end = match.index + match[0].length;
  if (isDenied(sentence, match.index, end) || swallowsDenial(match[0], pattern)) return false;
  const ownState = labels.some((id) => OWN_STATE.test(id));
  return !ownState || voiceOf(sentence, match.index, end) === 'self';
}

const NEGATION =
  /(?<!\p{L})(?:not|never|no|nor|(?:is|are|was|were|do|does|did|wo|would)n'?t|pas|jamais)(?!\p{L})/u;
const NEGATION_IN_PATTERN = /not|never|\bno\b|n(?:'\?)?t|pas|jamais/;

/** Whether a gap of the pattern took in a negation that the pattern does not speak of: `im not suicidal`. */
function swallowsDenial(matched: string, pattern: RegExp): boolean {
  return NEGATION.test(matched) && !NEGATION_IN_PATTERN.test(pattern.source);
}
