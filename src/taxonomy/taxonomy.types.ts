/** The languages in which exemplars and cues are written. */
export type CueLanguage = 'en' | 'fr';

/** A pattern over normalised text, and how likely (0..1) a texter's message that holds it is really about its label. */
export interface Cue {
  pattern: RegExp;
  weight: number;
}

/** One of the taxonomy's labels, such as `suicide` or `suicide.ideation`. */
export interface Label {
  id: string;
  /** Ids under which earlier versions had it, as stored results may still hold. */
  was: readonly string[];
  name: string;
  /** The id before the last dot, or null for a top-level label. */
  parent: string | null;
  definition: string;
  counts: readonly string[];
  excludes: readonly string[];
  /** Suicide, self-harm and abuse: never dropped silently. */
  risk: boolean;
  /** The score in 0..1 from which the label holds. */
  threshold: number;
  exemplars: Readonly<Record<CueLanguage, readonly string[]>>;
  cues: Readonly<Record<CueLanguage, readonly Cue[]>>;
}

/** A canonical meaning of the concept bank, with how texters put it. */
export interface Concept {
  id: string;
  /** Canonical English keyphrase. */
  phrase: string;
  /** The same in French. */
  fr: string;
  /** Labels it falls under; empty where the taxonomy lacks it. */
  labels: readonly string[];
  risk: boolean;
  exemplars: Readonly<Record<CueLanguage, readonly string[]>>;
  cues: Readonly<Record<CueLanguage, readonly RegExp[]>>;
}

/** The taxonomy as loaded from its directory: labels in the order of its file, each parent before its children. */
export interface Taxonomy {
  version: string;
  labels: readonly Label[];
  concepts: readonly Concept[];
}
