import { createHash } from 'node:crypto';
import { seededRandom } from './random.js';

/** Whether a texter belongs to the held-out fifth: by a hash, so that it is the same in every run. */
export function isHeldOut(texter: string): boolean {
  return createHash('sha256').update(texter).digest().readUInt32BE(0) % 5 === 0;
}

/** A fair sample of a stream of unknown length, in bounded memory (Vitter 1985, algorithm R). */
export class Reservoir<T> {
  readonly items: T[] = [];
  private seen = 0;
  private readonly random: () => number;

  constructor(
    private readonly capacity: number,
    seed: number,
  ) {
    this.random = seededRandom(seed);
  }

  offer(item: T): void {
    this.seen++;
    if (this.items.length < this.capacity) {
      this.items.push(item);
      return;
    }
    const place = Math.floor(this.random() * this.seen);
    if (place < this.capacity) this.items[place] = item;
  }
}
