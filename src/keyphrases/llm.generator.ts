import { Logger } from '@nestjs/common';
import { z } from 'zod';
import type { Classification } from '../classification/classification.types.js';
import type { Transcript } from '../conversations/conversation.types.js';
import { degraded } from '../llm/degraded.js';
import { LlmError } from '../llm/llm.error.js';
import type { Asked, LlmService, RenderedPrompt } from '../llm/llm.service.js';
import { Quotes } from '../llm/quotes.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { Candidate } from './constraints/candidate.js';
import { countRefusals, type KeyphraseConstraints } from './keyphrase.constraints.js';
import type { Keyphrase, KeyphraseGenerator, KeyphraseSet } from './keyphrase.types.js';
import { TaxonomyMembership } from './taxonomy.membership.js';

/** A conversation with something to say has at least this many keyphrases, where they can be found. */
const FEWEST = 3;

/** A model that sends more phrases than this for a conversation is not read to the end. */
const MOST_READ = 60;

const schema = z.object({
  keyphrases: z.array(z.object({ text: z.string(), canonical: z.string(), quotes: z.array(z.string()) })),
});

type Answer = z.output<typeof schema>;

/**
 * Generates keyphrases by a language model. Its phrases pass the same constraints as all others, on evidence
 * that is looked up in the texter's words; where fewer than three are left the local engine fills up. Without
 * an answer of the model's the local result stands. Both are degraded.
 */
export class LlmGenerator implements KeyphraseGenerator {
  private readonly logger = new Logger(LlmGenerator.name);
  private readonly prompt: RenderedPrompt;
  private readonly membership: TaxonomyMembership;
  /** The bank's concepts by their canonical phrase. */
  private readonly concepts: ReadonlyMap<string, string>;

  constructor(
    private readonly local: KeyphraseGenerator,
    private readonly llm: LlmService,
    private readonly taxonomy: TaxonomyService,
    private readonly constraints: KeyphraseConstraints,
  ) {
    this.prompt = llm.prompt('keyphrases', { labels: taxonomy.labels.map(({ name }) => ({ name })) });
    this.membership = new TaxonomyMembership(taxonomy);
    this.concepts = new Map(taxonomy.concepts.map(({ phrase, id }) => [phrase, id]));
  }

  async generate(
    transcript: Transcript,
    classification: Classification,
    signal?: AbortSignal,
  ): Promise<KeyphraseSet> {
    if (!this.llm.isWorthAsking(transcript)) return this.local.generate(transcript, classification, signal);
    let asked: Asked<Answer>;
    try {
      asked = await this.llm.askAbout(this.prompt, schema, transcript, signal);
    } catch (error) {
      if (!(error instanceof LlmError)) throw error;
      this.logger.warn(`The local engine wrote the keyphrases instead of the model: ${error.message}`);
      return degraded(await this.local.generate(transcript, classification, signal), error.code);
    }
    const { candidates, rejected } = this.read(asked.answers);
    const { kept, refused } = await this.constraints.check(candidates, transcript);
    const own = kept.map(({ text, canonical, evidence, concept }): Keyphrase => {
      const inTaxonomy = this.membership.holds({ canonical, evidence, concept }, classification);
      return { text, canonical, evidence, concept, inTaxonomy };
    });
    const keyphrases =
      own.length < FEWEST ? await this.filledUp(own, transcript, classification, signal) : own;
    return {
      keyphrases,
      rejected: { ...countRefusals(refused), ...rejected },
      provenance: {
        engine: 'llm',
        model: asked.model,
        taxonomy: this.taxonomy.version,
        prompt: this.prompt.reference,
        degraded: keyphrases.length > own.length,
        ...(keyphrases.length > own.length && { reason: 'too_few_phrases' }),
      },
    };
  }

  /** The model's phrases as candidates, the first of each window before the second of any. */
  private read(answers: Asked<Answer>['answers']) {
    const phrases = answers
      .flatMap(({ value, window }) => {
        const quotes = new Quotes(window);
        return value.keyphrases.map((phrase, rank) => ({ ...phrase, rank, said: quotes }));
      })
      .sort((a, b) => a.rank - b.rank);
    const read = phrases.slice(0, MOST_READ);
    const free = read.filter(
      ({ text, canonical, said }) => ![text, canonical].some((form) => said.isDictated(form)),
    );
    const candidates = free.map(({ text, canonical, quotes, said, rank }): Candidate => ({
      text,
      canonical,
      evidence: said.find(quotes),
      concept: this.concepts.get(canonical) ?? null,
      score: 1 / (1 + rank),
    }));
    const rejected = { unread: phrases.length - read.length, dictated: read.length - free.length };
    return { candidates, rejected };
  }

  /** The model's phrases, then as many of the local engine's as are missing and say something else. */
  private async filledUp(
    own: Keyphrase[],
    transcript: Transcript,
    classification: Classification,
    signal?: AbortSignal,
  ): Promise<Keyphrase[]> {
    const { keyphrases: local } = await this.local.generate(transcript, classification, signal);
    const all = [...own, ...local];
    const ranked = all.map((phrase, rank) => ({ ...phrase, score: all.length - rank }));
    const { kept } = await this.constraints.check(ranked, transcript);
    const distinct = new Set(kept.map(({ text }) => text));
    const added = local.filter(
      ({ text }) => distinct.has(text) && !own.some((phrase) => phrase.text === text),
    );
    return [...own, ...added.slice(0, FEWEST - own.length)];
  }
}
