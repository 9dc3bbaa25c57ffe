import { Logger } from '@nestjs/common';
import type { Transcript } from '../../src/conversations/conversation.types.js';
import { DeidentificationService } from '../../src/deidentification/deidentification.service.js';
import { BundledEmbedder } from '../../src/embeddings/bundled/bundled.embedder.js';
import { CachedEmbedder } from '../../src/embeddings/cached.embedder.js';
import { KeyphraseConstraints } from '../../src/keyphrases/keyphrase.constraints.js';
import type { KeyphraseSet } from '../../src/keyphrases/keyphrase.types.js';
import { LlmGenerator } from '../../src/keyphrases/llm.generator.js';
import type { WindowOptions } from '../../src/llm/llm.service.js';
import { llmOn } from './llm.engine.js';
import { classification, finding, taxonomy, transcript } from './llm.phrases.js';
import { LlmServer, value } from './llm.server.js';

/**
 * What the specs of the generator by a model begin with, for the inside of a `describe`: a server for each test, whose
 * model the generator asks.
 */
export function generatorOnServer() {
  const embedder = new CachedEmbedder(new BundledEmbedder(1));
  const constraints = new KeyphraseConstraints(taxonomy, embedder, new DeidentificationService());
  let server: LlmServer;
  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    server = await LlmServer.start();
  });
  afterEach(() => server.stop());
  afterAll(() => embedder.close());
  return {
    server: () => server,
    /** Lets the model answer with these phrases. */
    answer: (...keyphrases: unknown[]) => server.answer(value({ keyphrases })),
    generate: async (
      local = finding(),
      about: Transcript = transcript,
      windows?: WindowOptions,
    ): Promise<KeyphraseSet> => {
      const generator = new LlmGenerator(local, await llmOn(server, windows), taxonomy, constraints);
      return generator.generate(about, classification);
    },
  };
}

/** The phrases as conversations keep them. */
export const texts = ({ keyphrases }: KeyphraseSet): string[] => keyphrases.map(({ text }) => text);
