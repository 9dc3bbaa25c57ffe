import type { PatternRecognizer } from '../deidentification.types.js';
import type { Passage, Token } from '../passage.js';
import type { Candidate } from './candidate.js';

/** Runs the recognizers of fixed shape over a passage. */
export function findPatterns(passage: Passage, recognizers: readonly PatternRecognizer[]): Candidate[] {
  const found: Candidate[] = [];
  const words = new Set(passage.tokens.map(({ key }) => key));
  for (const recognizer of recognizers) {
    const { needs, triggers } = recognizer;
    if ((needs && !needs.test(passage.text)) || (triggers && !hasAny(words, triggers))) continue;
    for (const pattern of recognizer.patterns) {
      for (const match of passage.text.matchAll(pattern)) {
        const value = match.groups?.id ?? match[0];
        if (value === '' || (recognizer.validate && !recognizer.validate(value))) continue;
        const start = match.index + (match.groups?.id ? match[0].indexOf(value) : 0);
        const end = start + value.length;
        found.push({
          start,
          end,
          entity: recognizer.entity,
          recognizer: recognizer.name,
          score: Math.min(1, recognizer.score + contextBoost(passage.tokens, start, end, recognizer)),
          reason: recognizer.reason,
        });
      }
    }
  }
  return found;
}

function hasAny(words: ReadonlySet<string>, triggers: ReadonlySet<string>): boolean {
  for (const trigger of triggers) if (words.has(trigger)) return true;
  return false;
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
