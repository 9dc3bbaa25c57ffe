import { dot } from '../embeddings/vectors.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { Keyphrase } from './keyphrase.types.js';
import { isPhraseOf } from './general.phrases.js';

/** From this cosine on, two phrases are one meaning: above what siblings such as two kinds of fights reach. */
export const SAME_MEANING = 0.9;

/** A phrase as the vocabulary compares it. */
export interface Wording {
  /** Canonical English form. */
  text: string;
  concept: string | null;
  risk: boolean;
  vector: Float32Array;
}

/** A concept's own wording, whatever the surface form was. */
export function canonicalText(
  { canonical, concept }: Pick<Keyphrase, 'canonical' | 'concept'>,
  { concepts }: TaxonomyService,
): string {
  return (concept && concepts.find(({ id }) => id === concept)?.phrase) || canonical;
}

/** The concept that a canonical wording is the bank's own phrase of, or null. */
export function conceptOf(text: string, { concepts }: TaxonomyService): string | null {
  return concepts.find(({ phrase }) => phrase === text)?.id ?? null;
}

/**
 * Whether a phrase speaks of suicide, self-harm or abuse: as its concept says, or as the general phrase of a risk label,
 * or by the cues of one.
 */
export function speaksOfRisk(text: string, concept: string | null, taxonomy: TaxonomyService): boolean {
  const known = concept ? taxonomy.concepts.find(({ id }) => id === concept) : undefined;
  if (known) return known.risk;
  return taxonomy.labels.some(
    ({ id, risk, cues }) =>
      risk && (isPhraseOf(id, text) || cues.en.some(({ pattern }) => pattern.test(text))),
  );
}

/**
 * Whether two phrases are one meaning of the vocabulary: worded alike, or near by their vectors and both of risk or
 * neither. Two concepts of the bank are never one: their author has decided that they are distinct.
 */
export function meansTheSame(a: Wording, b: Wording): boolean {
  if (a.text === b.text) return true;
  if (a.concept !== null && b.concept !== null) return a.concept === b.concept;
  return a.risk === b.risk && dot(a.vector, b.vector) >= SAME_MEANING;
}
