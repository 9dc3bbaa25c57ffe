import { Injectable } from '@nestjs/common';
import { dot, type Matrix } from '../embeddings/vectors.js';
import { PinnedVectors } from '../embeddings/pinned.vectors.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { BACKGROUND } from './background.js';
import { fitRidge, type LinearScorer } from './ridge.js';

/** Chosen, as the temperature is, by leave-one-out likelihood over the exemplars. */
const LAMBDA = 1;

/**
 * Says what an utterance is about by the taxonomy's English exemplars: a ridge regression on their vectors,
 * with a class for talk about nothing, and a softmax over its scores. Over the exemplars themselves,
 * each left out in turn, this names the label more often than the nearest exemplars do.
 */
@Injectable()
export class ExemplarIndex {
  private fitted: Promise<{ scorer: LinearScorer; temperature: number }> | undefined;

  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly pinned: PinnedVectors,
  ) {}

  /**
   * For each vector of an utterance, the probability of each label, in the taxonomy's order. They sum to at
   * most 1; what is missing is the probability that it is about no concern.
   */
  async probabilities(vectors: readonly Float32Array[]): Promise<Float32Array[]> {
    const { scorer, temperature } = await (this.fitted ??= this.fit());
    return vectors.map((vector) => softmax(scoresOf(scorer, vector), temperature).slice(0, -1));
  }

  private async fit(): Promise<{ scorer: LinearScorer; temperature: number }> {
    const { labels } = this.taxonomy;
    const groups = [...labels.map(({ exemplars }) => exemplars.en), BACKGROUND];
    const inputs: Matrix = await this.pinned.matrix('exemplars', groups.flat());
    const classOf = groups.flatMap((texts, index) => texts.map(() => index));
    const { scorer, leftOut } = fitRidge(inputs, classOf, groups.length, LAMBDA);
    return { scorer, temperature: likeliestTemperature(leftOut, classOf) };
  }
}

function scoresOf({ weights, biases }: LinearScorer, vector: Float32Array): Float32Array {
  const { data, dimensions } = weights;
  return biases.map(
    (bias, row) => bias + dot(data.subarray(row * dimensions, (row + 1) * dimensions), vector),
  );
}

/** Exponentials of the scores over the temperature, scaled to sum to 1. */
export function softmax(scores: ArrayLike<number>, temperature: number): Float32Array {
  const highest = Math.max(...Array.from(scores));
  const powers = Float32Array.from(scores, (score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The temperature under which the left-out scores make the true classes likeliest. */
function likeliestTemperature(scores: readonly ArrayLike<number>[], classOf: readonly number[]): number {
  const loss = (temperature: number) =>
    scores.reduce((sum, row, i) => sum - Math.log(softmax(row, temperature)[classOf[i]!]! + 1e-9), 0);
  const candidates = Array.from({ length: 20 }, (_, step) => 0.03 * 1.15 ** step);
  return candidates.reduce((best, candidate) => (loss(candidate) < loss(best) ? candidate : best));
}
