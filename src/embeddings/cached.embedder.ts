import type { Embedder } from './embedder.types.js';

/** 10,000 vectors of 512 numbers are 20 MB. */
const CAPACITY = 10_000;

/**
 * Remembers the vectors of the latest texts, in memory only, so that classification, keyphrases and the
 * search index can each ask for the same utterances and pay once.
 */
export class CachedEmbedder implements Embedder {
  /** In order of last use: a Map iterates in the order of insertion. */
  private readonly vectors = new Map<string, Float32Array>();

  constructor(
    private readonly inner: Embedder,
    private readonly capacity = CAPACITY,
  ) {}

  get id(): string {
    return this.inner.id;
  }

  get dimensions(): number {
    return this.inner.dimensions;
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const found = new Map<string, Float32Array>();
    const missing = new Set<string>();
    for (const text of texts) {
      const vector = this.vectors.get(text);
      if (vector) found.set(text, vector);
      else missing.add(text);
    }
    if (missing.size > 0) {
      const asked = [...missing];
      const vectors = await this.inner.embed(asked);
      asked.forEach((text, index) => found.set(text, vectors[index]!));
    }
    for (const [text, vector] of found) this.remember(text, vector);
    return texts.map((text) => found.get(text)!);
  }

  close(): Promise<void> {
    this.vectors.clear();
    return this.inner.close();
  }

  private remember(text: string, vector: Float32Array): void {
    this.vectors.delete(text);
    this.vectors.set(text, vector);
    if (this.vectors.size <= this.capacity) return;
    const [oldest] = this.vectors.keys();
    if (oldest !== undefined) this.vectors.delete(oldest);
  }
}
