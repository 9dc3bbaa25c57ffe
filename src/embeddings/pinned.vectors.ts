import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CacheFolder } from '../config/cache.folder.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { EMBEDDER, type Embedder } from './embedder.types.js';
import type { Matrix } from './vectors.js';

/**
 * Vectors of the taxonomy's own texts (exemplars, phrases of the concept bank), kept in the cache folder. Never
 * give it texters' words: what it is given ends on disk. A file holds the numbers alone.
 */
@Injectable()
export class PinnedVectors {
  private readonly logger = new Logger(PinnedVectors.name);
  private readonly cache: CacheFolder;
  private told = false;

  constructor(
    @Inject(EMBEDDER) private readonly embedder: Embedder,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.cache = new CacheFolder(settings.DATA_DIR);
  }

  /**
   * The texts' vectors, one row each, in order.
   * @param name what the texts are, such as `exemplars`: lower-case letters
   */
  async matrix(name: string, texts: readonly string[]): Promise<Matrix> {
    const { dimensions } = this.embedder;
    const data = await this.numbers(name, texts, texts.length * dimensions, async () => {
      const packed = new Float32Array(texts.length * dimensions);
      (await this.embedder.embed(texts)).forEach((vector, row) => packed.set(vector, row * dimensions));
      return packed;
    });
    return { data, rows: texts.length, dimensions };
  }

  /**
   * Numbers computed from the taxonomy's texts, kept as their vectors are.
   * @param key everything they are computed from, beside the embedder
   */
  async numbers(
    name: string,
    key: readonly string[],
    size: number,
    compute: () => Promise<Float32Array> | Float32Array,
  ): Promise<Float32Array> {
    const { id, dimensions } = this.embedder;
    const hash = createHash('sha256')
      .update(JSON.stringify([id, dimensions, key]))
      .digest('hex');
    const cacheKey = hash.slice(0, 32);
    const bytes = await this.cache.read(name, cacheKey, '.f32');
    // A copy, because a small file's bytes may stand unaligned in a shared buffer.
    if (bytes?.byteLength === size * Float32Array.BYTES_PER_ELEMENT)
      return new Float32Array(Uint8Array.from(bytes).buffer);
    this.tell();
    const computed = await compute();
    await this.cache.write(
      name,
      cacheKey,
      '.f32',
      new Uint8Array(computed.buffer, computed.byteOffset, computed.byteLength),
    );
    return computed;
  }

  /** Whoever waits for a first start is told why, once; a warning, for commands log nothing less. */
  private tell(): void {
    if (!this.told)
      this.logger.warn(
        "The taxonomy's vectors are being computed, which takes a while on the first start alone; later ones read them from DATA_DIR",
      );
    this.told = true;
  }
}
