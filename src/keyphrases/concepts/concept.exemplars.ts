import type { EmbeddedUtterance } from '../../classification/reader.js';
import { isFrench } from '../../conversations/french.js';
import { normalised } from '../../conversations/normalised.js';
import type { Sentence, Utterance } from '../../conversations/utterances.js';
import type { PinnedVectors } from '../../embeddings/pinned.vectors.js';
import { dot, type Matrix, mean, pack, similarities } from '../../embeddings/vectors.js';
import type { Concept } from '../../taxonomy/taxonomy.types.js';
import type { ConceptMatch } from './concept.match.js';
import { ExemplarWords } from './concept.words.js';

/** So many concepts, nearest by the mean of their exemplars, are compared exemplar by exemplar. */
const SHORTLIST = 24;

/** An utterance is taken to mean at most this many concepts. */
const MOST = 2;

/** What shared words add to likeness in meaning. */
const WORDS = 0.8;

/**
 * Likeness from which an utterance may mean a concept, and at which it surely does. Over the bank's own
 * exemplars, each left out in turn, seven in ten above the middle of the two are right.
 */
const ENGLISH = { least: 0.68, sure: 1.1 };
const FRENCH = { least: 0.4, sure: 0.75 };

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

/** Finds what utterances mean by how the bank's exemplars put it: in English by vectors and words, in French by words. */
export class ConceptExemplars {
  private readonly english;
  private readonly french;
  private readonly englishWords: ExemplarWords;
  private readonly frenchWords: ExemplarWords;
  private vectors: Promise<{ exemplars: Matrix; means: Matrix }> | undefined;

  constructor(
    concepts: readonly Concept[],
    private readonly pinned: PinnedVectors,
  ) {
    this.english = ranges(concepts, 'en');
    this.french = ranges(concepts, 'fr');
    this.englishWords = new ExemplarWords(this.english.texts);
    this.frenchWords = new ExemplarWords(this.french.texts);
  }

  /** For each utterance the few concepts that it is most like, where it is like any. */
  async match(utterances: readonly EmbeddedUtterance[]): Promise<ConceptMatch[]> {
    const vectors = await (this.vectors ??= this.load());
    return utterances.flatMap(({ utterance, vector, weight }) => {
      const french = isFrench(normalised(utterance.text));
      const likeness = french ? this.inFrench(utterance) : this.inEnglish(utterance, vector, vectors);
      const { least, sure } = french ? FRENCH : ENGLISH;
      return likeness
        .filter(({ value }) => value >= least)
        .toSorted((a, b) => b.value - a.value)
        .slice(0, MOST)
        .map(({ concept, value, row }) => ({
          concept,
          strength: Math.min(1, (value - least) / (sure - least)) * (0.6 + 0.4 * weight),
          sentences: [this.closest(utterance, row, french)],
        }));
    });
  }

  private inEnglish(
    { text }: Utterance,
    vector: Float32Array,
    { exemplars, means }: { exemplars: Matrix; means: Matrix },
  ): { concept: Concept; value: number; row: number }[] {
    const overlaps = this.englishWords.overlaps(normalised(text));
    const central = similarities(means, vector);
    const shortlist = [...central.keys()].sort((a, b) => central[b]! - central[a]!).slice(0, SHORTLIST);
    return shortlist.map((index) => {
      const { concept, from, to } = this.english.ranges[index]!;
      let row = from;
      let nearest = -1;
      for (let at = from; at < to; at++) {
        const likeness = dot(rowOf(exemplars, at), vector) + WORDS * (overlaps.get(at) ?? 0);
        if (likeness <= nearest) continue;
        nearest = likeness;
        row = at;
      }
      return { concept, value: (nearest + central[index]!) / 2, row };
    });
  }

  private inFrench({ text }: Utterance): { concept: Concept; value: number; row: number }[] {
    const overlaps = this.frenchWords.overlaps(normalised(text));
    return this.french.ranges.map(({ concept, from, to }) => {
      let row = from;
      for (let at = from; at < to; at++) if ((overlaps.get(at) ?? 0) > (overlaps.get(row) ?? 0)) row = at;
      return { concept, value: overlaps.get(row) ?? 0, row };
    });
  }

  /** The sentence of an utterance that shares most words with an exemplar; else the longest. */
  private closest({ sentences }: Utterance, row: number, french: boolean): Sentence {
    const words = french ? this.frenchWords : this.englishWords;
    const value = (sentence: Sentence) =>
      (words.overlaps(sentence.normalised).get(row) ?? 0) + sentence.words / 1000;
    return sentences.reduce((best, sentence) => (value(sentence) > value(best) ? sentence : best));
  }

  private async load(): Promise<{ exemplars: Matrix; means: Matrix }> {
    const exemplars = await this.pinned.matrix('concepts', this.english.texts);
    const means = this.english.ranges.map(({ from, to }) =>
      mean(Array.from({ length: to - from }, (_, offset) => rowOf(exemplars, from + offset))),
    );
    return { exemplars, means: pack(means) };
  }
}

function rowOf({ data, dimensions }: Matrix, row: number): Float32Array {
  return data.subarray(row * dimensions, (row + 1) * dimensions);
}
