import type { Entity } from '../deidentification.types.js';

/** A finding on its way: offsets into its passage. */
export interface Candidate {
  start: number;
  end: number;
  entity: Entity;
  recognizer: string;
  score: number;
  reason: string;
  /** A surname after a title. */
  title?: boolean;
}

/**
 * Keeps the best of overlapping candidates: by score, then by length, then the first.
 * @returns candidates in text order, none overlapping
 */
export function resolve(candidates: readonly Candidate[]): Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const taken = new Map<number, Candidate>();
  const kept: Candidate[] = [];
  for (const candidate of ranked) {
    let free = candidate.end > candidate.start;
    for (let i = candidate.start; free && i < candidate.end; i += 1) free = !taken.has(i);
    if (!free) continue;
    for (let i = candidate.start; i < candidate.end; i += 1) taken.set(i, candidate);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
