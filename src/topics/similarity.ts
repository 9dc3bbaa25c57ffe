import type { NearPhrase } from './topic.types.js';

/** Phrases less similar than this to a topic are left to the analyst to add. */
export const SIMILAR = 0.3;
/** How much of what the cosine lacks to 1 shared words make up at most. */
const WORDING = 0.35;

/** How near a topic and a phrase are, each 0..1. */
export interface Nearness {
  /** By both: the meaning, and what it lacks to 1 made up in part by the wording. */
  similarity: number;
  /** By their vectors, or by words where these say nothing: see `TopicUnderstanding`; 0 where it is less. */
  meaning: number;
  /** Share of their stems that are in both (Dice 1945). */
  wording: number;
}

/** @param likeness in meaning */
export function nearness(likeness: number, topic: readonly string[], phrase: readonly string[]): Nearness {
  const meaning = Math.min(1, Math.max(0, likeness));
  const shared = phrase.filter((stem) => topic.includes(stem)).length;
  const wording = shared === 0 ? 0 : (2 * shared) / (topic.length + phrase.length);
  return { similarity: meaning + (1 - meaning) * WORDING * wording, meaning, wording };
}

/** Inverse document frequency on a scale of 0 (everywhere) to 1 (nowhere). */
export function rarity(count: number, total: number): number {
  return total === 0 ? 1 : Math.log((total + 1) / (Math.min(count, total) + 1)) / Math.log(total + 1);
}

/** What a phrase may add to a conversation, 0..1: squared, so that near ones stand out; half where it is everywhere. */
export function phraseWeight(likeness: number, rare: number): number {
  return likeness ** 2 * (0.5 + 0.5 * rare);
}

/** Weights scaled to sum to 1; nothing where all are 0. */
export function shares(
  stems: readonly { stem: string; weight: number }[],
): { stem: string; weight: number }[] {
  const total = stems.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? [] : stems.map(({ stem, weight }) => ({ stem, weight: weight / total }));
}

/** Nearest first, equals in the order of their phrases. */
export function byNearness(
  a: Pick<NearPhrase, 'phrase' | 'similarity'>,
  b: Pick<NearPhrase, 'phrase' | 'similarity'>,
): number {
  return b.similarity - a.similarity || (a.phrase < b.phrase ? -1 : 1);
}
