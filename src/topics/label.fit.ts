import { Injectable } from '@nestjs/common';
import { ExemplarIndex } from '../classification/exemplars.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { ConceptMeaning } from './phrase.vectors.js';
import type { NearLabel } from './topic.types.js';

/** Labels less near than this are no help. */
const NEAR = 0.1;
/** A topic is rarely about more labels than this. */
const MOST = 5;
/** How sharply the nearest concepts stand out: flat from 0.05 to 0.12 on both sets of `npm run bench:retrieval`. */
const TEMPERATURE = 0.06;

/** A concept with its likeness to a topic, 0..1. */
export interface LikeConcept {
  concept: ConceptMeaning;
  likeness: number;
}

/**
 * Says which labels a topic is near: half by what the classifier's exemplars make of it, half by the labels of the
 * concepts nearest to it. Concepts without a label take their share away, so that labels say little of a topic
 * that the taxonomy does not cover.
 */
@Injectable()
export class LabelFit {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly exemplars: ExemplarIndex,
  ) {}

  /** Labels near a topic, nearest first; the one alone whose name or id the topic is. */
  async near(topic: string, vector: Float32Array, concepts: readonly LikeConcept[]): Promise<NearLabel[]> {
    const { labels } = this.taxonomy;
    const named = labels.find(({ id, name, was }) => [id, name, ...was].map(plain).includes(plain(topic)));
    if (named) return [{ id: named.id, name: named.name, similarity: 1 }];
    const [probabilities] = await this.exemplars.probabilities([{ text: topic, vector }]);
    const byConcept = this.sharesOf(concepts);
    return labels
      .map(({ id, name }, index) => ({
        id,
        name,
        similarity: ((probabilities?.[index] ?? 0) + (byConcept.get(id) ?? 0)) / 2,
      }))
      .filter(({ similarity }) => similarity >= NEAR)
      .toSorted((a, b) => b.similarity - a.similarity)
      .slice(0, MOST);
  }

  /** What the labels have of concepts by their likeness, together 1 at most. */
  private sharesOf(concepts: readonly LikeConcept[]): Map<string, number> {
    const alike = concepts.filter(({ likeness }) => likeness > 0);
    const highest = Math.max(...alike.map(({ likeness }) => likeness));
    const powers = alike.map(({ likeness }) => Math.exp((likeness - highest) / TEMPERATURE));
    const sum = powers.reduce((total, power) => total + power, 0);
    const shares = new Map<string, number>();
    alike.forEach(({ concept: { labels } }, index) => {
      for (const id of labels) shares.set(id, (shares.get(id) ?? 0) + powers[index]! / sum / labels.length);
    });
    return shares;
  }
}

/** `Grief and loss`, `grief & loss` and `eating_body_image.body_image` by their words alone. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
