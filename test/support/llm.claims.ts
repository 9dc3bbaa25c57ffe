import { Logger } from '@nestjs/common';
import type {
  Classification,
  Classifier,
  LabelScore,
  ReviewReason,
} from '../../src/classification/classification.types.js';
import { settle } from '../../src/classification/hierarchy.js';
import { smallTaxonomy } from './small-taxonomy.js';

/** A local engine that always finds the same. */
export const finding = (scores: LabelScore[], needsReview: ReviewReason[] = []): Classifier => ({
  classify: () =>
    Promise.resolve<Classification>({
      ...settle(scores, smallTaxonomy.labels),
      needsReview,
      provenance: { engine: 'local', model: 'exemplars', taxonomy: '0.0.1', prompt: null, degraded: false },
    }),
});

/** What a model says of a label. */
export const claim = (id: string, score: number, ...quotes: string[]) => ({ id, score, quotes });

/** The warnings that are logged meanwhile. */
export async function warnings(during: () => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  Logger.overrideLogger({ log: () => {}, error: () => {}, warn: (line: string) => lines.push(line) });
  await during();
  Logger.overrideLogger(false);
  return lines;
}
