import { Logger } from '@nestjs/common';
import type { Classification } from '../classification/classification.types.js';
import type { Transcript } from '../conversations/conversation.types.js';
import { degraded } from '../llm/degraded.js';
import { LlmError } from '../llm/llm.error.js';
import type { LlmService, RenderedPrompt } from '../llm/llm.service.js';
import { omission } from '../llm/pruning/omission.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import {
  type Checked,
  countRefusals,
  type KeyphraseConstraints,
  MOST_KEYPHRASES,
} from './keyphrase.constraints.js';
import type { Keyphrase, KeyphraseGenerator, KeyphraseSet } from './keyphrase.types.js';
import { ModelPhrases, type PhrasesOfWindow, phrasesSchema } from './model.phrases.js';
import { type Faulty, objectionsTo } from './repair.js';
import { TaxonomyMembership } from './taxonomy.membership.js';

/** A conversation with something to say has at least this many keyphrases, where they can be found. */
const FEWEST = 3;

/** A model is asked again at most so often about phrases that broke a rule. */
const MOST_REPAIRS = 2;

/** What a model has to say of a conversation, once it has been asked again about what broke a rule. */
export interface Written extends Pick<Checked, 'kept'> {
  /** How many of its phrases were turned away, by the reason. */
  rejected: Readonly<Record<string, number>>;
  /** Whether it wrote any phrase, good or bad. */
  hasSpoken: boolean;
  model: string;
  /** Positions of the messages that it was not shown. */
  leftOut: readonly number[];
}

/**
 * Generates keyphrases by a language model. Its phrases pass the same constraints as all others, on evidence
 * that is looked up in the texter's words; those that fail go back to it with the reasons, at most twice. Where
 * fewer than three are left the local engine fills up. Without an answer of the model's the local result stands.
 * Both are degraded.
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
    let written: Written;
    try {
      written = await this.write(transcript, signal);
    } catch (error) {
      if (!(error instanceof LlmError)) throw error;
      this.logger.warn(`The local engine wrote the keyphrases instead of the model: ${error.message}`);
      return degraded(await this.local.generate(transcript, classification, signal), error.code);
    }
    const { rejected, hasSpoken, model, leftOut } = written;
    this.tell(rejected);
    const own = written.kept.map(({ text, canonical, evidence, concept }): Keyphrase => {
      const inTaxonomy = this.membership.holds({ canonical, evidence, concept }, classification);
      return { text, canonical, evidence, concept, inTaxonomy };
    });
    const keyphrases =
      own.length < FEWEST ? await this.filledUp(own, transcript, classification, signal) : own;
    const lostAll = own.length === 0 && hasSpoken;
    const isDegraded = lostAll || keyphrases.length > own.length;
    return {
      keyphrases,
      rejected,
      provenance: {
        engine: 'llm',
        model,
        taxonomy: this.taxonomy.version,
        prompt: this.prompt.reference,
        degraded: isDegraded,
        ...(isDegraded && { reason: 'too_few_phrases' }),
        ...omission(leftOut),
      },
    };
  }

  /**
   * What the model alone has to say, without the local engine: the phrases that satisfy every constraint, best first.
   * @throws LlmError where it gave no usable answer when first asked
   */
  async write(transcript: Transcript, signal?: AbortSignal): Promise<Written> {
    const { answers, model, leftOut } = await this.llm.askAbout(
      this.prompt,
      phrasesSchema,
      transcript,
      signal,
    );
    const phrases = new ModelPhrases(this.concepts);
    phrases.hear(answers);
    const { kept, refused } = await this.repaired(phrases, transcript, signal);
    const rejected = { ...countRefusals(refused), ...phrases.rejected };
    return { kept, rejected, hasSpoken: phrases.hasSpoken, model, leftOut };
  }

  /**
   * What stands of the model's phrases once it has been asked again about those that broke a rule, while there is
   * room for more. A model that fails then, or has nothing new to say, takes nothing away from what stood before.
   */
  private async repaired(
    phrases: ModelPhrases,
    transcript: Transcript,
    signal?: AbortSignal,
  ): Promise<Checked> {
    let checked = await this.constraints.check(phrases.candidates, transcript);
    for (let repair = 0; repair < MOST_REPAIRS && checked.kept.length < MOST_KEYPHRASES; repair++) {
      const faulty = phrases.toMend(checked.refused);
      if (faulty.size === 0) break;
      const answers = await this.askedAgain(faulty, checked, signal);
      if (answers.length === 0) break;
      phrases.hear(answers);
      checked = await this.constraints.check(phrases.candidates, transcript);
    }
    return checked;
  }

  /** What the model says of each window with faulty phrases; what it said before it failed, if it does. */
  private async askedAgain(
    faulty: ReadonlyMap<Transcript, readonly Faulty[]>,
    { kept }: Checked,
    signal?: AbortSignal,
  ): Promise<PhrasesOfWindow[]> {
    const standing = kept.map(({ text }) => text);
    const answers: PhrasesOfWindow[] = [];
    try {
      for (const [window, faults] of faulty) {
        const objections = objectionsTo(faults, standing, (text) => this.constraints.identifies(text));
        answers.push(...(await this.llm.askAgain(this.prompt, phrasesSchema, window, objections, signal)));
      }
    } catch (error) {
      if (!(error instanceof LlmError)) throw error;
      this.logger.warn(`The model did not mend keyphrases that broke a rule: ${error.message}`);
    }
    return answers;
  }

  /** Says how much was rejected and by which rule, in numbers alone. */
  private tell(rejected: Readonly<Record<string, number>>): void {
    const counts = Object.entries(rejected).filter(([, count]) => count > 0);
    if (counts.length === 0) return;
    const list = counts.map(([rule, count]) => `${rule} ${count}`).join(', ');
    this.logger.warn(`Rejected of the model’s keyphrases: ${list}`);
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
