import type { EmbeddedUtterance } from '../../classification/reader.js';
import { isFrench } from '../../conversations/french.js';
import { normalised } from '../../conversations/normalised.js';
import type { Sentence, Utterance } from '../../conversations/utterances.js';
import type { PinnedVectors } from '../../embeddings/pinned.vectors.js';
import { Products } from '../../embeddings/onnx/products.js';
import { mean, pack, rowsOf } from '../../embeddings/vectors.js';
import { once } from '../../operations/once.js';
import type { Concept } from '../../taxonomy/taxonomy.types.js';
import { ConceptVocabulary, ExemplarWords } from './concept.words.js';

/** So many concepts, nearest by the mean of their exemplars, are compared exemplar by exemplar. */
const SHORTLIST = 40;

/** What shared words add to likeness in meaning. */
const WORDS = 0.8;

/** Puts the overlap of French words on the scale of English likeness: half the words shared is as telling as 0.8. */
const fromFrench = (overlap: number) => 0.42 + 0.76 * overlap;

interface Range {
  concept: Concept;
  from: number;
  to: number;
}

/** One language's exemplars in one row, and which concept each belongs to. */
function ranges(concepts: readonly Concept[], language: 'en' | 'fr'): { texts: string[]; ranges: Range[] } {
  const texts: string[] = [];
  const result = concepts.map((concept) => {
    const from = texts.length;
    texts.push(...concept.exemplars[language]);
    return { concept, from, to: texts.length };
  });
  return { texts, ranges: result };
}

/** How like an utterance is to what a concept's exemplars say. */
export interface Likeness {
  concept: Concept;
  utterance: Utterance;
  /** 0..1, the utterance's part in why the texter wrote. */
  weight: number;
  /** Up to about 1.4; what it says depends on what else speaks for the concept. */
  value: number;
  /** The sentence of the utterance that is most like. */
  sentence: Sentence;
  /** Whether the utterance has a word that belongs to the concept, too. */
  witnessed: boolean;
}

/** Finds what utterances mean by how the bank's exemplars put it: in English by vectors and words, in French by words. */
export class ConceptExemplars {
  private readonly english;
  private readonly french;
  private readonly englishWords: ExemplarWords;
  private readonly frenchWords: ExemplarWords;
  private readonly vocabulary: ConceptVocabulary;
  /** With the English exemplars, then with the mean of each concept's. */
  private readonly products = once(() => this.load());

  constructor(
    concepts: readonly Concept[],
    private readonly pinned: PinnedVectors,
  ) {
    this.vocabulary = new ConceptVocabulary(concepts);
    this.english = ranges(concepts, 'en');
    this.french = ranges(concepts, 'fr');
    this.englishWords = new ExemplarWords(this.english.texts);
    this.frenchWords = new ExemplarWords(this.french.texts);
  }

  /** How like each utterance is to the concepts nearest to it, in no order. */
  async likeness(utterances: readonly EmbeddedUtterance[]): Promise<Likeness[]> {
    const products = await this.products();
    const cosines = await products.with(utterances.map(({ vector }) => vector));
    return utterances.flatMap(({ utterance, weight }, index) => {
      const french = isFrench(normalised(utterance.text));
      const near = french ? this.inFrench(utterance) : this.inEnglish(utterance, cosines[index]!);
      const closest = this.closest(utterance, french);
      const witnessed = this.vocabulary.witnessed(normalised(utterance.text));
      return near.map(({ concept, value, row }) => ({
        concept,
        utterance,
        weight,
        value,
        sentence: closest(row),
        witnessed: witnessed.has(concept),
      }));
    });
  }

  private inEnglish(
    { text }: Utterance,
    cosines: Float32Array,
  ): { concept: Concept; value: number; row: number }[] {
    const overlaps = this.englishWords.overlaps(normalised(text));
    const central = cosines.subarray(this.english.texts.length);
    const shortlist = [...central.keys()].sort((a, b) => central[b]! - central[a]!).slice(0, SHORTLIST);
    return shortlist.map((index) => {
      const { concept, from, to } = this.english.ranges[index]!;
      let row = from;
      let nearest = -1;
      for (let at = from; at < to; at++) {
        const likeness = cosines[at]! + WORDS * (overlaps.get(at) ?? 0);
        if (likeness <= nearest) continue;
        nearest = likeness;
        row = at;
      }
      return { concept, value: (nearest + central[index]!) / 2, row };
    });
  }

  private inFrench({ text }: Utterance): { concept: Concept; value: number; row: number }[] {
    const overlaps = this.frenchWords.overlaps(normalised(text));
    return this.french.ranges.flatMap(({ concept, from, to }) => {
      let row = from;
      for (let at = from; at < to; at++) if ((overlaps.get(at) ?? 0) > (overlaps.get(row) ?? 0)) row = at;
      const overlap = overlaps.get(row);
      return overlap === undefined ? [] : [{ concept, value: fromFrench(overlap), row }];
    });
  }

  /** For each exemplar's row, the sentence of an utterance that shares most words with it; else the longest. */
  private closest({ sentences }: Utterance, french: boolean): (row: number) => Sentence {
    if (sentences.length === 1) return () => sentences[0]!;
    const words = french ? this.frenchWords : this.englishWords;
    const read = sentences.map((sentence) => ({ sentence, overlaps: words.overlaps(sentence.normalised) }));
    const value = ({ sentence, overlaps }: (typeof read)[number], row: number) =>
      (overlaps.get(row) ?? 0) + sentence.words / 1000;
    return (row) => read.reduce((best, each) => (value(each, row) > value(best, row) ? each : best)).sentence;
  }

  private async load(): Promise<Products> {
    const { texts, ranges } = this.english;
    const rows = rowsOf(await this.pinned.matrix('concepts', texts));
    return Products.of(pack([...rows, ...ranges.map(({ from, to }) => mean(rows.slice(from, to)))]));
  }
}
