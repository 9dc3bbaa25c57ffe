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

/** Where a pattern matches in a line; both by their index. */
export interface PatternMatch {
  pattern: number;
  line: number;
  match: RegExpExecArray;
}

/** A letter's place in the tree of needed literals. */
interface Branch {
  next: Map<number, Branch>;
  /** The patterns that need the literal which ends here. */
  patterns: number[];
}

const branch = (): Branch => ({ next: new Map(), patterns: [] });

/**
 * Finds which of many patterns match in a line without trying them all: only those of which a needed literal
 * stands in it, looked up letter by letter in a tree. Of the taxonomy's patterns about one in a hundred is.
 */
export class PatternIndex {
  private readonly root = branch();
  private readonly always: number[] = [];

  /** @param patterns over normalised (lower-case) text; without the flags `i` and `g` */
  constructor(private readonly patterns: readonly RegExp[]) {
    patterns.forEach((pattern, index) => {
      const literals = neededLiterals(pattern);
      if (!literals) this.always.push(index);
      for (const literal of literals ?? []) this.add(literal, index);
    });
  }

  /** The first match of each pattern in each line, in the order of the patterns, then of the lines. */
  matches(lines: readonly string[]): PatternMatch[] {
    const found = lines.flatMap((text, line) =>
      this.candidates(text).flatMap((pattern) => {
        const match = this.patterns[pattern]!.exec(text);
        return match ? [{ pattern, line, match }] : [];
      }),
    );
    return found.sort((a, b) => a.pattern - b.pattern || a.line - b.line);
  }

  /** Indices of the patterns that may match somewhere in the text, in no order. */
  candidates(text: string): number[] {
    const found = new Set(this.always);
    for (let start = 0; start < text.length; start++) {
      let at: Branch | undefined = this.root.next.get(text.charCodeAt(start));
      for (let i = start + 1; at; at = at.next.get(text.charCodeAt(i++)))
        for (const pattern of at.patterns) found.add(pattern);
    }
    return [...found];
  }

  private add(literal: string, pattern: number): void {
    let at = this.root;
    for (let i = 0; i < literal.length; i++) {
      const letter = literal.charCodeAt(i);
      const next = at.next.get(letter) ?? branch();
      at.next.set(letter, next);
      at = next;
    }
    at.patterns.push(pattern);
  }
}
