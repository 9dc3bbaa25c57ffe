import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { type Charset, matchedBy, NOTHING, overlap, union } from './charset.js';

/** A repeat that may go on for longer than this counts as unlimited. */
const LONG = 64;

/** What is asked of a pattern, by the texts that it is for. */
interface PatternRules {
  flags: string;
  /** Whether texts are in lower case, with straight apostrophes. */
  normalised: boolean;
  /** Whether a repeat of one character may go on without a limit: no, where a text may be a whole conversation. */
  unlimited: boolean;
  /** In how many ways a pattern may match the same text, apart from its unlimited repeats. */
  mostWays: number;
  /** How many steps a match may try from one place of a text before it gives up. */
  mostSteps: number;
}

const FOR_UTTERANCES: PatternRules = {
  flags: 'u',
  normalised: true,
  unlimited: true,
  mostWays: 10_000,
  mostSteps: Infinity,
};
/** 500 steps from each of 10,000 characters take some 50 ms. */
const FOR_RAW_TEXT: PatternRules = {
  flags: 'giu',
  normalised: false,
  unlimited: false,
  mostWays: 10_000,
  mostSteps: 500,
};

/** The pattern cannot be used; the message says why, and what to write in its place. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** What a part of a pattern can begin with, whether it can match nothing, in how many ways it can match, and the steps of trying all. */
interface Reading {
  first: Charset;
  empty: boolean;
  ways: number;
  steps: number;
}

const isOneCharacter = (node: AST.Element): boolean =>
  node.type === 'Character' || node.type === 'CharacterSet' || node.type === 'CharacterClass';

const startOf = ({ first, empty }: Reading, next: Charset): Charset => (empty ? union(first, next) : first);

/** Whether no text can begin with both, as with `has` and `have`. */
const parted = (a: readonly Charset[], b: readonly Charset[]): boolean =>
  a.some((charset, index) => index < b.length && !overlap(charset, b[index] ?? NOTHING));

/**
 * Counts how a backtracking matcher could split a text between the parts of a pattern. Read from right to left,
 * each part knows what may follow it: a repeat whose characters cannot begin what follows has one way to end.
 */
class WaysCounter {
  /** Unlimited repeats that have more than one way to end: one makes matching quadratic, two cubic. */
  private open = 0;
  private lookingBack = false;
  private readonly anyCase: boolean;

  constructor(private readonly rules: PatternRules) {
    this.anyCase = rules.flags.includes('i');
  }

  alternatives(list: readonly AST.Alternative[], next: Charset, copies: number): Reading {
    const readings = list.map((alternative) => this.sequence(alternative.elements, next, copies));
    const starts = list.map((alternative, index) => this.opening(alternative, readings[index], next));
    // Alternatives that a text can hold both of cost their number once, but to its power within a repeat.
    const ways = starts.map((start, index) =>
      readings.reduce((sum, reading, other) => {
        const counts = other === index || (copies > 1 && !parted(start, starts[other] ?? []));
        return counts ? sum + reading.ways : sum;
      }, 0),
    );
    return {
      first: readings.map(({ first }) => first).reduce(union, NOTHING),
      empty: readings.some(({ empty }) => empty),
      ways: Math.max(...ways),
      steps: readings.reduce((sum, { steps }) => sum + steps, 0),
    };
  }

  /** What the first characters of an alternative can be, one set each, as far as that is plain. */
  private opening({ elements }: AST.Alternative, whole: Reading | undefined, next: Charset): Charset[] {
    const plain: Charset[] = [];
    for (const element of elements.filter(({ type }) => type !== 'Assertion')) {
      if (!isOneCharacter(element)) return plain.length > 0 || !whole ? plain : [startOf(whole, next)];
      plain.push(matchedBy(element.raw, this.anyCase));
    }
    return next === NOTHING ? plain : [...plain, next];
  }

  private sequence(elements: readonly AST.Element[], next: Charset, copies: number): Reading {
    const whole = { first: NOTHING, empty: true, ways: 1, steps: 0 };
    let follow = next;
    for (const element of elements.toReversed()) {
      const { first, empty, ways, steps } = this.element(element, follow, copies);
      whole.first = empty ? union(first, whole.first) : first;
      whole.empty &&= empty;
      // Each way of this part tries all that follows it.
      whole.steps = steps + ways * whole.steps;
      whole.ways *= ways;
      follow = empty ? union(first, follow) : first;
    }
    return whole;
  }

