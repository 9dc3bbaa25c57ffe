import type { TaxonomyDiff } from './taxonomy.diff.js';

/** How far a version is raised, the least first. */
const STEPS = ['none', 'patch', 'minor', 'major'] as const;
export type VersionStep = (typeof STEPS)[number];

/** Whether a version is raised as its changes demand. */
export interface VersionAdvice {
  from: string;
  to: string;
  /** What the changes demand. */
  demanded: VersionStep;
  /** What was done; null where the later version is the lower one. */
  raised: VersionStep | null;
  enough: boolean;
  /** The lowest version that would do. */
  lowest: string;
}

/**
 * What a change of the taxonomy demands of its version, after Semantic Versioning 2.0.0, the interface being the
 * labels' ids and what they stand for.
 *
 * - major: results of before cannot be read with it: an id is gone or another, a label is of risk or no more;
 * - minor: what a label or a concept stands for changes, or one comes: labels and concepts added, concepts removed,
 *   definitions, what counts and what does not, thresholds, a concept's labels or risk;
 * - patch: the same is found better or said otherwise: exemplars, cues, names, wordings, their order.
 */
export function adviseVersion(
  from: string,
  to: string,
  changes: Pick<TaxonomyDiff, 'labels' | 'concepts' | 'reordered'>,
): VersionAdvice {
  const demanded = demandedBy(changes);
  const raised = raisedBy(from, to);
  const enough = raised !== null && STEPS.indexOf(raised) >= STEPS.indexOf(demanded);
  return { from, to, demanded, raised, enough, lowest: lowestAfter(from, demanded) };
}

/** Orders semantic versions of three numbers, the lowest first. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const place = left.findIndex((number, index) => number !== right[index]);
  return place < 0 ? 0 : left[place]! - right[place]!;
}

function demandedBy({
  labels,
  concepts,
  reordered,
}: Pick<TaxonomyDiff, 'labels' | 'concepts' | 'reordered'>): VersionStep {
  const ofLabels = labels.map((change): VersionStep => {
    if (change.kind !== 'changed') return change.kind === 'added' ? 'minor' : 'major';
    const fields = change.fields.map(({ field }) => field);
    if (fields.includes('risk')) return 'major';
    const meaning = ['definition', 'counts', 'excludes', 'threshold'] as const;
    return meaning.some((field) => fields.includes(field)) ? 'minor' : 'patch';
  });
  const ofConcepts = concepts.map((change): VersionStep => {
    if (change.kind !== 'changed') return 'minor';
    return change.fields.some(({ field }) => field === 'labels' || field === 'risk') ? 'minor' : 'patch';
  });
  const ofOrder = reordered.labels || reordered.concepts ? 'patch' : 'none';
  return [...ofLabels, ...ofConcepts].reduce<VersionStep>(
    (most, step) => (STEPS.indexOf(step) > STEPS.indexOf(most) ? step : most),
    ofOrder,
  );
}

function raisedBy(from: string, to: string): VersionStep | null {
  if (compareVersions(to, from) < 0) return null;
  const [before, after] = [numbersOf(from), numbersOf(to)];
  const place = after.findIndex((number, index) => number !== before[index]);
  return place < 0 ? 'none' : (['major', 'minor', 'patch'] as const)[place]!;
}

function lowestAfter(version: string, step: VersionStep): string {
  const [major, minor, patch] = numbersOf(version);
  switch (step) {
    case 'none':
      return version;
    case 'patch':
      return `${major}.${minor}.${patch + 1}`;
    case 'minor':
      return `${major}.${minor + 1}.0`;
    case 'major':
      return `${major + 1}.0.0`;
  }
}

function numbersOf(version: string): [major: number, minor: number, patch: number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}
