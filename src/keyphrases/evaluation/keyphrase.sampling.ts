import { Inject, Injectable } from '@nestjs/common';
import type { Classifier } from '../../classification/classification.types.js';
import { LocalClassifier } from '../../classification/local.classifier.js';
import type { Transcript } from '../../conversations/conversation.types.js';
import { EMBEDDER, type Embedder } from '../../embeddings/embedder.types.js';
import { LlmError } from '../../llm/llm.error.js';
import { LLM, type LlmService } from '../../llm/llm.service.js';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import { KeyphraseConstraints } from '../keyphrase.constraints.js';
import type { Keyphrase, KeyphraseGenerator } from '../keyphrase.types.js';
import { LlmGenerator } from '../llm.generator.js';
import { LocalGenerator } from '../local.generator.js';
import { canonicalText, conceptOf, speaksOfRisk } from '../meaning.rule.js';
import { isSameConcern, type Wording } from './same.concern.js';
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
  /** Answers that the model did not give; what they would have held counts as lacking. */
  failed: number;
}

type Phrase = Pick<Keyphrase, 'canonical' | 'concept'>;

/** Draws an answer about a conversation; null where the model gives none. */
type Draw = (transcript: Transcript) => Promise<readonly Phrase[] | null>;

/**
 * Tells whether a model lacks a phrase or only ranks it badly: whether people's keyphrases are in its answer
 * (Accuracy@1), and whether they are in any of K answers (Pass@K, Chen et al. 2021, for K samples drawn). The first
 * sample is the answer that the model always gives; the others are drawn with chance. A phrase is found where
 * it says the same concern as the gold one (`isSameConcern`), whatever people have merged in the vocabulary.
 *
 * Each sample is what is left once phrases that broke a rule have gone back to the model, not its raw answer: only that
 * would be stored, a model that guesses without evidence has nothing, and one that words badly what it has does not
 * lack it. What the local engine would add to fill up is left out, or the model would seem to have that.
 */
@Injectable()
export class KeyphraseSampling {
  constructor(
    @Inject(LLM) private readonly llm: LlmService | null,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
    @Inject(LocalGenerator) private readonly local: KeyphraseGenerator,
    @Inject(LocalClassifier) private readonly classifier: Classifier,
    private readonly taxonomy: TaxonomyService,
    private readonly constraints: KeyphraseConstraints,
  ) {}

  /** @param samples how many answers about each conversation, from 1 */
  async evaluate(
    conversations: AsyncIterable<GoldConversation>,
    samples: number,
    onProgress: (done: number) => void = () => {},
  ): Promise<SamplingEvaluation> {
    const draws = this.draws(samples);
    const sampled: SampledConversation[] = [];
    let failed = 0;
    for await (const { transcript, texter, gold } of conversations) {
      const wanted = await this.wordings(
        [...new Set(gold)].map((canonical) => ({ canonical, concept: null })),
      );
      const found = wanted.map(() => ({ first: false, any: false }));
      for (const [sample, draw] of draws.entries()) {
        const phrases = await draw(transcript);
        if (phrases === null) failed += 1;
        const given = await this.wordings(phrases ?? []);
        wanted.forEach((phrase, index) => {
          if (!given.some((other) => isSameConcern(phrase, other))) return;
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
    return { conversations: sampled.length, samples: draws.length, failed, ...samplingFigures(sampled) };
  }

  /** One for each sample of the model; the local engine, which always answers the same, has one alone. */
  private draws(samples: number): Draw[] {
    if (!this.llm) return [(transcript) => this.byLocalEngine(transcript)];
    const first = this.byModel(this.llm);
    const drawn = this.byModel(this.llm.atTemperature(TEMPERATURE));
    return Array.from({ length: samples }, (_, sample) => (sample === 0 ? first : drawn));
  }

  private byModel(llm: LlmService): Draw {
    const generator = new LlmGenerator(this.local, llm, this.taxonomy, this.constraints);
    return async (transcript) => {
      if (!llm.isWorthAsking(transcript)) return [];
      try {
        const { kept } = await generator.write(transcript);
        return kept;
      } catch (error) {
        if (!(error instanceof LlmError)) throw error;
        return null;
      }
    };
  }

  private async byLocalEngine(transcript: Transcript): Promise<readonly Phrase[]> {
    const classification = await this.classifier.classify(transcript);
    const { keyphrases } = await this.local.generate(transcript, classification);
    return keyphrases;
  }

  private async wordings(phrases: readonly Phrase[]): Promise<Wording[]> {
    const texts = phrases.map((phrase) => canonicalText(phrase, this.taxonomy));
    const vectors = await this.embedder.embed(texts);
    return texts.map((text, index) => {
      const concept = conceptOf(text, this.taxonomy);
      return { text, concept, risk: speaksOfRisk(text, concept, this.taxonomy), vector: vectors[index]! };
    });
  }
}
