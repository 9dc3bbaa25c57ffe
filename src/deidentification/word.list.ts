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
const unpacked = (file: string): Buffer =>
  gunzipSync(readFileSync(join(packageRoot, 'src/deidentification/lists', file)));

/**
 * A packed list for looking entries up: a hash table with open addressing over the file's own bytes. Hundreds of
 * thousands of strings in a Map would take ten times as long to load, and ten times the memory.
 */
export class WordList {
  private readonly bytes: Buffer;
  /** Where the line with the entry begins, plus one; 0 for a free slot. */
  private readonly slots: Uint32Array;
  private readonly mask: number;

  /** @param file a `.gz` of lists/ */
  constructor(file: string) {
    this.bytes = unpacked(file);
    let lines = 1;
    for (const byte of this.bytes) if (byte === LINE_FEED) lines += 1;
    this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * lines)));
    this.mask = this.slots.length - 1;
    for (let start = 0; start < this.bytes.length; start = this.insert(start));
  }

  /** The rank of an entry; undefined where the list lacks it. */
  rank(key: string): Rank | undefined {
    let hash = OFFSET_BASIS;
    for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), PRIME);
    for (let slot = hash & this.mask; this.slots[slot] !== 0; slot = (slot + 1) & this.mask) {
      const start = this.slots[slot]! - 1;
      if (this.holds(start + 1, key)) return (this.bytes[start]! - DIGIT_ZERO) as Rank;
    }
    return undefined;
  }

  /** Enters the line that begins at a place, and tells where the next one begins. */
  private insert(start: number): number {
    let hash = OFFSET_BASIS;
    let end = start + 1;
    for (; end < this.bytes.length && this.bytes[end] !== LINE_FEED; end += 1)
      hash = Math.imul(hash ^ this.bytes[end]!, PRIME);
    let slot = hash & this.mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[slot] = start + 1;
    return end + 1;
  }

  private holds(start: number, key: string): boolean {
    for (let i = 0; i < key.length; i += 1) if (this.bytes[start + i] !== key.charCodeAt(i)) return false;
    const end = start + key.length;
    return end === this.bytes.length || this.bytes[end] === LINE_FEED;
  }
}

/** All entries of a packed list, for one that is short. */
export function entriesOf(file: string): { rank: Rank; entry: string }[] {
  const lines = unpacked(file).toString('latin1').split('\n');
  return lines.map((line) => ({ rank: Number(line[0]) as Rank, entry: line.slice(1) }));
}