  private element(node: AST.Element, next: Charset, copies: number): Reading {
    switch (node.type) {
      case 'Character':
        if (this.rules.normalised && node.raw === String.fromCodePoint(node.value))
          requireNormalised(node.raw);
        return { first: matchedBy(node.raw, this.anyCase), empty: false, ways: 1, steps: 1 };
      case 'CharacterSet':
      case 'CharacterClass':
        return { first: matchedBy(node.raw, this.anyCase), empty: false, ways: 1, steps: 1 };
      case 'Group':
      case 'CapturingGroup':
        return this.alternatives(node.alternatives, next, copies);
      case 'Quantifier':
        return this.repeat(node, next, copies);
      case 'Assertion':
        return this.assertion(node, copies);
      case 'Backreference':
        throw new PatternError('refers back to a group: write the words out');
      case 'ExpressionCharacterClass':
        throw new PatternError('uses a class of the v flag: write a plain class such as [a-z]');
    }
  }

  private assertion(node: AST.Assertion, copies: number): Reading {
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
      const outside = this.lookingBack;
      this.lookingBack ||= node.kind === 'lookbehind';
      // Once a look-around holds, the matcher never tries its other ways, so they do not multiply.
      const { ways, steps } = this.alternatives(node.alternatives, NOTHING, copies);
      if (ways > this.rules.mostWays) throw tooManyWays();
      this.lookingBack = outside;
      return { first: NOTHING, empty: true, ways: 1, steps };
    }
    return { first: NOTHING, empty: true, ways: 1, steps: 1 };
  }

  private repeat({ element, min, max }: AST.Quantifier, next: Charset, copies: number): Reading {
    const unlimited = max > LONG;
    if (unlimited && !this.rules.unlimited)
      throw new PatternError(`repeats without a limit of at most ${LONG}: write one such as {1,20}`);
    if (unlimited && !isOneCharacter(element))
      throw new PatternError('repeats a group without a limit: write one such as {0,4}');
    if (unlimited && this.lookingBack)
      throw new PatternError('looks back without a limit: write one such as {0,8}');
    const { first } = this.element(element, NOTHING, 0);
    const inner = this.element(element, max > 1 ? union(first, next) : next, copies * (unlimited ? 1 : max));
    const canEndEarly = max > min && (inner.empty || overlap(first, next));
    if (unlimited) {
      if (canEndEarly) this.open += copies;
      if (this.open > 1)
        throw new PatternError(
          'has unlimited repeats that can share the same text: part them by a character that neither matches',
        );
      return { first, empty: min === 0, ways: 1, steps: LONG };
    }
    const ways = (canEndEarly ? max - min + 1 : 1) * inner.ways ** max;
    // Each repeat tries all ways of the next: a geometric series.
    const series = inner.ways === 1 ? max : (inner.ways ** max - 1) / (inner.ways - 1);
    return { first, empty: min === 0 || inner.empty, ways, steps: inner.steps * series };
  }
}

function tooManyWays(): PatternError {
  return new PatternError(
    'can match the same text in too many ways: part its repeats by a character that neither matches',
  );
}

function requireNormalised(character: string): void {
  if (character !== character.toLowerCase())
    throw new PatternError('has a capital letter, but texts are compared in lower case: write it small');
  if (/[‘’]/.test(character))
    throw new PatternError("has a curly apostrophe, but texts are compared with straight ones: write '");
}

/** @throws PatternError */
function compile(source: string, rules: PatternRules): RegExp {
  let parsed: AST.Pattern;
  try {
    parsed = new RegExpParser().parsePattern(source, undefined, undefined, { unicode: true });
  } catch (error) {
    throw unreadable(error);
  }
  const { ways, empty, steps } = new WaysCounter(rules).alternatives(parsed.alternatives, NOTHING, 1);
  if (ways > rules.mostWays) throw tooManyWays();
  if (steps > rules.mostSteps)
    throw new PatternError(
      'can take too long: give its repeats lower limits, or fixed characters between them',
    );
  if (empty) throw new PatternError('matches the empty text: require at least one character');
  try {
    return new RegExp(source, rules.flags);
  } catch (error) {
    // The parser knows syntax that an older Node.js does not.
    throw unreadable(error);
  }
}

/** Of the message stays what follows the pattern that it quotes. */
function unreadable(error: unknown): PatternError {
  const reason = error instanceof Error ? error.message.replace(/^.*\/\w*: /s, '') : 'unreadable';
  return new PatternError(`is no regular expression (${reason}): correct it`);
}

/**
 * Compiles a pattern of the taxonomy with the `u` flag, and makes sure that no text can make it slow: every
 * repeat of a group is limited, at most one unlimited repeat has more than one way to end, and the ways left
 * are few. Time then grows with a low power of a message's length, never exponentially.
 * @throws PatternError
 */
export const compilePattern = (source: string): RegExp => compile(source, FOR_UTTERANCES);

/**
 * Compiles a pattern for raw text with the flags `giu`: it is found in any case. Every repeat has a limit and few
 * ways to end, so that time grows with the length of a conversation and no faster.
 * @throws PatternError
 */
export const compileRawPattern = (source: string): RegExp => compile(source, FOR_RAW_TEXT);
