import { Piscina } from 'piscina';
import { compiled } from '../../config/paths.js';
import { batchesBySize, shorten } from './batches.js';
import type { Embedder } from '../embedder.types.js';
import { normalise } from '../vectors.js';

/**
 * UTF-16 code units per pass of the model: few texts share the cost of a pass, many that of attending to each other.
 * Measured on one core, 14 words a text: 5.0 ms for a text alone, 3.3 ms each in fives, 2.9 ms in twelves, 3.7 ms in
 * batches of 32.
 */
const BATCH = 1000;

/** The model is made for sentences; 400 code units are about 80 words. */
const LONGEST = 400;

/**
 * The English model that ships with Keyline (Universal Sentence Encoder lite, 512 dimensions, Apache-2.0), in
 * threads of its own so that the event loop stays free. They start with the first text. Reads its package's
 * files, never the network. Longer texts are cut to 400
 * code units.
 */
export class BundledEmbedder implements Embedder {
  readonly id = 'use-lite-en-0.2.0';
  readonly dimensions = 512;
  private pool: Piscina<string[], Float32Array> | undefined;

  constructor(private readonly threads = 2) {}

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    // The tokenizer yields nothing for an empty text, which the model cannot take; a lone full stop is as empty.
    const inputs = texts.map((text) => shorten(text.trim(), LONGEST) || '.');
    const vectors = new Array<Float32Array>(texts.length);
    await Promise.all(
      batchesBySize(inputs, this.batchSize(inputs)).map(async (batch) => {
        const packed = await this.threadPool().run(batch.map((position) => inputs[position]!));
        batch.forEach((position, row) => {
          vectors[position] = normalise(packed.slice(row * this.dimensions, (row + 1) * this.dimensions));
        });
      }),
    );
    return vectors;
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
    this.pool = undefined;
  }

  /** What fills half a pass goes through in one; more is shared out among the threads. */
  private batchSize(inputs: readonly string[]): number {
    const size = inputs.reduce((sum, { length }) => sum + length, 0);
    return size <= BATCH / 2 ? BATCH : Math.min(BATCH, Math.ceil(size / this.threads));
  }

  private threadPool(): Piscina<string[], Float32Array> {
    this.pool ??= new Piscina({
      filename: compiled('src/embeddings/bundled/bundled.worker.js'),
      minThreads: this.threads,
      maxThreads: this.threads,
    });
    return this.pool;
  }
}
