import { fold, type Known, lexicon } from './lexicon.js';

/** A word, a number or a mix of both, with what the detectors ask of it. */
export class Token {
  /** What stands between this token and the next. */
  gap = '';
  /** Whether capitals are used as in edited prose around it. */
  cased = false;
  private looked: Known | undefined;

  constructor(
    /** UTF-16 offsets into the passage; a possessive `'s` is left outside. */
    readonly start: number,
    readonly end: number,
    /** Folded, without apostrophes. */
    readonly key: string,
    readonly shape: 'lower' | 'capital' | 'upper' | 'number',
    /** Whether a sentence, a line or a message starts here, so that a capital says nothing. */
    readonly opens: boolean,
    /** Whether it has Latin letters that neither English nor French uses. */
    readonly foreign: boolean,
  ) {}

  /** What the lists say of its key: looked up once, for every detector asks. */
  get known(): Known {
    return (this.looked ??= lexicon().look(this.key));
  }
}

/** The texts that one person sent in a row, read as one, since texters break sentences over several messages. */
export interface Passage {
  text: string;
  tokens: readonly Token[];
  /** Where each message starts in `text`, with its position in the conversation. */
  parts: readonly { message: number; start: number; end: number }[];
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;
/** As most words are written; nothing of them needs folding. */
const LOWER = /^[a-z][a-z0-9]*$/;
const ELISION = /^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu)['’ʼ](?=\p{L}{2})/iu;
/** Latin letters beyond those of English and French; no `i` flag, which would fold the long s into every s. */
const FOREIGN =
  /[\u00df\u00e1\u00e3\u00e5\u00ec\u00ed\u00f0\u00f1-\u00f3\u00f5\u00f8\u00fa\u00fd\u00fe\u0100-\u0151\u0154-\u024f\u1e00-\u1eff]/u;
const POSSESSIVE = /['’ʼ]s$/iu;
const SENTENCE_END = /[.!?…:;"“”«»(\n]/;

/** Reads messages of one sender as one passage; each is NFC-normalised. */
export function readPassage(messages: readonly { message: number; text: string }[]): Passage {
  const parts: { message: number; start: number; end: number }[] = [];
  const tokens: Token[] = [];
  let text = '';
  for (const { message, text: raw } of messages) {
    if (parts.length > 0) text += '\n';
    const start = text.length;
    const own = raw.normalize('NFC');
    text += own;
    parts.push({ message, start, end: text.length });
    tokens.push(...tokenise(own, start));
  }
  tokens.forEach((token, i) => {
    token.gap = text.slice(token.end, tokens[i + 1]?.start ?? text.length);
  });
  return { text, tokens, parts };
}

function tokenise(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  let first = true;
  const add = (raw: string, start: number): void => {
    const from = offset + start;
    const opens = first || opensSentence(text.slice(last, start), tokens.at(-1));
    first = false;
    last = start + raw.length;
    if (LOWER.test(raw)) {
      tokens.push(new Token(from, from + raw.length, raw, 'lower', opens, false));
      return;
    }
    const possessive = POSSESSIVE.exec(raw);
    const bare =
      possessive &&
      raw.length > 3 &&
      !/^(?:it|he|she|that|what|who|where|there|here|how|when|let)$/i.test(raw.slice(0, possessive.index))
        ? raw.slice(0, possessive.index)
        : raw;
    const foreign = FOREIGN.test(bare.toLowerCase());
    tokens.push(new Token(from, from + bare.length, fold(bare), shapeOf(bare), opens, foreign));
  };
  for (const match of text.matchAll(WORD)) {
    const elision = ELISION.exec(match[0]);
    if (elision) add(match[0].slice(0, elision[0].length - 1), match.index);
    add(elision ? match[0].slice(elision[0].length) : match[0], match.index + (elision?.[0].length ?? 0));
  }
  const cased = usesCapitals(tokens);
  for (const token of tokens) token.cased = cased;
  return tokens;
}

/** After `mr.` or an initial, a full stop ends no sentence. */
function opensSentence(gap: string, before: Token | undefined): boolean {
  if (gap === '. ' && before && /^(?:[a-z]|mr|mrs|ms|dr|st|ste|prof|mme|mlle|apt)$/.test(before.key))
    return false;
  return SENTENCE_END.test(gap);
}

function shapeOf(text: string): Token['shape'] {
  if (/\p{N}/u.test(text[0] ?? '')) return 'number';
  const lower = text.toLowerCase();
  if (text === lower) return 'lower';
  if (text.length > 1 && text === text.toUpperCase()) return 'upper';
  return text[0] === lower[0] ? 'lower' : 'capital';
}

/** Whether capitals mark something: some words have none, and most of those inside sentences have none. */
function usesCapitals(tokens: readonly Token[]): boolean {
  const inside = tokens.filter((token) => !token.opens && token.shape !== 'number' && token.key.length > 1);
  const capitals = inside.filter((token) => token.shape !== 'lower').length;
  return inside.length < 5 ? capitals < inside.length : capitals <= inside.length * 0.6;
}

/** Whether only a space, or what holds a name together, stands between a token and the next. */
export const joins = (gap: string): boolean => /^(?:[ \t]{1,2}|[-‐.'’]|\. )$/.test(gap);
