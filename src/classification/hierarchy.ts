import type { Span } from '../conversations/conversation.types.js';
import type { Label } from '../taxonomy/taxonomy.types.js';
import type { LabelScore } from './classification.types.js';

/** Labels that say there is no concern. They hold only where nothing else does, and exclude the rest. */
const NO_CONCERN: ReadonlySet<string> = new Set(['prank', 'testing']);

/** The label for concerns that no other label names. */
const OTHER = 'other';

/**
 * Families whose children name a kind of the parent's concern: which substance, which side of eating or of identity.
 * Between equals the parent stands first there, as it says what the texter writes about and the child which sort.
 * Elsewhere the child does: family and friends are different concerns under one roof.
 */
const OF_ONE_KIND: ReadonlySet<string> = new Set([
  'substance_abuse',
  'eating_body_image',
  'gender_sexual_identity',
]);

/** How far a parent's own score grows by its lesser children's. */
const SHARE_OF_SIBLINGS = 0.5;

/** A label's evidence holds at most this many spans. */
const MOST_SPANS = 5;

/** What a conversation's scores come to under the taxonomy's rules. */
export interface Settled {
  /** Every label, highest first; of equals the child first (not in every family), then in the taxonomy's order. */
  scores: LabelScore[];
  /** Those that hold, in the same order: at or above their threshold, or implied by a child that holds. */
  labels: LabelScore[];
}

/**
 * Applies the rules that every engine's scores obey: a parent scores at least as high as its children and
 * shares their evidence; what has no evidence does not hold; `other` holds only where no other label does,
 * `prank` and `testing` only where no concern does.
 * @param scores any subset of the labels; what is missing scores 0
 */
export function settle(scores: readonly LabelScore[], labels: readonly Label[]): Settled {
  const byId = new Map(scores.map((score) => [score.id, score]));
  const own = labels.map(({ id }) => byId.get(id) ?? { id, score: 0, evidence: [] });
  const threshold = new Map(labels.map((label) => [label.id, label.threshold]));
  const holds = ({ id, score }: LabelScore) => score >= threshold.get(id)!;
  const withChildren = yieldToConcerns(own.map((score) => withChildrenOf(score, own, holds)));
  const order = new Map(labels.map(({ id }, index) => [id, index]));
  const settled = withoutExcluded(withChildren, labels).sort(
    (a, b) => b.score - a.score || rank(a.id) - rank(b.id) || order.get(a.id)! - order.get(b.id)!,
  );
  const held = settled.filter(holds);
  const implied = (id: string) => held.some((label) => label.id.startsWith(`${id}.`));
  return { scores: settled, labels: settled.filter((score) => held.includes(score) || implied(score.id)) };
}

/** The last resorts score only as far as no concern does, so that they never outrank one that is likelier than not. */
function yieldToConcerns(scores: readonly LabelScore[]): LabelScore[] {
  const isLast = (id: string) => id === OTHER || NO_CONCERN.has(id);
  const concern = Math.max(0, ...scores.filter(({ id }) => !isLast(id)).map(({ score }) => score));
  return scores.map((label) => (isLast(label.id) ? { ...label, score: label.score * (1 - concern) } : label));
}

/** Lowers below its threshold whatever may not hold. */
function withoutExcluded(scores: readonly LabelScore[], labels: readonly Label[]): LabelScore[] {
  const threshold = new Map(labels.map((label) => [label.id, label.threshold]));
  const holds = ({ id, score, evidence }: LabelScore) => score >= threshold.get(id)! && evidence.length > 0;
  const held = new Set(scores.filter(holds).map(({ id }) => id));
  const concern = [...held].some((id) => id !== OTHER && !NO_CONCERN.has(id));
  const mayHold = (id: string) => {
    if (!held.has(id)) return false;
    if (id === OTHER) return held.size === 1;
    return !NO_CONCERN.has(id) || !concern;
  };
  return scores.map((score) =>
    mayHold(score.id) ? score : { ...score, score: Math.min(score.score, below(threshold.get(score.id)!)) },
  );
}

function withChildrenOf(
  parent: LabelScore,
  all: readonly LabelScore[],
  holds: (score: LabelScore) => boolean,
): LabelScore {
  const children = all.filter(({ id }) => id.startsWith(`${parent.id}.`)).sort((a, b) => b.score - a.score);
  const [best, ...rest] = children;
  // Signs of several children are signs of the parent, too, so that it leads where no child is clear.
  const own = rest.reduce(
    (score, child) => score + SHARE_OF_SIBLINGS * child.score * (1 - score),
    parent.score,
  );
  const family = [parent, ...children].sort((a, b) => b.score - a.score);
  // What does not hold by itself speaks only where nothing in the family does.
  const speaking = family.some(holds) ? family.filter(holds) : family;
  return {
    id: parent.id,
    score: Math.max(own, best?.score ?? 0),
    evidence: mergeSpans(speaking.flatMap(({ evidence }) => evidence)),
  };
}

/** The first few distinct spans, in the order of the conversation. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const seen = new Map(spans.map((span) => [`${span.message}:${span.start}:${span.end}`, span]));
  return [...seen.values()]
    .slice(0, MOST_SPANS)
    .sort((a, b) => a.message - b.message || a.start - b.start || a.end - b.end);
}

/** The top-level label above a label, or itself. */
export function familyOf(id: string): string {
  return id.split('.', 1)[0]!;
}

/** Place between labels of equal scores: the lower comes first. */
function rank(id: string): number {
  const depth = id.split('.').length;
  return OF_ONE_KIND.has(familyOf(id)) ? depth : -depth;
}

function below(threshold: number): number {
  return Math.max(0, threshold - 0.01);
}
