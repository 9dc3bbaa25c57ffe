import type { Concept } from '../../taxonomy/taxonomy.types.js';
import { stemsOf } from '../constraints/words.js';

/** A text's telling words with what they weigh: rare words tell more. */
interface Bag {
  words: ReadonlySet<string>;
  mass: number;
}

/** How texters type French words: without accents and elisions, and shortened. */
const CHAT_FRENCH: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:chu|chui|jsuis|j'suis|ch'us)(?!\p{L})/gu, 'je suis'],
  [/(?<!\p{L})(?:pcq|parce qu[e'])(?!\p{L})/gu, 'parce que'],
  [/(?<!\p{L})(?:jai|g)(?!\p{L})/gu, "j'ai"],
  [/(?<!\p{L})j(?=(?:peux|veux|sais|pense|me|ai|en|fais|mange|dors|pleure)(?!\p{L}))/gu, 'je '],
  [/(?<!\p{L})tlm(?!\p{L})/gu, 'tout le monde'],
  [/(?<!\p{L})(?:tlt|ttt)(?!\p{L})/gu, 'tout le temps'],
];

/** The telling words of a text, with accents off, so that `ecole` and `école` meet. */
export function tellingWords(text: string): Set<string> {
  const spelled = CHAT_FRENCH.reduce((form, [pattern, word]) => form.replace(pattern, word), text);
  return new Set([...stemsOf(spelled)].map((word) => word.normalize('NFD').replace(/\p{M}/gu, '')));
}

/**
 * How far texts share their telling words: the cosine of their bags of words weighed by rarity over the bank's
 * exemplars (tf-idf; Salton and Buckley 1988). The only measure of likeness for French, which the bundled
 * embeddings do not know, and a second witness for English, where they are often wrong.
 */
export class ExemplarWords {
  private readonly bags: readonly Bag[];
  private readonly rows = new Map<string, number[]>();

  constructor(private readonly exemplars: readonly string[]) {
    const words = exemplars.map(tellingWords);
    words.forEach((set, row) => {
      for (const word of set) this.rows.set(word, [...(this.rows.get(word) ?? []), row]);
    });
    this.bags = words.map((set) => this.bag(set));
  }

  /** The overlap, 0..1, with each exemplar that shares a word; by row. */
  overlaps(text: string): Map<number, number> {
    const { words, mass } = this.bag(tellingWords(text));
    const shared = new Map<number, number>();
    for (const word of words)
      for (const row of this.rows.get(word) ?? [])
        shared.set(row, (shared.get(row) ?? 0) + this.weightOf(word));
    for (const [row, weight] of shared) shared.set(row, weight / Math.sqrt(mass * this.bags[row]!.mass));
    return shared;
  }

  private bag(words: ReadonlySet<string>): Bag {
    return { words, mass: [...words].reduce((sum, word) => sum + this.weightOf(word), 0) };
  }

  private weightOf(word: string): number {
    return Math.log((this.exemplars.length + 1) / ((this.rows.get(word)?.length ?? 0) + 0.5));
  }
}

/** A word that so few concepts have in common belongs to them: `mom` belongs to none, `vape` to four. */
const FEW = 12;

/** The words that belong to each concept: those of its phrase and exemplars that few others have. */
export class ConceptVocabulary {
  private readonly conceptsOf = new Map<string, Set<Concept>>();

  constructor(concepts: readonly Concept[]) {
    for (const concept of concepts)
      for (const text of [concept.phrase, concept.fr, ...concept.exemplars.en, ...concept.exemplars.fr])
        for (const word of tellingWords(text)) {
          const known = this.conceptsOf.get(word) ?? new Set();
          this.conceptsOf.set(word, known.add(concept));
        }
  }

  /** The concepts to which a word of the text belongs. */
  witnessed(text: string): Set<Concept> {
    const sets = [...tellingWords(text)].map((word) => this.conceptsOf.get(word) ?? new Set<Concept>());
    return new Set(sets.filter(({ size }) => size <= FEW).flatMap((set) => [...set]));
  }
}
