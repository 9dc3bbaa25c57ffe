import { mean } from '../embeddings/vectors.js';
import type { LikeConcept } from './label.fit.js';
import type { Meanings } from './phrase.vectors.js';

/** So many concepts lend a topic their exemplars. */
const LENDING = 3;

/** A topic's words, before the archive is asked. */
export interface ReadTopic {
  text: string;
  french: boolean;
  stems: string[];
  /** As the embedder gave it. */
  raw: Float32Array;
  /** Less what all phrases share. */
  vector: Float32Array;
  /** Concepts of the bank by likeness, best first. */
  concepts: LikeConcept[];
  meanings: Meanings;
}

/** The topic with the concepts that the analyst chose: those added are what it is about, those dropped say nothing. */
export function chosenBy(read: ReadTopic, include: readonly string[], exclude: readonly string[]): ReadTopic {
  const concepts = read.concepts
    .filter(({ concept }) => !exclude.includes(concept.phrase))
    .map(({ concept, likeness }) => ({ concept, likeness: include.includes(concept.phrase) ? 1 : likeness }))
    .toSorted((a, b) => b.likeness - a.likeness);
  return { ...read, concepts };
}

/** The topic's vector, half of it from the exemplars of the concepts nearest to it. */
export function inTextersWords({ vector, concepts }: ReadTopic): Float32Array {
  const lending = concepts.slice(0, LENDING).filter(({ likeness }) => likeness > 0);
  if (lending.length === 0) return vector;
  const lent = mean(
    lending.map(({ concept }) => concept.voice),
    lending.map(({ likeness }) => likeness),
  );
  return mean([vector, lent]);
}
