import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { Keyphrase } from './keyphrase.types.js';
import { isPhraseOf } from './general.phrases.js';

/** From this cosine on, two phrases are one meaning: above what siblings such as two kinds of fights reach. */
export const SAME_MEANING = 0.9;

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
