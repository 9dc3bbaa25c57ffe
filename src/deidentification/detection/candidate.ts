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
 * Settles overlaps: the better candidate keeps its stretch, by score, then by length, then by place; of the others
 * stays what it does not cover, so that nothing found is left readable.
 * @param text the passage's text
 * @returns candidates in text order, none overlapping
 */
export function resolve(candidates: readonly Candidate[], text: string): Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const taken = new Set<number>();
  const kept: Candidate[] = [];
  for (const candidate of ranked) {
    for (let i = candidate.start; i < candidate.end; i += 1) {
      if (taken.has(i)) continue;
      let end = i;
      while (end < candidate.end && !taken.has(end)) taken.add(end++);
      const piece = trim(text, i, end);
      if (piece) kept.push({ ...candidate, ...piece });
      i = end;
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** A stretch without the spaces and stops at its ends; undefined where no letter or digit is left. */
function trim(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const piece = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(piece)) return undefined;
  const left = /^[\s,;.]{0,20}/.exec(piece)?.[0].length ?? 0;
  const right = /[\s,;]{0,20}$/.exec(piece)?.[0].length ?? 0;
  return { start: start + left, end: end - right };
}
