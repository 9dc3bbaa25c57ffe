import { Injectable } from '@nestjs/common';
import { isFrench } from '../conversations/french.js';
import { normalised } from '../conversations/normalised.js';
import { PinnedVectors } from '../embeddings/pinned.vectors.js';
import { type Matrix, pack, rowsOf } from '../embeddings/vectors.js';
import { once } from '../operations/once.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { CueLanguage } from '../taxonomy/taxonomy.types.js';
import { BACKGROUND } from './background.js';
import { BACKGROUND_FR } from './background.fr.js';
import { HARMLESS_FR } from './harmless.fr.js';
import { HARMLESS } from './harmless.js';
import { EXEMPLAR_MODEL_VERSION, ExemplarModel, fitExemplars, fittedSize } from './exemplar.model.js';
import { ngramVector } from './ngrams.js';

/** An utterance as the index wants it. */
export interface Example {
  text: string;
  vector: Float32Array;
}

/**
 * Says what an utterance is about by the taxonomy's exemplars: English ones by meaning, through the
 * embedder's vectors, and by wording; French ones by wording alone, for the bundled model knows English only.
 */
@Injectable()
export class ExemplarIndex {
  private readonly models = once(() => this.load());

  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly pinned: PinnedVectors,
  ) {}

  /**
   * For each utterance the probability of each label, in the taxonomy's order. They sum to at most 1; what
   * is missing is the probability that it is about no concern.
   */
  async probabilities(examples: readonly Example[]): Promise<Float32Array[]> {
    const models = await this.models();
    const forms = examples.map(({ text }) => normalised(text));
    const of = async (language: CueLanguage, vectorOf: (index: number) => Float32Array) => {
      const mine = [...forms.keys()].filter((index) => isFrench(forms[index]!) === (language === 'fr'));
      const all = await models[language].probabilities(mine.map(vectorOf));
      return mine.map((index, place) => [index, all[place]!.slice(0, -1)] as const);
    };
    const found = new Map([
      ...(await of('en', (index) => joined(examples[index]!.vector, ngramVector(forms[index]!)))),
      ...(await of('fr', (index) => ngramVector(forms[index]!))),
    ]);
    return examples.map((_, index) => found.get(index)!);
  }

  private async load(): Promise<Record<CueLanguage, ExemplarModel>> {
    const english = this.groups('en', [...BACKGROUND, ...HARMLESS]);
    const french = this.groups('fr', [...BACKGROUND_FR, ...HARMLESS_FR]);
    const meaning = await this.pinned.matrix('exemplars', english.flat());
    const texts = english.flat();
    const meant = pack(
      rowsOf(meaning).map((vector, row) => joined(vector, ngramVector(normalised(texts[row]!)))),
    );
    const worded = pack(french.flat().map((text) => ngramVector(normalised(text))));
    return {
      en: await this.model('regression', english, meant, meaning.dimensions),
      fr: await this.model('frenchregression', french, worded, worded.dimensions),
    };
  }

  /** The exemplars of each label, and talk about no concern as the last group. */
  private groups(language: CueLanguage, background: readonly string[]): (readonly string[])[] {
    return [...this.taxonomy.labels.map(({ exemplars }) => exemplars[language]), background];
  }

  private async model(
    name: string,
    groups: readonly (readonly string[])[],
    vectors: Matrix,
    regressed: number,
  ): Promise<ExemplarModel> {
    const sizes = groups.map(({ length }) => length);
    const exemplars = { vectors, regressed, sizes };
    const key = [EXEMPLAR_MODEL_VERSION, sizes.join(), ...groups.flat()];
    const fitted = await this.pinned.numbers(name, key, fittedSize(exemplars), () => fitExemplars(exemplars));
    return ExemplarModel.of(exemplars, fitted);
  }
}

/** Meaning and wording as one vector: its products with another are the sum of both likenesses. */
function joined(meaning: Float32Array, wording: Float32Array): Float32Array {
  const both = new Float32Array(meaning.length + wording.length);
  both.set(meaning);
  both.set(wording, meaning.length);
  return both;
}
