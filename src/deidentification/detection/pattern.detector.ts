import type { PatternRecognizer } from '../deidentification.types.js';
import type { Passage, Token } from '../passage.js';
import type { Candidate } from './candidate.js';

const NOTHING = /(?:)/;

/** Finds what recognizers of fixed shape describe. Most patterns are not worth running over most texts. */
export class PatternDetector {
  /** What the recognizers need, each only once: many need a digit. */
  private readonly needs: RegExp[] = [];
  private readonly recognizers: readonly { recognizer: PatternRecognizer; need: number }[];
  private readonly byTrigger = new Map<string, PatternRecognizer[]>();

  constructor(recognizers: readonly PatternRecognizer[]) {
    this.recognizers = recognizers.map((recognizer) => ({ recognizer, need: this.needOf(recognizer) }));
    for (const recognizer of recognizers)
      for (const trigger of recognizer.triggers ?? [])
        this.byTrigger.set(trigger, [...(this.byTrigger.get(trigger) ?? []), recognizer]);
  }

  /** What is found in a passage: recognizer after recognizer, each in text order. */
  find(passage: Passage): Candidate[] {
    const found: Candidate[] = [];
    const met = this.needs.map((need) => need.test(passage.text));
    const triggered = this.triggeredBy(passage.tokens);
    for (const { recognizer, need } of this.recognizers) {
      if (!met[need] || (recognizer.triggers && !triggered.has(recognizer))) continue;
      for (const pattern of recognizer.patterns) {
        // To see that there is no match costs less than to make an iterator of none.
        if (passage.text.search(pattern) < 0) continue;
        for (const match of passage.text.matchAll(pattern)) {
          const candidate = candidateOf(passage, match, recognizer);
          if (candidate) found.push(candidate);
        }
      }
    }
    return found;
  }

  /** The place of what a recognizer needs among the needs of all. */
  private needOf({ needs = NOTHING }: PatternRecognizer): number {
    const known = this.needs.findIndex((need) => String(need) === String(needs));
    return known >= 0 ? known : this.needs.push(needs) - 1;
  }

  private triggeredBy(tokens: readonly Token[]): ReadonlySet<PatternRecognizer> {
    const triggered = new Set<PatternRecognizer>();
    for (const { key } of tokens)
      for (const recognizer of this.byTrigger.get(key) ?? []) triggered.add(recognizer);
    return triggered;
  }
}

function candidateOf(
  { tokens }: Passage,
  match: RegExpMatchArray,
  recognizer: PatternRecognizer,
): Candidate | undefined {
  const { entity, name, score, reason, validate } = recognizer;
  const value = match.groups?.id ?? match[0];
  if (value === '' || (validate && !validate(value))) return undefined;
  const start = (match.index ?? 0) + (match.groups?.id ? match[0].indexOf(value) : 0);
  const end = start + value.length;
  return {
    start,
    end,
    entity,
    recognizer: name,
    score: Math.min(1, score + contextBoost(tokens, start, end, recognizer)),
    reason,
  };
}

function contextBoost(
  tokens: readonly Token[],
  start: number,
  end: number,
  recognizer: PatternRecognizer,
): number {
  const context = recognizer.context;
  if (!context) return 0;
  const first = firstTokenFrom(tokens, start);
  const after = firstTokenFrom(tokens, end);
  const near = [
    ...tokens.slice(Math.max(0, first - (context.reach ?? 5)), first),
    ...tokens.slice(after, after + 2),
  ];
  return near.some((token) => context.words.has(token.key)) ? context.boost : 0;
}

/** Index of the first token that starts at or after an offset, by halving. */
export function firstTokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
