import { ExemplarWords } from '../keyphrases/concepts/concept.words.js';
import { seemsFrench } from '../keyphrases/constraints/language.js';
import { isFrench } from '../conversations/french.js';
import { unaccented } from '../conversations/accents.js';
import { normalised } from '../conversations/normalised.js';
import type { Concept } from '../taxonomy/taxonomy.types.js';

/** What a cue found in a topic says, and how much less an exemplar's words say than a phrase's. */
const CUED = 0.7;
const IN_EXEMPLAR = 0.8;

/**
 * Likeness of a French topic and the concepts of the bank, by the words of their French phrases, exemplars and cues:
 * the bundled embeddings know English only.
 */
export class FrenchConcepts {
  private readonly owners: readonly { id: string; share: number }[];
  private readonly words: ExemplarWords;

  constructor(private readonly concepts: readonly Concept[]) {
    const texts = concepts.flatMap(({ id, fr, exemplars }) => [
      { id, text: fr, share: 1 },
      ...exemplars.fr.map((text) => ({ id, text, share: IN_EXEMPLAR })),
    ]);
    this.owners = texts;
    this.words = new ExemplarWords(texts.map(({ text }) => normalised(text)));
  }

  /** Concept ids with their likeness, 0..1; those alike in nothing are left out. */
  likeness(topic: string): Map<string, number> {
    const text = normalised(topic);
    const likeness = new Map<string, number>();
    const take = (id: string, value: number) => likeness.set(id, Math.max(value, likeness.get(id) ?? 0));
    for (const [row, overlap] of this.words.overlaps(text)) {
      const { id, share } = this.owners[row]!;
      take(id, Math.min(1, overlap) * share);
    }
    const plain = unaccented(text);
    for (const { id, cues } of this.concepts) if (cues.fr.some((cue) => cue.test(plain))) take(id, CUED);
    return likeness;
  }
}

/** Whether a topic is in French: by its words of grammar, elisions or accents. */
export function isFrenchTopic(topic: string): boolean {
  return isFrench(normalised(topic)) || seemsFrench(topic);
}
