import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { CueIndex } from '../classification/cues.js';
import { ExemplarIndex } from '../classification/exemplars.js';
import { texterSentences } from '../conversations/utterances.js';
import { once } from '../operations/once.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { labelOf } from './label.of.js';
import type { ConceptMeaning } from './phrase.vectors.js';
import type { NearLabel, TopicQuery } from './topic.types.js';

/** Labels less near than this are no help. */
const NEAR = 0.1;
/** A topic is rarely about more labels than this. */
const MOST = 5;
/** How sharply the nearest concepts stand out: flat from 0.05 to 0.12 on both sets of `npm run bench:retrieval`. */
const TEMPERATURE = 0.06;

/** Holds whatever fits no other label, so that it says of no two conversations that they are about the same. */
const CATCH_ALL = 'other';
/** How much a cue in a topic says: it may name a label that the topic is only next to. */
const CUED = 0.5;

/** A concept with its likeness to a topic, 0..1. */
export interface LikeConcept {
  concept: ConceptMeaning;
  likeness: number;
}

/**
 * Says which labels a topic is near: half by what the classifier's exemplars make of it, half by the labels of the
 * concepts nearest to it, and by its cues, which know words that the embeddings do not (`bereavement`). Concepts
 * without a label take their share away, so that labels say little of a topic that the taxonomy does not cover.
 */
@Injectable()
export class LabelFit {
  private readonly cues: () => CueIndex;
  private readonly cuesOf = new LRUCache<string, ReadonlyMap<string, number>>({ max: 20 });

  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly exemplars: ExemplarIndex,
  ) {
    this.cues = once(() => new CueIndex(taxonomy));
  }

  /** Labels near a topic, nearest first; the one alone whose name or id the topic is. */
  async near(topic: string, vector: Float32Array, concepts: readonly LikeConcept[]): Promise<NearLabel[]> {
    const { labels } = this.taxonomy;
    const named = labels.find(({ id, name, was }) => [id, name, ...was].map(plain).includes(plain(topic)));
    if (named) return [{ id: named.id, name: named.name, similarity: 1 }];
    const [probabilities] = await this.exemplars.probabilities([{ text: topic, vector }]);
    const byConcept = this.sharesOf(concepts);
    const byCue = this.cuesIn(topic);
    const fits = labels.map(({ id, name }, index) => {
      const alike = ((probabilities?.[index] ?? 0) + (byConcept.get(id) ?? 0)) / 2;
      return { id, name, similarity: 1 - (1 - alike) * (1 - CUED * (byCue.get(id) ?? 0)) };
    });
    // Together 1 at most, as a conversation's fit is.
    const total = Math.max(
      1,
      fits.reduce((sum, { similarity }) => sum + similarity, 0),
    );
    return fits
      .map((fit) => ({ ...fit, similarity: fit.similarity / total }))
      .filter(({ id, similarity }) => id !== CATCH_ALL && similarity >= NEAR)
      .toSorted((a, b) => b.similarity - a.similarity)
      .slice(0, MOST);
  }

  /**
   * Labels near a topic as the analyst would have them: one added counts as if the topic were its name, one dropped goes
   * with those below it. Nearest first.
   * @throws TopicInputError for what is no label of the taxonomy
   */
  chosen(
    near: readonly NearLabel[],
    { includeLabels = [], excludeLabels = [] }: Pick<TopicQuery, 'includeLabels' | 'excludeLabels'>,
  ): NearLabel[] {
    const added = includeLabels.map((id) => {
      const label = labelOf(id, 'includeLabels', this.taxonomy);
      return { id: label.id, name: label.name, similarity: 1 };
    });
    const dropped = new Set(
      excludeLabels.flatMap((id) => {
        const label = labelOf(id, 'excludeLabels', this.taxonomy);
        return [label, ...this.taxonomy.descendantsOf(label.id)].map((each) => each.id);
      }),
    );
    const byId = new Map([...near, ...added].map((label) => [label.id, label]));
    return [...byId.values()]
      .filter(({ id }) => !dropped.has(id))
      .toSorted((a, b) => b.similarity - a.similarity);
  }

  /** Whether a topic holds a cue of any label, and so means something. */
  hasCue(topic: string): boolean {
    return this.cuesIn(topic).size > 0;
  }

  /** The weight of the strongest cue of each label that a topic holds; it is asked for twice in one search. */
  private cuesIn(topic: string): ReadonlyMap<string, number> {
    const known = this.cuesOf.get(topic);
    if (known) return known;
    const messages = [{ position: 0, from: 'texter' as const, at: null, text: topic }];
    const weights = new Map<string, number>();
    for (const { label, weight } of this.cues().find(texterSentences({ language: 'und', messages })).labels)
      weights.set(label, Math.max(weight, weights.get(label) ?? 0));
    this.cuesOf.set(topic, weights);
    return weights;
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
