import { z } from 'zod';
import type { Label } from '../../taxonomy/taxonomy.types.js';
import type { LabelScore } from '../classification.types.js';
import { settle } from '../hierarchy.js';
import { calibrationSchema, probabilityOf } from './calibration.js';
import { commonScaleSchema, onCommonScale } from './common.scale.js';
import { figuresSchema } from './figures.js';
import { LogisticHead, logOdds, sigmoid } from './logistic.js';

/** The form of the head's file. */
export const HEAD_VERSION = 3;

const fraction = z.number().min(0).max(1);
const count = z.number().int().min(0);

const labelSchema = z.object({
  /** Conversations that it was learnt from: with the label, in all folds, and on the test. */
  positives: count,
  testPositives: count,
  scale: z.number(),
  bias: z.number(),
  weights: z.array(z.number()),
  calibration: calibrationSchema,
  threshold: z.object({
    value: fraction,
    rule: z.enum(['recall', 'f1', 'taxonomy']),
    reached: fraction,
    positives: count,
  }),
});

/** The trained head as stored in `DATA_DIR/model/head.json`. Holds weights, counts and figures, no words. */
export const headSchema = z.object({
  version: z.literal(HEAD_VERSION),
  trainedAt: z.iso.datetime(),
  taxonomy: z.string(),
  embedder: z.string(),
  features: count,
  options: z.object({
    seed: z.number().int(),
    riskRecall: fraction,
    fairBy: z.string().nullable(),
    alpha: fraction,
    beta: z.number().min(0),
  }),
  /** Conversations in the file, without gold labels, learnt from by fold, and held out. */
  data: z.object({ seen: count, withoutGold: count, folds: z.array(count), test: count }),
  /** Passes of each round. */
  passes: z.array(count),
  labels: z.record(z.string(), labelSchema),
  /** Labels that were left as they are: how many conversations had them, and how many more are needed. */
  untrained: z.record(z.string(), z.object({ positives: count, needed: count })),
  common: commonScaleSchema,
  figures: figuresSchema,
});

export type StoredHead = z.output<typeof headSchema>;
export type TrainedLabel = z.output<typeof labelSchema>;

/** What of a stored head scores conversations. */
export type HeadModel = Pick<StoredHead, 'labels' | 'common' | 'features'>;

export interface HeadOptions {
  /** Gives the head's own probabilities as they are before calibration: for figures alone. */
  calibrated?: boolean;
}

/**
 * A trained head, ready to be applied. Its scores are probabilities; labels hold from its own thresholds on.
 *
 * A risk label can never be lost by training: what the untrained engine finds still holds, at the head's threshold
 * at least and with the evidence found, whatever the head learnt. Training can only find more of them.
 */
export class TrainedHead {
  /** The taxonomy's labels with the thresholds of this head. */
  readonly labels: readonly Label[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly logistic: LogisticHead;

  constructor(
    private readonly model: HeadModel,
    private readonly taxonomyLabels: readonly Label[],
    private readonly options: HeadOptions = {},
  ) {
    const trained = Object.entries(model.labels);
    this.places = new Map(trained.map(([id], place) => [id, place]));
    this.logistic = new LogisticHead(trained.length, model.features);
    trained.forEach(([, { weights, scale, bias }], place) => {
      this.logistic.weights.set(weights, place * model.features);
      this.logistic.scales[place] = scale;
      this.logistic.biases[place] = bias;
    });
    this.labels = taxonomyLabels.map((label) => ({ ...label, threshold: this.thresholdOf(label) }));
  }

  /** @param scores the untrained engine's, one for each label of the taxonomy */
  apply(scores: readonly LabelScore[], features: Float32Array): LabelScore[] {
    const found = new Map(settle(scores, this.taxonomyLabels).labels.map((label) => [label.id, label]));
    const byId = new Map(scores.map((score) => [score.id, score]));
    return this.labels.map(({ id, risk, threshold }) => {
      const untrained = byId.get(id) ?? { id, score: 0, evidence: [] };
      const score = this.probability(id, untrained.score, features);
      const kept = risk ? found.get(id) : undefined;
      return kept
        ? { id, score: Math.max(score, threshold), evidence: kept.evidence }
        : { id, score, evidence: untrained.evidence };
    });
  }

  private probability(id: string, score: number, features: Float32Array): number {
    const place = this.places.get(id);
    if (place === undefined) return onCommonScale(this.model.common, id, score);
    const odds = this.logistic.odds(place, logOdds(score), features);
    return this.options.calibrated === false
      ? sigmoid(odds)
      : probabilityOf(this.model.labels[id]!.calibration, odds);
  }

  /** An untrained label holds exactly where it held: its threshold goes through the same scale as its scores. */
  private thresholdOf({ id, threshold }: Label): number {
    return this.model.labels[id]?.threshold.value ?? onCommonScale(this.model.common, id, threshold);
  }
}
