import { Logger } from '@nestjs/common';
import { z } from 'zod';
import type { Classification } from '../classification/classification.types.js';
import type { Transcript } from '../conversations/conversation.types.js';
import type { DeidentificationService } from '../deidentification/deidentification.service.js';
import { degraded } from '../llm/degraded.js';
import { LlmError } from '../llm/llm.error.js';
import type { Asked, LlmService, RenderedPrompt } from '../llm/llm.service.js';
import { omission } from '../llm/pruning/omission.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { type Claimed, faultOf, fitting } from './summary.rules.js';
import { MOST_WORDS, type Summariser, type Summary } from './summary.types.js';

const schema = z.object({
  sentences: z.array(z.object({ text: z.string(), quotes: z.array(z.string()) })),
});

/**
 * Sums a conversation up by a language model. What it writes is shown only if every sentence rests on words of
 * the texter's and none breaks a rule; otherwise, and without an answer, the local summary stands, degraded.
 */
export class LlmSummariser implements Summariser {
  private readonly logger = new Logger(LlmSummariser.name);
  private readonly prompt: RenderedPrompt;

  constructor(
    private readonly local: Summariser,
    private readonly llm: LlmService,
    private readonly taxonomy: TaxonomyService,
    private readonly deidentification: DeidentificationService,
  ) {
    this.prompt = llm.prompt('summary', { words: MOST_WORDS });
  }

  async summarise(
    transcript: Transcript,
    classification: Classification,
    signal?: AbortSignal,
  ): Promise<Summary> {
    const local = await this.local.summarise(transcript, classification, signal);
    if (!this.llm.isWorthAsking(transcript)) return local;
    try {
      const { sentences, model, leftOut } = await this.ask(transcript, signal);
      const fits = fitting(sentences, MOST_WORDS);
      const risk = classification.labels.filter(({ id }) => this.taxonomy.byId(id)?.risk);
      const fault = faultOf(fits, transcript, risk, this.deidentification);
      if (fault)
        return this.instead(local, `summary_${fault}`, `its summary was refused by the rule on ${fault}`);
      const text = fits.map((sentence) => sentence.text.trim()).join(' ');
      const { version: taxonomy } = this.taxonomy;
      const { reference: prompt } = this.prompt;
      return {
        text,
        provenance: { engine: 'llm', model, taxonomy, prompt, degraded: false, ...omission(leftOut) },
      };
    } catch (error) {
      if (!(error instanceof LlmError)) throw error;
      return this.instead(local, error.code, error.message);
    }
  }

  /** The model's sentences; of a long conversation, first those of its parts and then one summary of them. */
  private async ask(
    transcript: Transcript,
    signal?: AbortSignal,
  ): Promise<{ sentences: Claimed[] } & Pick<Asked<unknown>, 'model' | 'leftOut'>> {
    const { answers, model, leftOut } = await this.llm.askAbout(this.prompt, schema, transcript, signal);
    const [only] = answers;
    if (only && answers.length === 1) return { sentences: only.value.sentences, model, leftOut };
    const parts = { language: transcript.language, parts: answers.map(({ value }) => value.sentences) };
    const { value } = await this.llm.ask(this.prompt, schema, parts, signal);
    return { sentences: value.sentences, model, leftOut };
  }

  private instead(local: Summary, reason: string, said: string): Summary {
    this.logger.warn(`The local engine summed up instead of the model: ${said}`);
    return degraded(local, reason);
  }
}
