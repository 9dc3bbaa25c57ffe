/** One labelled conversation as training keeps it: numbers, no words. */
export interface Lesson {
  /** Tells texters apart: 48 bits of a keyed hash. */
  texter: number;
  /** The number of its survey answer; 0 where it gave none, or nothing is asked for. */
  group: number;
  /** For each label, in the taxonomy's order: whether people gave it. */
  gold: Uint8Array;
  /** Whether any of the texter's words speak for it. */
  evidence: Uint8Array;
  /** The untrained engine's score, 0..1. */
  scores: Float32Array;
  /** What the head sees, within -1..1. */
  features: Float32Array;
}

/** Lessons that can be gone through again and again. */
export interface Lessons {
  /**
   * One pass. The object that is yielded is used again for the next lesson: take from it what is needed.
   * @param wanted which lessons to yield, by texter
   * @param random settles another order; in the order of the file where absent
   */
  pass(wanted?: (texter: number) => boolean, random?: () => number): AsyncIterable<Lesson>;
}

/** Fractions are kept in 16 bits: as near as 0.00002, and half as large as in 32. */
const SCALE = 32_767;
const GOLD = 1;
const EVIDENCE = 2;
const HEAD = 4;

/** How a lesson is laid out as a row of 16-bit integers, so that every row of a spool has the same length. */
export class RowLayout {
  /** Numbers a row. */
  readonly size: number;

  constructor(
    private readonly labels: number,
    private readonly features: number,
  ) {
    this.size = HEAD + 2 * labels + features;
  }

  encode({ texter, group, gold, evidence, scores, features }: Lesson): Int16Array {
    const row = new Int16Array(this.size);
    new Uint16Array(row.buffer).set([
      texter % 2 ** 16,
      Math.floor(texter / 2 ** 16) % 2 ** 16,
      Math.floor(texter / 2 ** 32),
      group,
    ]);
    const fraction = (value: number) => Math.round(Math.max(-1, Math.min(1, value)) * SCALE);
    for (let i = 0; i < this.labels; i++) {
      row[HEAD + i] = (gold[i] ? GOLD : 0) | (evidence[i] ? EVIDENCE : 0);
      row[HEAD + this.labels + i] = fraction(scores[i]!);
    }
    for (let i = 0; i < this.features; i++) row[HEAD + 2 * this.labels + i] = fraction(features[i]!);
    return row;
  }

  /** A lesson to decode into. */
  blank(): Lesson {
    return {
      texter: 0,
      group: 0,
      gold: new Uint8Array(this.labels),
      evidence: new Uint8Array(this.labels),
      scores: new Float32Array(this.labels),
      features: new Float32Array(this.features),
    };
  }

  /** Whose the row at an offset is, without decoding the rest. */
  texterAt(rows: Int16Array, at: number): number {
    return (rows[at]! & 0xffff) + (rows[at + 1]! & 0xffff) * 2 ** 16 + (rows[at + 2]! & 0xffff) * 2 ** 32;
  }

  decode(rows: Int16Array, at: number, into: Lesson): Lesson {
    into.texter = this.texterAt(rows, at);
    into.group = rows[at + 3]! & 0xffff;
    const flags = at + HEAD;
    const scores = flags + this.labels;
    for (let i = 0; i < this.labels; i++) {
      into.gold[i] = rows[flags + i]! & GOLD;
      into.evidence[i] = (rows[flags + i]! & EVIDENCE) >> 1;
      into.scores[i] = rows[scores + i]! / SCALE;
    }
    const features = scores + this.labels;
    for (let i = 0; i < this.features; i++) into.features[i] = rows[features + i]! / SCALE;
    return into;
  }
}
