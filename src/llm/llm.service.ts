import type { z } from 'zod';
import type { Message, Transcript } from '../conversations/conversation.types.js';
import { texterSentences } from '../conversations/utterances.js';
import { LlmError } from './llm.error.js';
import type { LlmClient } from './llm.types.js';
import type { PromptId, Prompts } from './prompt.loader.js';
import type { TranscriptPruner } from './pruning/transcript.pruner.js';
import { windowsOf } from './windows.js';

/** A prompt filled in, with its name towards the server and in provenance. */
export interface RenderedPrompt {
  name: string;
  reference: string;
  temperature: number;
  system: string;
}

/** What a model answered about each window of a conversation, in order. */
export interface Asked<T> {
  answers: { value: T; window: Transcript }[];
  model: string;
  /** Positions of the messages that the model was not shown, for the conversation is too long; mostly none. */
  leftOut: readonly number[];
}

export interface WindowOptions {
  /** Characters of a transcript that go to the model at once: some 6,000 tokens of English by default. */
  characters?: number;
  /** Beyond so many requests for one conversation, the model is not asked at all. */
  most?: number;
}

/** Injection token of the service below, or null with `ENGINE=local`. */
export const LLM = Symbol('LLM');

/** Asks the model our prompts: about conversations, a window at a time where one is long, and about topics. */
export class LlmService {
  private readonly characters: number;
  private readonly most: number;

  constructor(
    private readonly client: LlmClient,
    private readonly prompts: Prompts,
    { characters = 24_000, most = 40 }: WindowOptions = {},
    private readonly pruner: Pick<TranscriptPruner, 'prune'> | null = null,
  ) {
    this.characters = characters;
    this.most = most;
  }

  /** The same model, answering with chance. One that takes no temperature answers with what chance it has. */
  atTemperature(temperature: number): LlmService {
    const client: LlmClient = { complete: (request) => this.client.complete({ ...request, temperature }) };
    const windows = { characters: this.characters, most: this.most };
    return new LlmService(client, this.prompts, windows, this.pruner);
  }

  /** Names of the prompts that conversations are analysed by, with their versions. */
  get references(): string[] {
    const { classify, keyphrases, summary } = this.prompts;
    return [classify, keyphrases, summary].map(({ reference }) => reference);
  }

  /** Fills a prompt in. Engines do so when they are made, so that a faulty template stops the boot. */
  prompt(id: PromptId, view: object): RenderedPrompt {
    const template = this.prompts[id];
    const { reference, schema, hints } = template;
    return { name: schema, reference, temperature: hints.temperature, system: template.render(view) };
  }

  /** Whether the texter says anything beyond greetings and assent; if not, no answer could show its evidence. */
  isWorthAsking(transcript: Transcript): boolean {
    return texterSentences(transcript).some(({ filler }) => !filler);
  }

  /**
   * Asks about every window of a conversation, pruned where it is long.
   * @throws LlmError too_long where that would take too many requests: nothing is left out silently
   */
  async askAbout<T>(
    prompt: RenderedPrompt,
    schema: z.ZodType<T>,
    transcript: Transcript,
    signal?: AbortSignal,
  ): Promise<Asked<T>> {
    const { messages, leftOut } = (await this.pruner?.prune(transcript)) ?? { ...transcript, leftOut: [] };
    const answers = await this.askWindows(prompt, schema, { ...transcript, messages }, null, signal);
    return { ...answers, leftOut };
  }

  /**
   * Asks once more about a window of what was asked about before, which is pruned already.
   * @param notes stand beside the messages in the data, under names that the prompt explains
   * @throws LlmError as above: with the notes, a window may be longer than the model can read
   */
  async askAgain<T>(
    prompt: RenderedPrompt,
    schema: z.ZodType<T>,
    window: Transcript,
    notes: object,
    signal?: AbortSignal,
  ): Promise<Asked<T>['answers']> {
    const { answers } = await this.askWindows(prompt, schema, window, notes, signal);
    return answers;
  }

  /** Asks about each window of what is to be shown; where the model finds one too long, about each half of it. */
  private async askWindows<T>(
    prompt: RenderedPrompt,
    schema: z.ZodType<T>,
    { language, messages }: Transcript,
    notes: object | null,
    signal?: AbortSignal,
  ): Promise<Pick<Asked<T>, 'answers' | 'model'>> {
    const waiting = windowsOf(messages, this.characters);
    const asked: Pick<Asked<T>, 'answers' | 'model'> = { answers: [], model: '' };
    let followsUp = notes !== null;
    for (let requests = 0; waiting.length > 0; requests++) {
      if (requests + waiting.length > this.most) throw new LlmError('too_long');
      const window = waiting.shift()!;
      try {
        const data = { language, messages: window.map(asData), ...notes };
        const { value, model } = await this.send(prompt, schema, data, signal, followsUp);
        asked.answers.push({ value, window: { language, messages: window } });
        asked.model ||= model;
      } catch (error) {
        if (!(error instanceof LlmError) || error.code !== 'too_long' || window.length < 2) throw error;
        const middle = Math.ceil(window.length / 2);
        followsUp = true;
        waiting.unshift(window.slice(0, middle), window.slice(middle));
      }
    }
    return asked;
  }

  /** Asks one question about what was answered before, or about what no conversation holds. */
  ask<T>(prompt: RenderedPrompt, schema: z.ZodType<T>, data: unknown, signal?: AbortSignal) {
    return this.send(prompt, schema, data, signal, true);
  }

  /** Data goes to the model as JSON. */
  private send<T>(
    { system, name, reference, temperature }: RenderedPrompt,
    schema: z.ZodType<T>,
    data: unknown,
    signal: AbortSignal | undefined,
    followsUp: boolean,
  ) {
    const user = JSON.stringify(data);
    return this.client.complete({
      system,
      user,
      schema,
      name,
      temperature,
      prompt: reference,
      followsUp,
      signal,
    });
  }
}

/** A message as the model sees it. */
function asData({ position, from, text }: Message) {
  return { n: position, from, text };
}
