import type { Entity } from '../deidentification.types.js';
import { Stretches } from './stretches.js';

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

/**
 * Joins findings of other sources with ours. One that lies within a longer one of ours adds nothing; one that
 * overlaps ours of its kind becomes one with it, so that a person's given name and surname stay one person.
 * @param ours none overlapping
 * @returns candidates whose overlaps are still to be settled
 */
export function join(ours: readonly Candidate[], others: readonly Candidate[]): Candidate[] {
  const whole = new Stretches(ours);
  const all = [...others.filter((other) => !whole.coverMore(other)), ...ours];
  all.sort((a, b) => a.start - b.start);
  const last = new Map<Entity, Candidate>();
  const joined: Candidate[] = [];
  for (const candidate of all) {
    const before = last.get(candidate.entity);
    if (before && candidate.start < before.end) {
      const { start } = before;
      const end = Math.max(before.end, candidate.end);
      Object.assign(before, candidate.score > before.score ? candidate : before, { start, end });
    } else {
      const own = { ...candidate };
      last.set(own.entity, own);
      joined.push(own);
    }
  }
  return joined;
}

/** A stretch without the spaces and stops at its ends; undefined where no letter or digit is left. */
function trim(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const piece = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(piece)) return undefined;
  const left = /^[\s,;.]{0,20}/.exec(piece)?.[0].length ?? 0;
  const right = /[\s,;]{0,20}$/.exec(piece)?.[0].length ?? 0;
  return { start: start + left, end: end - right };
}
