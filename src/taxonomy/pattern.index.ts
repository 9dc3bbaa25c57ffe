import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';

/** A literal shorter than this is in most texts and saves nothing. */
const SHORTEST = 2;

/** Words that stand in most conversations, and so tell little about whether a pattern matches. */
const COMMON = new Set(
  `the my a an and for to in is are was on of out me i im not with they want know have had been its it as at by
   from after all about so up or no dont don can cant will mom mum dad parents mere pere school everyone people friends
   les des est pas que une un le la de du je et mon ma mes sur dans pour ing er es`.split(/\s+/),
);

function selectivity(literal: string): number {
  const word = literal.trim();
  return COMMON.has(word) ? 1 : word.length;
}

/**
 * Literals of which at least one stands in whatever a piece of a pattern matches, or null where none is known.
 * Of several such sets the one whose least telling literal tells most is worth keeping.
 */
type Literals = readonly string[] | null;

function better(a: Literals, b: Literals): Literals {
  if (!a || !b) return a ?? b;
  const weakest = (literals: readonly string[]) => Math.min(...literals.map(selectivity));
  return weakest(b) > weakest(a) ? b : a;
}

function ofAlternatives(alternatives: readonly AST.Alternative[]): Literals {
  const each = alternatives.map(ofAlternative);
  const known = each.filter((literals) => literals !== null);
  return known.length === each.length ? [...new Set(known.flat())] : null;
}

function ofAlternative({ elements }: AST.Alternative): Literals {
  let best: Literals = null;
  let run = '';
  const close = () => {
    if (run.length >= SHORTEST) best = better(best, [run]);
    run = '';
  };
  for (const element of elements) {
    if (element.type === 'Character') run += String.fromCodePoint(element.value);
    else if (element.type !== 'Assertion') {
      close();
      best = better(best, ofElement(element));
    }
  }
  close();
  return best;
}

function ofElement(element: AST.Element): Literals {
  if (element.type === 'Group' || element.type === 'CapturingGroup')
    return ofAlternatives(element.alternatives);
  if (element.type === 'Quantifier' && element.min > 0) return ofElement(element.element);
  return null;
}

/** The literals that a text must hold one of for the pattern to match in it; null where the pattern needs none. */
export function neededLiterals(pattern: RegExp): readonly string[] | null {
  return ofAlternatives(parseRegExpLiteral(pattern).pattern.alternatives);
}

/**
 * Tells which of many patterns are worth running over a text: those of which a needed literal stands in it.
 * Of the taxonomy's patterns about one in thirty is, so that a conversation costs a millisecond, not forty.
 */
export class PatternPrefilter {
  /** Needed literals by their first two units, each with the patterns that need it. */
  private readonly byStart = new Map<number, { literal: string; patterns: number[] }[]>();
  private readonly always: number[] = [];
  /** The patterns with `^` and `$` at line breaks, made when they are first wanted: there are thousands. */
  private readonly byLine: RegExp[] = [];

  /** @param patterns over normalised (lower-case) text; without the flag `i` */
  constructor(private readonly patterns: readonly RegExp[]) {
    patterns.forEach((pattern, index) => {
      const literals = neededLiterals(pattern);
      if (!literals) this.always.push(index);
      for (const literal of literals ?? []) this.add(literal, index);
    });
  }

  /** Indices of the patterns that may match somewhere in the text, in their order. */
  candidates(text: string): number[] {
    const found = new Set(this.always);
    for (let i = 1; i < text.length; i++)
      for (const { literal, patterns } of this.byStart.get(pairAt(text, i)) ?? [])
        if (text.startsWith(literal, i - 1)) for (const index of patterns) found.add(index);
    return [...found].sort((a, b) => a - b);
  }

  /**
   * Indices of the patterns that may match in one of several lines, in their order. Each candidate is tried once
   * over all lines, since most match in none.
   */
  candidatesIn(lines: readonly string[]): number[] {
    const whole = lines.join('\n');
    return this.candidates(whole).filter((index) => this.perLine(index).test(whole));
  }

  private perLine(index: number): RegExp {
    const { source, flags } = this.patterns[index]!;
    return (this.byLine[index] ??= new RegExp(source, `${flags.replace('m', '')}m`));
  }

  private add(literal: string, index: number): void {
    const start = pairAt(literal, 1);
    const entries = this.byStart.get(start) ?? [];
    const known = entries.find((entry) => entry.literal === literal);
    if (known) known.patterns.push(index);
    else this.byStart.set(start, [...entries, { literal, patterns: [index] }]);
  }
}

/** Two neighbouring UTF-16 units as one number. */
function pairAt(text: string, index: number): number {
  return text.charCodeAt(index - 1) * 0x10000 + text.charCodeAt(index);
}
