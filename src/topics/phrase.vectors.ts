import { Inject, Injectable } from '@nestjs/common';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';
import { PinnedVectors } from '../embeddings/pinned.vectors.js';
import { mean, normalise, rowsOf } from '../embeddings/vectors.js';
import { once } from '../operations/once.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';

/** What a concept of the bank means, each vector less what all of its kind share. */
export interface ConceptMeaning {
  id: string;
  phrase: string;
  /** Ids of the labels that cover it. */
  labels: readonly string[];
  /** Of its canonical phrase, in a responder's words; of unit length. */
  wording: Float32Array;
  /** Of its exemplars, in texters' words; of unit length. */
  voice: Float32Array;
  /** Both together, of unit length. */
  both: Float32Array;
}

/**
 * The meanings of the concept bank. Vectors of short texts share a large common part, which makes unlike phrases
 * look alike; it is taken off by subtracting the mean of the bank, separately for what responders and analysts
 * write (phrases) and what texters write (exemplars).
 */
export interface Meanings {
  concepts: readonly ConceptMeaning[];
  /** The concept of an id, or else the one that has a phrase for its own. */
  find(id: string | null, phrase: string): ConceptMeaning | undefined;
  /** What phrases share, and what texters' utterances share; not of unit length. */
  shared: { wording: Float32Array; voice: Float32Array };
  /** A phrase's or topic's vector less what phrases share, of unit length. */
  ofPhrase(vector: Float32Array): Float32Array;
  /** An utterance's vector less what utterances share, of unit length. */
  ofUtterance(vector: Float32Array): Float32Array;
}

/** Keeps the bank's vectors; the exemplars' are those that keyphrase generation has pinned already. */
@Injectable()
export class PhraseVectors {
  /** The bank's meanings, computed when they are first asked for. */
  readonly meanings = once(() => this.load());

  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly pinned: PinnedVectors,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
  ) {}

  private async load(): Promise<Meanings> {
    const { concepts: bank } = this.taxonomy;
    const phrases = rowsOf(
      await this.pinned.matrix(
        'conceptphrases',
        bank.map(({ phrase }) => phrase),
      ),
    );
    const exemplars = rowsOf(
      await this.pinned.matrix(
        'concepts',
        bank.flatMap(({ exemplars: { en } }) => en),
      ),
    );
    let from = 0;
    const voices = bank.map(({ exemplars: { en } }) => mean(exemplars.slice(from, (from += en.length))));
    const sharedWording = average(phrases, this.embedder.dimensions);
    const sharedVoice = average(voices, this.embedder.dimensions);
    const concepts = bank.map(({ id, phrase, labels }, index) => {
      const wording = less(phrases[index], sharedWording);
      const voice = less(voices[index], sharedVoice);
      return { id, phrase, labels, wording, voice, both: mean([wording, voice]) };
    });
    const byId = new Map(concepts.map((concept) => [concept.id, concept]));
    const byPhrase = new Map(concepts.map((concept) => [concept.phrase, concept]));
    return {
      concepts,
      find: (id, phrase) => (id === null ? byPhrase.get(phrase) : byId.get(id)),
      shared: { wording: sharedWording, voice: sharedVoice },
      ofPhrase: (vector) => less(vector, sharedWording),
      ofUtterance: (vector) => less(vector, sharedVoice),
    };
  }
}

/** The plain mean; nothing where there are no vectors. */
function average(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const vector of vectors)
    for (let index = 0; index < dimensions; index++) sum[index]! += vector[index]! / vectors.length;
  return sum;
}

function less(vector: Float32Array | undefined, shared: Float32Array): Float32Array {
  return vector ? normalise(vector.map((value, index) => value - shared[index]!)) : shared;
}
