import { z } from 'zod';
import type { Label } from '../../taxonomy/taxonomy.types.js';
import type { Settled } from '../hierarchy.js';

const figure = z.number().min(0).max(1).nullable();
const setSchema = z.object({
  /** Conversations measured. */
  conversations: z.number().int(),
  /** Shares of those with a gold label whose highest label, or one of whose three highest, is a gold one. */
  top1: figure,
  top3: figure,
  /** F1 over all pairs of conversation and label, and its mean over labels that people gave. */
  microF1: figure,
  macroF1: figure,
  riskPrecision: figure,
  riskRecall: figure,
  /** Expected calibration error over all pairs (Guo et al. 2017), ten bins. */
  calibrationError: figure,
});

/** Figures on texters that nothing was learnt from. */
export type FigureSet = z.output<typeof setSchema>;

/** Figures of the untrained engine, of the head before and after calibration, and of one trained without fairness. */
export const figuresSchema = z.object({
  untrained: setSchema,
  uncalibrated: setSchema,
  trained: setSchema,
  /** Null where fairness was not asked for. */
  unweighted: setSchema.nullable(),
  /** By survey answer; those with too few texters are not among them. */
  groups: z.array(
    z.object({
      group: z.string(),
      untrained: setSchema,
      trained: setSchema,
      unweighted: setSchema.nullable(),
    }),
  ),
});
export type TrainingFigures = z.output<typeof figuresSchema>;

interface Counts {
  gold: number;
  found: number;
  both: number;
}

const BINS = 10;

/** Counts how well a classifier agrees with people, in memory that does not grow with the conversations. */
export class FigureTally {
  private readonly counts: Counts[];
  private readonly bins = Array.from({ length: BINS }, () => ({ pairs: 0, score: 0, given: 0 }));
  private conversations = 0;
  private tagged = 0;
  private first = 0;
  private firstThree = 0;

  constructor(private readonly labels: readonly Label[]) {
    this.counts = labels.map(() => ({ gold: 0, found: 0, both: 0 }));
  }

  /** @param gold for each label of the taxonomy whether people gave it */
  add({ scores, labels }: Settled, gold: Uint8Array): void {
    const given = new Set(this.labels.filter((_, index) => gold[index]).map(({ id }) => id));
    // A child that was given says that its parent holds, too, as a score of the parent does.
    const holds = (id: string) => given.has(id) || [...given].some((each) => each.startsWith(`${id}.`));
    this.conversations++;
    if (given.size > 0) {
      this.tagged++;
      if (given.has(scores[0]!.id)) this.first++;
      if (scores.slice(0, 3).some(({ id }) => given.has(id))) this.firstThree++;
    }
    const found = new Set(labels.map(({ id }) => id));
    this.labels.forEach(({ id }, index) => {
      const counts = this.counts[index]!;
      const right = holds(id);
      if (right) counts.gold++;
      if (found.has(id)) counts.found++;
      if (right && found.has(id)) counts.both++;
    });
    for (const { id, score } of scores) {
      const bin = this.bins[Math.min(BINS - 1, Math.floor(score * BINS))]!;
      bin.pairs++;
      bin.score += score;
      if (holds(id)) bin.given++;
    }
  }

  result(): FigureSet {
    const risk = total(this.counts.filter((_, index) => this.labels[index]!.risk));
    const given = this.counts.filter(({ gold }) => gold > 0);
    const pairs = this.bins.reduce((sum, bin) => sum + bin.pairs, 0);
    const off = this.bins.reduce((sum, bin) => sum + Math.abs(bin.score - bin.given), 0);
    return {
      conversations: this.conversations,
      top1: share(this.first, this.tagged),
      top3: share(this.firstThree, this.tagged),
      microF1: f1(total(this.counts)),
      macroF1: share(
        given.reduce((sum, counts) => sum + (f1(counts) ?? 0), 0),
        given.length,
      ),
      riskPrecision: share(risk.both, risk.found),
      riskRecall: share(risk.both, risk.gold),
      calibrationError: share(off, pairs),
    };
  }
}

function total(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((some, counts) => some + counts[key], 0);
  return { gold: sum('gold'), found: sum('found'), both: sum('both') };
}

const f1 = ({ gold, found, both }: Counts) => share(2 * both, gold + found);

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
