import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { ReadingModule } from '../classification/reading.module.js';
import { packageRoot } from '../config/paths.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { LLM, LlmService } from './llm.service.js';
import { loadPrompts } from './prompt.loader.js';
import { TranscriptPruner } from './pruning/transcript.pruner.js';

/** With `ENGINE=llm`, the model in the settings; one that does not answer, or a faulty prompt, stops the boot. */
async function connect(settings: Settings, pruner: TranscriptPruner): Promise<LlmService | null> {
  const { ENGINE, LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = settings;
  if (ENGINE !== 'llm' || !baseUrl || !model) return null;
  const { connectLlm } = await import('./llm.connection.js');
  const prompts = await loadPrompts(join(packageRoot, 'prompts'));
  return new LlmService(await connectLlm({ baseUrl, model, apiKey }), prompts, {}, pruner);
}

@Module({
  imports: [EmbeddingsModule, ReadingModule, TaxonomyModule],
  providers: [TranscriptPruner, { provide: LLM, useFactory: connect, inject: [SETTINGS, TranscriptPruner] }],
  exports: [LLM],
})
export class LlmModule {}
