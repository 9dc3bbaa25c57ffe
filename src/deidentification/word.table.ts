import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { packageRoot } from '../config/paths.js';

/** How common something is: 0 not at all, 3 very. */
export type Rank = 0 | 1 | 2 | 3;

const DIGIT_ZERO = 48;
const LINE_FEED = 10;

/** FNV-1a (Fowler, Noll and Vo), in 32 bits. */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** The lines of a packed list: a rank's digit, then the entry in ASCII (lists/README.md). */
export const unpacked = (list: string): Buffer =>
  gunzipSync(readFileSync(join(packageRoot, 'src/deidentification/lists', list)));

/**
 * Bits about words, looked up at once: a hash table with open addressing over the bytes of the packed lists. Half a
 * million strings in a Map would take ten times as long to load, and ten times the memory.
 */
export class WordTable {
  private readonly words: Uint8Array;
  private filled = 0;
  /** Where a word begins in `words`, plus one; 0 for a free slot. */
  private readonly starts: Uint32Array;
  private readonly bits: Uint16Array;
  private readonly mask: number;

  /**
   * @param lists packed lists
   * @param bitsOf what an entry of a list says, from its rank; the bits of several lists are joined
   * @param room how many words will be set one by one
   */
  constructor(lists: readonly { name: string; bitsOf: (rank: Rank) => number }[], room: number) {
    const read = lists.map(({ name, bitsOf }) => ({ bytes: unpacked(name), bitsOf }));
    const size = read.reduce((sum, { bytes }) => sum + bytes.length + 1, 0);
    // A line is some ten bytes, so that half of the slots stay free.
    const slots = 2 ** Math.ceil(Math.log2(size / 5 + 2 * room));
    this.words = new Uint8Array(size + 32 * room);
    this.starts = new Uint32Array(slots);
    this.bits = new Uint16Array(slots);
    this.mask = slots - 1;
    for (const { bytes, bitsOf } of read) this.enter(bytes, bitsOf);
  }

  /** The bits of a word; 0 where nothing is known of it. */
  get(key: string): number {
    let hash = OFFSET_BASIS;
    for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), PRIME);
    for (let slot = hash & this.mask; this.starts[slot] !== 0; slot = (slot + 1) & this.mask)
      if (this.holds(this.starts[slot]! - 1, key)) return this.bits[slot]!;
    return 0;
  }

  /** Puts bits in place of those of a word; anything but ASCII is left out, for no folded word has it. */
  set(key: string, bits: number): void {
    const bytes = Buffer.from(`0${key}\n`, 'latin1');
    const before = this.filled;
    this.words.set(bytes, before);
    const slot = this.slotOf(before + 1, before + bytes.length - 1);
    this.bits[slot] = bits;
    if (this.starts[slot] !== 0) return;
    this.starts[slot] = before + 2;
    this.filled += bytes.length;
  }

  private enter(bytes: Buffer, bitsOf: (rank: Rank) => number): void {
    const offset = this.filled;
    this.words.set(bytes, offset);
    this.filled = offset + bytes.length + 1;
    this.words[this.filled - 1] = LINE_FEED;
    for (let start = offset; start < this.filled;) {
      let end = start + 1;
      while (this.words[end] !== LINE_FEED) end += 1;
      const slot = this.slotOf(start + 1, end);
      if (this.starts[slot] === 0) this.starts[slot] = start + 2;
      this.bits[slot]! |= bitsOf((this.words[start]! - DIGIT_ZERO) as Rank);
      start = end + 1;
    }
  }

  /** The slot of the word that stands between two places, taken or free. */
  private slotOf(start: number, end: number): number {
    let hash = OFFSET_BASIS;
    for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ this.words[i]!, PRIME);
    let slot = hash & this.mask;
    while (this.starts[slot] !== 0 && !this.isSame(this.starts[slot]! - 1, start, end - start))
      slot = (slot + 1) & this.mask;
    return slot;
  }

  private isSame(place: number, other: number, length: number): boolean {
    for (let i = 0; i < length; i += 1) if (this.words[place + i] !== this.words[other + i]) return false;
    return this.words[place + length] === LINE_FEED;
  }

  private holds(place: number, key: string): boolean {
    for (let i = 0; i < key.length; i += 1) if (this.words[place + i] !== key.charCodeAt(i)) return false;
    return this.words[place + key.length] === LINE_FEED;
  }
}
