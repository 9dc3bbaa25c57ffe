/** The part of texters held out for the figures: one in so many. */
const PARTS = 5;

/** How many folds the other texters fall into. */
export const FOLDS = 5;

/** Which part of the data a conversation is in: `test`, or the number of its fold. */
export type Part = 'test' | number;

/**
 * The part of a texter's conversations. All of one texter's are in the same part, and the seed alone settles which:
 * a fifth of the texters is the test, the others fall into five folds.
 * @param texter a keyed hash, 48 bits
 */
export function partOf(texter: number, seed: number): Part {
  const mixed = mix(mix(texter >>> 0, seed), Math.floor(texter / 2 ** 32));
  return mixed % PARTS === 0 ? 'test' : Math.floor(mixed / PARTS) % FOLDS;
}

/** What each of the folds is for in one round: three to fit, one to stop by, one to calibrate on. */
export function roundOf(round: number): Record<'fits' | 'stops' | 'calibrates', (part: Part) => boolean> {
  const calibration = round % FOLDS;
  const stopping = (round + 1) % FOLDS;
  return {
    fits: (part) => part !== 'test' && part !== calibration && part !== stopping,
    stops: (part) => part === stopping,
    calibrates: (part) => part === calibration,
  };
}

/** Mixes two numbers of 32 bits into one (the finalizer of MurmurHash3, public domain). */
function mix(a: number, b: number): number {
  let mixed = (a ^ Math.imul(b, 0x9e3779b1)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
