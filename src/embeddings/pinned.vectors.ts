import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { EMBEDDER, type Embedder } from './embedder.types.js';
import type { Matrix } from './vectors.js';

/**
 * Vectors of the taxonomy's own texts (exemplars, phrases of the concept bank), kept in `DATA_DIR/cache/` so
 * that only the first start pays for them. Never give it texters' words: what it is given ends on disk.
 *
 * A file holds the numbers alone, named after the hash of the embedder's id and the texts, so it can be stale
 * in no way; one file is kept for each name.
 */
@Injectable()
export class PinnedVectors {
  private readonly folder: string;

  constructor(
    @Inject(EMBEDDER) private readonly embedder: Embedder,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.folder = join(settings.DATA_DIR, 'cache');
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
    const file = `${name}-${hash.slice(0, 32)}.f32`;
    const kept = await this.read(file, size);
    if (kept) return kept;
    const computed = await compute();
    await this.write(name, file, computed);
    return computed;
  }

  private async read(file: string, size: number): Promise<Float32Array | undefined> {
    const bytes = await readFile(join(this.folder, file)).catch(() => undefined);
    if (bytes?.byteLength !== size * Float32Array.BYTES_PER_ELEMENT) return undefined;
    // A copy, because a small file's bytes may stand unaligned in a shared buffer.
    return new Float32Array(Uint8Array.from(bytes).buffer);
  }

  private async write(name: string, file: string, numbers: Float32Array): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const old of await readdir(this.folder))
      if (old.startsWith(`${name}-`) && old.endsWith('.f32'))
        await rm(join(this.folder, old), { force: true });
    // Written aside and renamed, so that a crash leaves no half file under the final name.
    const aside = join(this.folder, `${file}.${randomUUID()}`);
    await writeFile(aside, numbers);
    await rename(aside, join(this.folder, file));
  }
}
