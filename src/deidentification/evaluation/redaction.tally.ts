import type { Mention } from '../deidentification.types.js';
import { fold, type Lexicon } from '../lexicon.js';
import type { AnnotatedMessage, AnnotatedSpan } from './annotated.text.js';

/**
 * Kinds that other projects' files mark and that stay here by rule (docs/privacy.md): they identify nobody alone.
 * They are neither asked to go nor counted among the other words.
 */
const STAYS = new Set(['AGE', 'DATE_TIME', 'TITLE', 'NRP', 'ORGANIZATION']);

/** An article that was marked with a place's name says nothing once the name is gone: `the cedarbrook plaza`. */
const ARTICLE = /^(?:(?:the|le|la|les) (?=.)|l['’])/iu;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;

/** How many of some marked spans are gone. */
export interface Gone {
  type: string;
  spans: number;
  gone: number;
}

/** What de-identification did to annotated texts. */
export interface RedactionScores {
  texts: number;
  /** By type, most spans first. */
  types: Gone[];
  /** Countries, states and provinces among them, which stay by rule; in `types` too. */
  regions: Gone;
  /** All types together. */
  all: Gone;
  /** Words outside the spans, and how many of them no finding touches. */
  words: { other: number; kept: number };
}

/** A span of which something is still readable, or a finding where nothing was marked. */
export interface Miss {
  id: string;
  message: number;
  start: number;
  end: number;
  kind: 'leaked' | 'removed';
  /** The span's type, or the recognizer. */
  by: string;
}

/** Counts, over annotated conversations, which identifiers are gone and which other words are kept. */
export class RedactionTally {
  private texts = 0;
  private other = 0;
  private kept = 0;
  private readonly byType = new Map<string, Gone>();
  private readonly regions: Gone = { type: 'countries and states', spans: 0, gone: 0 };

  constructor(private readonly lexicon: Lexicon) {}

  /**
   * Takes in one conversation.
   * @param mentions what was found in it, in order
   * @returns what went wrong in it
   */
  add(id: string, messages: readonly AnnotatedMessage[], mentions: readonly Mention[]): Miss[] {
    this.texts += 1;
    return messages.flatMap(({ text, spans }, message) => {
      const own = mentions.filter((mention) => mention.message === message);
      const place = { id, message };
      return [
        ...spans.flatMap((span) => (this.takeSpan(text, span, own) ? [] : [{ ...place, ...leaked(span) }])),
        ...this.takeWords(text, spans, own).map((mention) => ({ ...place, ...removed(mention) })),
      ];
    });
  }

  scores(): RedactionScores {
    const types = [...this.byType.values()].toSorted((a, b) => b.spans - a.spans);
    const sum = (of: (gone: Gone) => number) => types.reduce((total, type) => total + of(type), 0);
    return {
      texts: this.texts,
      types,
      regions: this.regions,
      all: { type: 'all', spans: sum(({ spans }) => spans), gone: sum(({ gone }) => gone) },
      words: { other: this.other, kept: this.kept },
    };
  }

  /** Whether a span needs no more looking at: it is gone, or of a kind that stays. */
  private takeSpan(text: string, { start, end, type }: AnnotatedSpan, mentions: readonly Mention[]): boolean {
    if (STAYS.has(type)) return true;
    const article = ARTICLE.exec(text.slice(start, end))?.[0].length ?? 0;
    const gone = !readable(text, start + article, end, mentions);
    const counts = [this.countOf(type)];
    if (this.lexicon.isRegion(fold(text.slice(start, end)))) counts.push(this.regions);
    for (const count of counts) {
      count.spans += 1;
      count.gone += gone ? 1 : 0;
    }
    return gone;
  }

  private countOf(type: string): Gone {
    const count = this.byType.get(type) ?? { type, spans: 0, gone: 0 };
    this.byType.set(type, count);
    return count;
  }

  /** Counts the words outside the spans; returns the findings that took any. */
  private takeWords(text: string, spans: readonly AnnotatedSpan[], mentions: readonly Mention[]): Mention[] {
    const wrong = new Set<Mention>();
    for (const { index, 0: word } of text.matchAll(WORD)) {
      const end = index + word.length;
      if (spans.some((span) => span.start < end && index < span.end)) continue;
      const taken = mentions.filter((mention) => mention.start < end && index < mention.end);
      this.other += 1;
      this.kept += taken.length === 0 ? 1 : 0;
      for (const mention of taken) wrong.add(mention);
    }
    return [...wrong];
  }
}

/** Whether a letter or digit of a stretch is covered by no mention. */
function readable(text: string, start: number, end: number, mentions: readonly Mention[]): boolean {
  let left = start;
  for (const mention of mentions) {
    if (mention.end <= left) continue;
    if (mention.start >= end) break;
    if (mention.start > left && /[\p{L}\p{N}]/u.test(text.slice(left, mention.start))) return true;
    left = mention.end;
  }
  return left < end && /[\p{L}\p{N}]/u.test(text.slice(left, end));
}

const leaked = ({ start, end, type }: AnnotatedSpan) => ({ start, end, kind: 'leaked' as const, by: type });

const removed = ({ start, end, recognizer }: Mention) => ({
  start,
  end,
  kind: 'removed' as const,
  by: recognizer,
});
