import type { Sentence } from '../../conversations/utterances.js';
import type { Concept } from '../../taxonomy/taxonomy.types.js';

/** What speaks for a concept in a conversation. */
export interface ConceptMatch {
  concept: Concept;
  /** 0..1: how sure it is that the texter means it. */
  strength: number;
  /** The texter's sentences that say it, the most telling first. */
  sentences: readonly Sentence[];
}

/** The matches of each concept as one: the strongest counts in full, each further sentence takes away a part of the doubt. */
export function joined(matches: readonly ConceptMatch[]): ConceptMatch[] {
  const byConcept = new Map<Concept, ConceptMatch[]>();
  for (const match of matches) byConcept.set(match.concept, [...(byConcept.get(match.concept) ?? []), match]);
  return [...byConcept].map(([concept, own]) => {
    const ranked = own.toSorted((a, b) => b.strength - a.strength);
    const doubt = ranked.reduce(
      (product, { strength }, rank) => product * (1 - strength * (rank === 0 ? 1 : 0.3)),
      1,
    );
    const sentences = [...new Set(ranked.flatMap((match) => match.sentences))];
    return { concept, strength: 1 - doubt, sentences };
  });
}
