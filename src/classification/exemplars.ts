import { Injectable } from '@nestjs/common';
import { isFrench } from '../conversations/french.js';
import { normalised } from '../conversations/normalised.js';
import { PinnedVectors } from '../embeddings/pinned.vectors.js';
import { pack } from '../embeddings/vectors.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { CueLanguage } from '../taxonomy/taxonomy.types.js';
import { BACKGROUND } from './background.js';
import { BACKGROUND_FR } from './background.fr.js';
import { ExemplarModel } from './exemplar.model.js';
import { ngramVector } from './ngrams.js';

/** An utterance as the index wants it. */
export interface Example {
  text: string;
  vector: Float32Array;
}

/**
 * Says what an utterance is about by the taxonomy's exemplars: English ones by meaning, through the
 * embedder's vectors; French ones by wording, for the bundled model knows English only.
 */
@Injectable()
export class ExemplarIndex {
  private models: Promise<Record<CueLanguage, ExemplarModel>> | undefined;

  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly pinned: PinnedVectors,
  ) {}

  /**
   * For each utterance the probability of each label, in the taxonomy's order. They sum to at most 1; what
   * is missing is the probability that it is about no concern.
   */
  async probabilities(examples: readonly Example[]): Promise<Float32Array[]> {
    const models = await (this.models ??= this.fit());
    return examples.map(({ text, vector }) => {
      const form = normalised(text);
      return isFrench(form) ? models.fr.probabilities(ngramVector(form)) : models.en.probabilities(vector);
    });
  }

  private async fit(): Promise<Record<CueLanguage, ExemplarModel>> {
    const groups = (language: CueLanguage) =>
      this.taxonomy.labels.map(({ exemplars }) => exemplars[language]);
    const english = [...groups('en'), BACKGROUND];
    const french = [...groups('fr'), BACKGROUND_FR];
    const vectors = await this.pinned.matrix('exemplars', english.flat());
    const ngrams = pack(french.flat().map((text) => ngramVector(normalised(text))));
    return { en: ExemplarModel.fit(vectors, english), fr: ExemplarModel.fit(ngrams, french) };
  }
}
