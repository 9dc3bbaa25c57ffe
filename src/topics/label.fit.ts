import { Injectable } from '@nestjs/common';
import { ExemplarIndex } from '../classification/exemplars.js';
import { PinnedVectors } from '../embeddings/pinned.vectors.js';
import { similarities } from '../embeddings/vectors.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { NearLabel } from './topic.types.js';

/** Labels less near than this are no help. */
const NEAR = 0.25;
/** A topic is rarely about more labels than this. */
const MOST = 5;
/** From this cosine to its name on, a label's name speaks for it. */
const NAME_FLOOR = 0.35;

/** Says which labels a topic is near: by how texters put them (their exemplars), and by their names. */
@Injectable()
export class LabelFit {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly exemplars: ExemplarIndex,
    private readonly pinned: PinnedVectors,
  ) {}

  /** @param french the topic is in French, which its vector says nothing of */
  async near(topic: string, vector: Float32Array, french = false): Promise<NearLabel[]> {
    const { labels } = this.taxonomy;
    const [probabilities] = await this.exemplars.probabilities([{ text: topic, vector }]);
    const names = await this.pinned.matrix(
      'labelnames',
      labels.map(({ name }) => name.toLowerCase()),
    );
    const cosines = similarities(names, vector);
    return labels
      .map(({ id, name }, index) => {
        const byName = french ? 0 : Math.max(0, ((cosines[index] ?? 0) - NAME_FLOOR) / (1 - NAME_FLOOR));
        const byExemplars = probabilities?.[index] ?? 0;
        return { id, name, similarity: 1 - (1 - byName) * (1 - byExemplars) };
      })
      .filter(({ similarity }) => similarity >= NEAR)
      .toSorted((a, b) => b.similarity - a.similarity)
      .slice(0, MOST);
  }
}
