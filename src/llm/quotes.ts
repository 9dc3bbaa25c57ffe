import type { Span, Transcript } from '../conversations/conversation.types.js';
import { normalised } from '../conversations/normalised.js';
import { evidenceOf } from '../keyphrases/constraints/grounding.js';
import { decoded, unmasked } from './disguises.js';
import { instructionSpans } from './instructions.js';

/** Why a quote of a model's is no evidence. */
export type QuoteFault = 'not_said' | 'instruction';

/** A claim needs no more quotes than this; a model may send thousands. */
const MOST_QUOTES = 8;

/** Looks a model's quotes up in what the texter said, and counts those that are no evidence. */
export class Quotes {
  private readonly instructions: readonly Span[];
  private readonly instructed: string;

  /**
   * @param transcript the window that the model saw: each quote is looked for in all of it
   * @param rejected counts that go on over several windows
   */
  constructor(
    private readonly transcript: Transcript,
    readonly rejected: Record<QuoteFault, number> = { not_said: 0, instruction: 0 },
  ) {
    this.instructions = instructionSpans(transcript);
    const textOf = new Map(transcript.messages.map(({ position, text }) => [position, text]));
    this.instructed = this.instructions
      .map(({ message, start, end }) => textOf.get(message)!.slice(start, end))
      .flatMap((text) => [text, ...unmasked(text), ...decoded(text)])
      .map(normalised)
      .join('\n');
  }

  /** Whether the texter speaks to the machine anywhere in the transcript. */
  get tamperedWith(): boolean {
    return this.instructions.length > 0;
  }

  /** Where the texter says the quotes, word for word and not to the machine; empty where that is nowhere. */
  find(quotes: readonly string[]): Span[] {
    return quotes.slice(0, MOST_QUOTES).flatMap((quote) => {
      const spans = evidenceOf({ quotes: [quote] }, this.transcript);
      const fault = this.faultOf(spans);
      if (!fault) return spans;
      this.rejected[fault]++;
      return [];
    });
  }

  /** Whether a model's own wording is what the texter told the machine to write. */
  isDictated(text: string): boolean {
    const wording = normalised(text).replace(/[.!?\s]+$/, '');
    return wording.length > 0 && this.instructed.includes(wording);
  }

  private faultOf(spans: readonly Span[]): QuoteFault | undefined {
    if (spans.length === 0) return 'not_said';
    const isOrder = spans.some((span) => this.instructions.some((instruction) => overlap(span, instruction)));
    return isOrder ? 'instruction' : undefined;
  }
}

function overlap(a: Span, b: Span): boolean {
  return a.message === b.message && a.start < b.end && b.start < a.end;
}
