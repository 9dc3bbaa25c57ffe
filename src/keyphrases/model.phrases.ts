import { z } from 'zod';
import type { Transcript } from '../conversations/conversation.types.js';
import { Quotes } from '../llm/quotes.js';
import { groupBy } from '../operations/group.by.js';
import type { Candidate, Refusal } from './constraints/candidate.js';
import { type Fault, type Faulty, isMendable } from './repair.js';
import { isSupported } from './support.js';

/** What a model is asked for. */
export const phrasesSchema = z.object({
  keyphrases: z.array(z.object({ text: z.string(), canonical: z.string(), quotes: z.array(z.string()) })),
});

/** What a model answered about one part of a conversation. */
export interface PhrasesOfWindow {
  value: z.output<typeof phrasesSchema>;
  window: Transcript;
}

/** A model that sends more phrases than this at once for a conversation is not read to the end. */
const MOST_READ = 60;

/** All that a model has said of one conversation, first and when asked again: candidates, and what is none. */
export class ModelPhrases {
  /** What the constraints are to look at. Phrases of a later answer come after all before them. */
  readonly candidates: Candidate[] = [];
  /** How many phrases were not read, or turned away before the constraints. */
  readonly rejected = { unread: 0, dictated: 0, unsupported: 0 };
  private readonly heard = new Set<string>();
  private readonly windows = new Map<Candidate, Transcript>();
  private readonly faulty: Faulty[] = [];
  private readonly returned = new Set<Candidate>();
  private round = 0;

  /** @param concepts the bank's concepts by their canonical phrase */
  constructor(private readonly concepts: ReadonlyMap<string, string>) {}

  /** Whether it has written any phrase at all. */
  get hasSpoken(): boolean {
    return this.heard.size > 0;
  }

  /** Takes answers in, the first phrase of each window before the second of any; what was said before is passed over. */
  hear(answers: readonly PhrasesOfWindow[]): void {
    const phrases = answers
      .flatMap(({ value, window }) => {
        const said = new Quotes(window);
        return value.keyphrases.map((phrase, rank) => ({ phrase, rank, window, said }));
      })
      .sort((a, b) => a.rank - b.rank);
    const read = phrases.slice(0, MOST_READ);
    this.rejected.unread += phrases.length - read.length;
    const isNew = read.filter(({ phrase }) => !this.heard.has(keyOf(phrase)));
    for (const { phrase } of read) this.heard.add(keyOf(phrase));
    for (const { phrase, rank, window, said } of isNew) {
      const { text, canonical, quotes } = phrase;
      const candidate: Candidate = {
        text,
        canonical,
        evidence: said.find(quotes),
        concept: this.concepts.get(canonical) ?? null,
        score: 1 / (1 + rank + this.round * MOST_READ),
      };
      const fault = faultOf(candidate, window, said);
      if (fault) this.rejected[fault]++;
      if (fault) this.faulty.push({ candidate, fault, window });
      else this.candidates.push(candidate);
      this.windows.set(candidate, window);
    }
    this.round++;
  }

  /**
   * What may be put better and has not gone back yet, by the windows that it was written about.
   * @param refused what the constraints turned away
   */
  toMend(refused: readonly Refusal[]): Map<Transcript, Faulty[]> {
    const all = [
      ...this.faulty,
      ...refused.flatMap(({ candidate, constraint: fault }) => {
        const window = this.windows.get(candidate);
        return window ? [{ candidate, fault, window }] : [];
      }),
    ].filter(({ candidate, fault }) => isMendable(fault) && !this.returned.has(candidate));
    all.forEach(({ candidate }) => this.returned.add(candidate));
    return groupBy(all, ({ window }) => window);
  }
}

const keyOf = ({ text, canonical, quotes }: PhrasesOfWindow['value']['keyphrases'][number]): string =>
  JSON.stringify([text, canonical, quotes]);

/** What is wrong with a phrase by what the texter said to the machine, if anything. */
function faultOf(
  { text, canonical = text, evidence = [] }: Candidate,
  window: Transcript,
  said: Quotes,
): Extract<Fault, 'dictated' | 'unsupported'> | undefined {
  const forms = [text, canonical];
  if (forms.some((form) => said.isDictated(form))) return 'dictated';
  // A phrase without evidence is one for the constraints, which count it by its name.
  if (said.tamperedWith && evidence.length > 0 && !isSupported(forms, evidence, window)) return 'unsupported';
  return undefined;
}
