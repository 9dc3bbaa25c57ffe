import type { Remark } from './remarks.js';
import type { SimilarityGraph } from './similarity.graph.js';

/** What adds less than this is not worth a model's reading, even where there is room. */
const LEAST_GAIN = 0.03;

/**
 * The remarks that together stand for the most of what was said, by worth and likeness, within a budget. One that
 * stands for many others gains much; one that was said already gains nothing. Those that stay come first, even
 * beyond the budget.
 *
 * The greedy choice by gain for each character (H. Lin and J. Bilmes, A class of submodular functions for document
 * summarization, ACL 2011: coverage under a budget) over a graph of likenesses without training, as A. Jeddi and
 * others prune a model's tokens (Similarity-aware token pruning, arXiv 2503.11549, 2025).
 * @param budget characters as JSON
 */
export function select(remarks: readonly Remark[], graph: SimilarityGraph, budget: number): Set<Remark> {
  const kept = new Set<Remark>();
  const said = new Map<Remark, number>();
  let room = budget;

  const keep = (remark: Remark) => {
    kept.add(remark);
    room -= remark.size;
    for (const edge of graph.get(remark) ?? [])
      said.set(edge.remark, Math.max(said.get(edge.remark) ?? 0, edge.likeness));
  };
  const gainOf = (remark: Remark) =>
    (graph.get(remark) ?? []).reduce(
      (sum, edge) => sum + edge.remark.worth * Math.max(0, edge.likeness - (said.get(edge.remark) ?? 0)),
      0,
    );
  /** What would be added with a remark: itself, and the question that it answers. */
  const addedBy = (remark: Remark) =>
    [remark.question, remark].flatMap((each) => (each && !kept.has(each) ? [each] : []));

  for (const remark of remarks) if (remark.stays && !kept.has(remark)) addedBy(remark).forEach(keep);
  for (;;) {
    let best: readonly Remark[] = [];
    let most = 0;
    for (const remark of remarks) {
      if (kept.has(remark)) continue;
      const added = addedBy(remark);
      const size = added.reduce((sum, each) => sum + each.size, 0);
      const gain = size <= room ? gainOf(remark) : 0;
      if (gain < LEAST_GAIN || gain / size <= most) continue;
      best = added;
      most = gain / size;
    }
    if (best.length === 0) return kept;
    best.forEach(keep);
  }
}
