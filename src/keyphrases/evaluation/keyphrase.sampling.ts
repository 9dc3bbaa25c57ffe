import { Inject, Injectable } from '@nestjs/common';
import { LocalClassifier } from '../../classification/local.classifier.js';
import type { Transcript } from '../../conversations/conversation.types.js';
import { EMBEDDER, type Embedder } from '../../embeddings/embedder.types.js';
import { LLM, type LlmService } from '../../llm/llm.service.js';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import { KeyphraseConstraints } from '../keyphrase.constraints.js';
import { KEYPHRASE_GENERATOR, type Keyphrase, type KeyphraseGenerator } from '../keyphrase.types.js';
import { LlmGenerator } from '../llm.generator.js';
import { LocalGenerator } from '../local.generator.js';
import { canonicalText, conceptOf, meansTheSame, speaksOfRisk, type Wording } from '../meaning.rule.js';
import { type SampledConversation, type SamplingFigures, samplingFigures } from './sampling.figures.js';

/** Enough chance that samples differ, not so much that a model rambles. */
const TEMPERATURE = 0.8;

/** A de-identified conversation with the keyphrases that people gave it, in canonical English. */
export interface GoldConversation {
  transcript: Transcript;
  texter: string;
  gold: readonly string[];
}

export interface SamplingEvaluation extends SamplingFigures {
  conversations: number;
  /** A conversation; 1 for the local engine, which always answers the same. */
  samples: number;
  /** Answers in which the local engine took the model's place, in part or whole. */
  degraded: number;
}

/**
 * Tells whether an engine lacks a phrase or only ranks it badly: whether people's keyphrases are in its answer
 * (Accuracy@1), and whether they are in any of K answers (Pass@K, Chen et al. 2021, for K samples drawn). The first
 * sample is the answer that the engine gives; the others are drawn with chance. A phrase is found where the vocabulary
 * would make it and the gold one a single meaning by its own rule, without what people have merged.
 */
@Injectable()
export class KeyphraseSampling {
  constructor(
    @Inject(KEYPHRASE_GENERATOR) private readonly generator: KeyphraseGenerator,
    @Inject(LLM) private readonly llm: LlmService | null,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
    private readonly local: LocalGenerator,
    private readonly classifier: LocalClassifier,
    private readonly taxonomy: TaxonomyService,
    private readonly constraints: KeyphraseConstraints,
  ) {}

  /** @param samples how many answers about each conversation, from 1 */
  async evaluate(
    conversations: AsyncIterable<GoldConversation>,
    samples: number,
    onProgress: (done: number) => void = () => {},
  ): Promise<SamplingEvaluation> {
    const drawing = this.llm
      ? new LlmGenerator(this.local, this.llm.atTemperature(TEMPERATURE), this.taxonomy, this.constraints)
      : null;
    const sampled: SampledConversation[] = [];
    let degraded = 0;
    for await (const { transcript, texter, gold } of conversations) {
      const classification = await this.classifier.classify(transcript);
      const wanted = await this.wordings(
        [...new Set(gold)].map((canonical) => ({ canonical, concept: null })),
      );
      const found = wanted.map(() => ({ first: false, any: false }));
      for (let sample = 0; sample < (drawing ? samples : 1); sample++) {
        const generator = sample > 0 && drawing ? drawing : this.generator;
        const { keyphrases, provenance } = await generator.generate(transcript, classification);
        if (provenance.degraded) degraded += 1;
        const given = await this.wordings(keyphrases);
        wanted.forEach((phrase, index) => {
          if (!given.some((other) => meansTheSame(phrase, other))) return;
          found[index]!.any = true;
          if (sample === 0) found[index]!.first = true;
        });
      }
      sampled.push({
        texter,
        gold: wanted.length,
        first: found.filter(({ first }) => first).length,
        any: found.filter(({ any }) => any).length,
      });
      onProgress(sampled.length);
    }
    return {
      conversations: sampled.length,
      samples: drawing ? samples : 1,
      degraded,
      ...samplingFigures(sampled),
    };
  }

  private async wordings(phrases: readonly Pick<Keyphrase, 'canonical' | 'concept'>[]): Promise<Wording[]> {
    const texts = phrases.map((phrase) => canonicalText(phrase, this.taxonomy));
    const vectors = await this.embedder.embed(texts);
    return texts.map((text, index) => {
      const concept = conceptOf(text, this.taxonomy);
      return { text, concept, risk: speaksOfRisk(text, concept, this.taxonomy), vector: vectors[index]! };
    });
  }
}
