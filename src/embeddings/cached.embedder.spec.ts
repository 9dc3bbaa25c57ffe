import { CachedEmbedder } from './cached.embedder.js';
import type { Embedder } from './embedder.types.js';

/** Counts what it is asked for; a text's vector is its length. */
class CountingEmbedder implements Embedder {
  readonly id = 'counting';
  readonly dimensions = 1;
  readonly asked: string[] = [];
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.asked.push(...texts);
    return texts.map((text) => Float32Array.of(text.length));
  }
  async close(): Promise<void> {}
}

describe('the cached embedder', () => {
  it('asks for each text once, also within a call', async () => {
    const inner = new CountingEmbedder();
    const embedder = new CachedEmbedder(inner);
    expect(await embedder.embed(['a', 'bb', 'a'])).toEqual([1, 2, 1].map((n) => Float32Array.of(n)));
    expect(await embedder.embed(['bb', 'ccc'])).toEqual([2, 3].map((n) => Float32Array.of(n)));
    expect(inner.asked).toEqual(['a', 'bb', 'ccc']);
  });

  it('forgets the text that was used longest ago', async () => {
    const inner = new CountingEmbedder();
    const embedder = new CachedEmbedder(inner, 2);
    await embedder.embed(['a', 'bb']);
    await embedder.embed(['a']);
    await embedder.embed(['ccc']);
    await embedder.embed(['a', 'bb']);
    expect(inner.asked).toEqual(['a', 'bb', 'ccc', 'bb']);
  });

  it('answers a call for more texts than it can hold', async () => {
    const embedder = new CachedEmbedder(new CountingEmbedder(), 1);
    expect(await embedder.embed(['a', 'bb', 'ccc'])).toHaveLength(3);
  });
});
