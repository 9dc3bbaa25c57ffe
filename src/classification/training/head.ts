import { z } from 'zod';
import type { LabelScore } from '../classification.types.js';
import { predict } from './logistic.js';

/** A label needs this many conversations to be trained. */
export const FEWEST_POSITIVES = 20;

const share = z.number().min(0).max(1).nullable();
const figuresSchema = z.object({
  judged: z.number().int(),
  top1: share,
  top3: share,
  microF1: share,
  macroF1: share,
});

/** The trained head as stored in `DATA_DIR/model/head.json`. Holds weights and counts, no words. */
export const headSchema = z.object({
  version: z.literal(1),
  trainedAt: z.iso.datetime(),
  taxonomy: z.string(),
  embedder: z.string(),
  features: z.number().int(),
  seed: z.number().int(),
  /** Conversations with gold labels: seen, learnt from and held out by texter. */
  data: z.object({ seen: z.number().int(), trained: z.number().int(), heldOut: z.number().int() }),
  labels: z.record(
    z.string(),
    z.object({ positives: z.number().int(), bias: z.number(), weights: z.array(z.number()) }),
  ),
  /** Labels with too few conversations to learn from, and how many they had. */
  untrained: z.record(z.string(), z.number().int()),
  /** On the held-out texters, without the head and with it. */
  heldOut: z.object({ without: figuresSchema, with: figuresSchema }),
});

export type StoredHead = z.output<typeof headSchema>;
export type HeadFigures = z.output<typeof figuresSchema>;

/** How much a trained label's score trusts the head: half at 50 conversations, more with more. */
const HALF_TRUST = 50;

/** A trained head, ready to be applied. */
export class TrainedHead {
  private readonly models: ReadonlyMap<string, { weights: Float32Array; bias: number; trust: number }>;

  /** @param risky labels that the head may raise but never lower, for a risk label is never dropped silently */
  constructor(
    labels: StoredHead['labels'],
    private readonly risky: ReadonlySet<string>,
  ) {
    this.models = new Map(
      Object.entries(labels).map(([id, { positives, bias, weights }]) => [
        id,
        { weights: Float32Array.from(weights), bias, trust: positives / (positives + HALF_TRUST) },
      ]),
    );
  }

  /** Mixes the head's probabilities into the scores of the labels that it was trained for. */
  apply(scores: readonly LabelScore[], features: Float32Array): LabelScore[] {
    return scores.map((label) => {
      const model = this.models.get(label.id);
      if (!model) return label;
      const mixed = label.score + model.trust * (predict(model, features) - label.score);
      return { ...label, score: this.risky.has(label.id) ? Math.max(label.score, mixed) : mixed };
    });
  }
}
