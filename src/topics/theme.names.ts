import { Injectable } from '@nestjs/common';
import { dot, mean } from '../embeddings/vectors.js';
import { PhraseVectors } from './phrase.vectors.js';
import type { WeighedPhrase } from './theme.clusters.js';

/** A phrase farther from a theme's centre than this does not name it. */
const NAMING = 0.5;

/** Names a theme from all its phrases and from those that may be told; null where nothing fits. */
export type Namer = (
  members: readonly WeighedPhrase[],
  phrases: readonly Pick<WeighedPhrase, 'phrase' | 'vector'>[],
) => string | null;

/**
 * Names themes. A phrase that few texters brought may not be told, not even as a name, so the bank's own phrases
 * stand beside the theme's: they are the same for everybody and say nothing about who brought them.
 */
@Injectable()
export class ThemeNames {
  constructor(private readonly vectors: PhraseVectors) {}

  async namer(): Promise<Namer> {
    const { concepts } = await this.vectors.meanings();
    const bank = concepts.flatMap(({ phrase, both, labels }) =>
      labels.length > 0 ? [] : [{ phrase, vector: both }],
    );
    return (members, phrases) => {
      const direction = mean(
        members.map(({ vector }) => vector),
        members.map(({ texters }) => texters),
      );
      const [best] = [...phrases, ...bank]
        .map(({ phrase, vector }) => ({ phrase, similarity: dot(vector, direction) }))
        .toSorted((a, b) => b.similarity - a.similarity);
      return best && best.similarity >= NAMING ? best.phrase : null;
    };
  }
}
