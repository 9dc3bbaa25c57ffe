import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { BundledEmbedder } from './bundled/bundled.embedder.js';
import { CachedEmbedder } from './cached.embedder.js';
import { EMBEDDER, type Embedder } from './embedder.types.js';
import { PinnedVectors } from './pinned.vectors.js';

/** The embedder that the settings pick. An endpoint that does not answer stops the boot. */
async function pickEmbedder(settings: Settings): Promise<Embedder> {
  const { EMBEDDINGS_BASE_URL: baseUrl, EMBEDDINGS_MODEL: model, LLM_API_KEY: apiKey } = settings;
  if (!baseUrl || !model) return new CachedEmbedder(new BundledEmbedder());
  const { OpenAiEmbedder } = await import('./openai.embedder.js');
  return new CachedEmbedder(await OpenAiEmbedder.connect({ baseUrl, model, apiKey }));
}

@Module({
  providers: [{ provide: EMBEDDER, useFactory: pickEmbedder, inject: [SETTINGS] }, PinnedVectors],
  exports: [EMBEDDER, PinnedVectors],
})
export class EmbeddingsModule implements OnApplicationShutdown {
  constructor(@Inject(EMBEDDER) private readonly embedder: Embedder) {}

  async onApplicationShutdown(): Promise<void> {
    await this.embedder.close();
  }
}
