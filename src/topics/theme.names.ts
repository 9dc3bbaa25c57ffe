import { Injectable } from '@nestjs/common';
import { PinnedVectors } from '../embeddings/pinned.vectors.js';
import { dot, nearest } from '../embeddings/vectors.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { WeighedPhrase } from './theme.clusters.js';

/** A phrase farther from a theme's centre than this does not name it. */
const NAMING = 0.5;

/** Names a theme by its centre and those of its phrases that may be told; null where nothing fits. */
export type Namer = (
  centre: Float32Array,
  phrases: readonly Pick<WeighedPhrase, 'phrase' | 'vector'>[],
) => string | null;

/**
 * Names themes. A phrase that few texters brought may not be told, not even as a name, so the bank's own phrases
 * stand beside the theme's: they are the same for everybody and say nothing about who brought them.
 */
@Injectable()
export class ThemeNames {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly pinned: PinnedVectors,
  ) {}

  async namer(): Promise<Namer> {
    const bank = this.taxonomy.concepts
      .filter(({ labels }) => labels.length === 0)
      .map(({ phrase }) => phrase);
    const vectors = bank.length > 0 ? await this.pinned.matrix('themenames', bank) : null;
    return (centre, phrases) => {
      const candidates = phrases.map(({ phrase, vector }) => ({ phrase, similarity: dot(vector, centre) }));
      const [known] = vectors ? nearest(vectors, centre, 1) : [];
      if (known) candidates.push({ phrase: bank[known.row] ?? '', similarity: known.similarity });
      const [best] = candidates.toSorted((a, b) => b.similarity - a.similarity);
      return best && best.similarity >= NAMING ? best.phrase : null;
    };
  }
}
