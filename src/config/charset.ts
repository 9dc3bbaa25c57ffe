/** The characters that one element of a pattern can match: one bit for each character of the sample below. */
export type Charset = bigint;

export const NOTHING: Charset = 0n;

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, step) => from + step);

/**
 * Latin scripts and their accents and punctuation in full, and one character each of others: enough to tell
 * whether two classes of a pattern written for English and French overlap.
 */
const SAMPLE = [...range(0x0000, 0x024f), ...range(0x0300, 0x036f), ...range(0x2010, 0x2027)]
  .concat([0x20ac, 0x03b1, 0x0430, 0x05d0, 0x0627, 0x4e00, 0x1f600])
  .map((point) => String.fromCodePoint(point));

const known = new Map<string, Charset>();

/**
 * What a one-character piece of a pattern such as `\w` or `[a-z ]` matches.
 * @param anyCase whether the pattern has the `i` flag
 */
export function matchedBy(piece: string, anyCase = false): Charset {
  const key = anyCase ? `i${piece}` : `s${piece}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const pattern = new RegExp(`^(?:${piece})$`, anyCase ? 'siu' : 'su');
  const bits = SAMPLE.map((character) => (pattern.test(character) ? '1' : '0'));
  const charset = BigInt(`0b${bits.join('')}`);
  known.set(key, charset);
  return charset;
}

export const union = (a: Charset, b: Charset): Charset => a | b;

export const overlap = (a: Charset, b: Charset): boolean => (a & b) !== NOTHING;
