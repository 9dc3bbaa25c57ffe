import { createHash, randomBytes } from 'node:crypto';
import type { Survey } from '../../conversations/conversation.entity.js';
import type { Label } from '../../taxonomy/taxonomy.types.js';
import type { Classification } from '../classification.types.js';

/** Survey answers by which figures can be told apart. */
export const GROUPINGS = ['ageGroup', 'genderIdentity', 'ethnicity'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The group of those who gave no answer. */
export const NO_ANSWER = '(no answer)';

const GIVEN = 1;
const FOUND = 2;
const TAGGED = 1;
const TOP_1 = 2;
const TOP_3 = 4;

/** Conversations that share a run of arrays; a power of two. */
const CHUNK_BITS = 12;
const CHUNK = 1 << CHUNK_BITS;

interface Chunk {
  scores: Float32Array;
  marks: Uint8Array;
  hits: Uint8Array;
  texters: Uint32Array;
  groups: Uint32Array[];
}

/**
 * What evaluation keeps of classified conversations: of each the scores, which labels were given and found, and
 * which texter it is of, as numbers. That is five bytes a label and 5 to 17 more: 200 to 212 for 39 labels, so
 * 140 to 150 MB for 700,000 conversations, and of each texter a hash of 48 bits.
 */
export class LabelRecords {
  /** Conversations that people judged. */
  size = 0;
  /** Conversations that nobody judged, which are not kept. */
  withoutGold = 0;
  /** Conversations that were given a label without the label above it. */
  withoutParent = 0;
  /** Gold ids that the taxonomy lacks. */
  readonly unknown = new Set<string>();
  private readonly indexOf: ReadonlyMap<string, number>;
  private readonly chunks: Chunk[] = [];
  private readonly texterOf = new Map<number, number>();
  private readonly salt = randomBytes(16);
  private readonly names: Map<string, number>[];

  /** @param groupings the survey answers to keep */
  constructor(
    readonly labels: readonly Label[],
    readonly groupings: readonly Grouping[] = [],
  ) {
    this.indexOf = new Map(labels.map(({ id }, index) => [id, index]));
    this.names = groupings.map(() => new Map());
  }

  /** How many texters the judged conversations are of. */
  get texters(): number {
    return this.texterOf.size;
  }

  /**
   * Keeps one conversation.
   * @param gold null where nobody judged it; ids that the taxonomy lacks are remembered by name and count for nothing
   * @param texter what tells texters apart; only a salted hash is kept, and only in memory
   */
  add(
    { scores, labels }: Pick<Classification, 'scores' | 'labels'>,
    gold: readonly string[] | null,
    texter: string,
    survey: Survey | null = null,
  ): void {
    if (!gold) {
      this.withoutGold++;
      return;
    }
    for (const id of gold) if (!this.indexOf.has(id)) this.unknown.add(id);
    const given = new Set(gold.filter((id) => this.indexOf.has(id)));
    if (this.size % CHUNK === 0) this.chunks.push(this.emptyChunk());
    const chunk = this.chunks.at(-1)!;
    const place = this.size % CHUNK;
    const start = place * this.labels.length;
    for (const { id, score } of scores) chunk.scores[start + this.indexOf.get(id)!] = score;
    for (const id of given) chunk.marks[start + this.indexOf.get(id)!]! |= GIVEN;
    for (const { id } of labels) chunk.marks[start + this.indexOf.get(id)!]! |= FOUND;
    const isHit = ({ id }: { id: string }) => given.has(id);
    chunk.hits[place] =
      (given.size > 0 ? TAGGED : 0) |
      (scores.slice(0, 1).some(isHit) ? TOP_1 : 0) |
      (scores.slice(0, 3).some(isHit) ? TOP_3 : 0);
    chunk.texters[place] = this.numberOf(texter);
    this.groupings.forEach((grouping, index) => {
      const name = survey?.[grouping]?.trim() || NO_ANSWER;
      chunk.groups[index]![place] = numbered(this.names[index]!, name);
    });
    if (this.labels.some(({ id, parent }) => parent !== null && given.has(id) && !given.has(parent)))
      this.withoutParent++;
    this.size++;
  }

  score(record: number, label: number): number {
    return this.chunk(record).scores[this.place(record) + label]!;
  }

  isGiven(record: number, label: number): boolean {
    return (this.chunk(record).marks[this.place(record) + label]! & GIVEN) !== 0;
  }

  isFound(record: number, label: number): boolean {
    return (this.chunk(record).marks[this.place(record) + label]! & FOUND) !== 0;
  }

  /** Whether the conversation has a gold label, and whether its highest label, or one of its three highest, is one. */
  hits(record: number): { tagged: boolean; top1: boolean; top3: boolean } {
    const hits = this.chunk(record).hits[record % CHUNK]!;
    return { tagged: (hits & TAGGED) !== 0, top1: (hits & TOP_1) !== 0, top3: (hits & TOP_3) !== 0 };
  }

  /** The texter's number, from 0. */
  texter(record: number): number {
    return this.chunk(record).texters[record % CHUNK]!;
  }

  /** The number of the group whose answer the texter gave, by the order of `groups`. */
  group(record: number, grouping: number): number {
    return this.chunk(record).groups[grouping]![record % CHUNK]!;
  }

  /** The answers that were given, as they stand after de-identification. */
  groups(grouping: number): string[] {
    return [...this.names[grouping]!.keys()];
  }

  private chunk(record: number): Chunk {
    return this.chunks[record >>> CHUNK_BITS]!;
  }

  private place(record: number): number {
    return (record % CHUNK) * this.labels.length;
  }

  private emptyChunk(): Chunk {
    return {
      scores: new Float32Array(CHUNK * this.labels.length),
      marks: new Uint8Array(CHUNK * this.labels.length),
      hits: new Uint8Array(CHUNK),
      texters: new Uint32Array(CHUNK),
      groups: this.groupings.map(() => new Uint32Array(CHUNK)),
    };
  }

  private numberOf(texter: string): number {
    const hash = createHash('sha256').update(this.salt).update(texter).digest().readUIntBE(0, 6);
    return numbered(this.texterOf, hash);
  }
}

/** The number that a key has, or the next one. */
function numbered<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
