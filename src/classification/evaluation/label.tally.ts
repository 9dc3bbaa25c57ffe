import type { Label } from '../../taxonomy/taxonomy.types.js';
import type { Classification } from '../classification.types.js';
import type { Figures, LabelEvaluation, LabelFigures } from './evaluation.types.js';

interface Counts {
  gold: number;
  predicted: number;
  both: number;
}

/** Counts agreement conversation by conversation, in memory that does not grow with them. */
export class LabelTally {
  private readonly counts: Map<string, Counts>;
  private readonly unknown = new Set<string>();
  private judged = 0;
  private withoutGold = 0;
  private tagged = 0;
  private first = 0;
  private firstThree = 0;

  constructor(private readonly taxonomyLabels: readonly Label[]) {
    this.counts = new Map(taxonomyLabels.map(({ id }) => [id, { gold: 0, predicted: 0, both: 0 }]));
  }

  /** Counts one conversation. Gold ids that the taxonomy lacks are remembered by name. */
  add({ scores, labels }: Pick<Classification, 'scores' | 'labels'>, gold: readonly string[] | null): void {
    if (!gold) {
      this.withoutGold++;
      return;
    }
    for (const id of gold) if (!this.counts.has(id)) this.unknown.add(id);
    const known = new Set(gold.filter((id) => this.counts.has(id)));
    this.judged++;
    if (known.size > 0) {
      this.tagged++;
      if (known.has(scores[0]!.id)) this.first++;
      if (scores.slice(0, 3).some(({ id }) => known.has(id))) this.firstThree++;
    }
    for (const id of known) this.counts.get(id)!.gold++;
    for (const { id } of labels) {
      this.counts.get(id)!.predicted++;
      if (known.has(id)) this.counts.get(id)!.both++;
    }
  }

  result(): LabelEvaluation {
    const labels = this.taxonomyLabels
      .map(({ id }): LabelFigures => ({ id, ...this.counts.get(id)!, ...figures(this.counts.get(id)!) }))
      .filter(({ gold, predicted }) => gold + predicted > 0);
    const risky = new Set(this.taxonomyLabels.filter(({ risk }) => risk).map(({ id }) => id));
    return {
      judged: this.judged,
      withoutGold: this.withoutGold,
      unknownLabels: [...this.unknown].sort(),
      top1: share(this.first, this.tagged),
      top3: share(this.firstThree, this.tagged),
      micro: figures(total(labels)),
      macro: meanOf(labels.filter(({ gold }) => gold > 0)),
      risk: figures(total(labels.filter(({ id }) => risky.has(id)))),
      labels,
    };
  }
}

function figures({ gold, predicted, both }: Counts): Figures {
  return {
    precision: share(both, predicted),
    recall: share(both, gold),
    f1: share(2 * both, gold + predicted),
  };
}

function total(labels: readonly LabelFigures[]): Counts {
  const sum = (key: keyof Counts) => labels.reduce((all, label) => all + label[key], 0);
  return { gold: sum('gold'), predicted: sum('predicted'), both: sum('both') };
}

/** A label that was never found has no precision; the mean takes it as 0, as is the custom. */
function meanOf(labels: readonly LabelFigures[]): Figures {
  const mean = (key: keyof Figures) =>
    share(
      labels.reduce((all, label) => all + (label[key] ?? 0), 0),
      labels.length,
    );
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
