import { Logger } from '@nestjs/common';
import { z } from 'zod';
import type { DeidentificationService } from '../../deidentification/deidentification.service.js';
import { PresidioError } from '../../deidentification/presidio/presidio.error.js';
import { LlmError } from '../../llm/llm.error.js';
import type { LlmService, RenderedPrompt } from '../../llm/llm.service.js';

const schema = z.object({ phrases: z.array(z.string()) });

/** An analyst can look through so many. */
const MOST_PROPOSALS = 40;

/** Milliseconds after which an analyst has waited long enough, whether the model is slow or busy with conversations. */
const PATIENCE = 30_000;

/** What a model proposes, or why it does not. */
export type Proposals =
  | {
      /** At most 40 of the list. */
      proposed: ReadonlySet<string>;
      model: string;
      prompt: string;
    }
  | {
      /** A code of `LlmError`, or a state of the topic: `identifier`, `not_deidentified`. */
      reason: string;
    };

/**
 * Asks a language model which phrases of a list belong to a topic. What it answers beside the list is dropped, so that
 * whoever words a topic, or a model gone astray, can at worst point at phrases that everybody may see.
 */
export class PhraseProposer {
  private readonly logger = new Logger(PhraseProposer.name);
  private readonly prompt: RenderedPrompt;

  constructor(
    private readonly llm: LlmService,
    private readonly deidentification: DeidentificationService,
    private readonly patience = PATIENCE,
  ) {
    this.prompt = llm.prompt('topic', {});
  }

  /**
   * @param topic in an analyst's words, which are de-identified before the model is asked
   * @param phrases that may be told to anybody
   */
  async propose(topic: string, phrases: readonly string[]): Promise<Proposals> {
    try {
      const [message] = (
        await this.deidentification.deidentify([{ from: 'responder', at: null, text: topic }])
      ).messages;
      // The second reader knows what people write in whole sentences, as analysts do and texters do not.
      if (!message || this.deidentification.findsIdentifier(message.text))
        return this.without('identifier', 'the topic holds what may identify somebody');
      return await this.ask(message.text, phrases);
    } catch (error) {
      if (error instanceof LlmError) return this.without(error.code, error.message);
      if (error instanceof PresidioError) return this.without('not_deidentified', error.message);
      throw error;
    }
  }

  private async ask(topic: string, phrases: readonly string[]): Promise<Proposals> {
    const signal = AbortSignal.timeout(this.patience);
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new LlmError('timeout')));
    });
    // A question still in line behind others does not see the signal: it is not sent when its turn comes.
    const { value, model } = await Promise.race([
      this.llm.ask(this.prompt, schema, { topic, phrases }, signal),
      late,
    ]);
    const listed = new Set(phrases);
    const kept = value.phrases.filter((phrase) => listed.has(phrase));
    const proposed = new Set([...new Set(kept)].slice(0, MOST_PROPOSALS));
    const dropped = value.phrases.length - kept.length;
    if (dropped > 0)
      this.logger.warn(`Dropped of the model’s phrases for a topic, as not listed: ${dropped}`);
    return { proposed, model, prompt: this.prompt.reference };
  }

  private without(reason: string, said: string): Proposals {
    this.logger.warn(`No phrases were proposed for a topic: ${said}`);
    return { reason };
  }
}
