/**
 * Turns texts into vectors whose dot product says how near they are in meaning. `EMBEDDINGS_BASE_URL` picks
 * the adapter: the bundled English model where it is absent, an OpenAI-compatible endpoint where it is set.
 *
 * Promises: one unit-length vector of `dimensions` numbers for each text, in the order given; the same text
 * always gets the same vector; `id` changes whenever vectors would, so that stored ones can be told apart.
 */
export interface Embedder {
  readonly id: string;
  readonly dimensions: number;
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /** Ends its threads or connections. */
  close(): Promise<void>;
}

/** Injection token of the embedder. */
export const EMBEDDER = Symbol('EMBEDDER');
