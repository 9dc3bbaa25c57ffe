import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import { ReadingModule } from '../classification/reading.module.js';
import { packageRoot } from '../config/paths.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { budgetOf } from './ledger/budget.js';
import { LEDGER, type Ledger } from './ledger/ledger.types.js';
import { LLM, LlmService } from './llm.service.js';
import type { LlmClient } from './llm.types.js';
import { MemoryLedger } from './ledger/memory.ledger.js';
import { loadPrompts } from './prompt.loader.js';
import { TranscriptPruner } from './pruning/transcript.pruner.js';

/** Injection token of a client in place of the endpoint in the settings. */
export const LLM_CLIENT = Symbol('LLM_CLIENT');

/** With `ENGINE=llm`, the model in the settings; one that does not answer, or a faulty prompt, stops the boot. */
async function connect(
  settings: Settings,
  pruner: TranscriptPruner,
  ledger?: Ledger,
  client?: LlmClient,
): Promise<LlmService | null> {
  const { ENGINE, LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = settings;
  if (ENGINE !== 'llm' || !baseUrl || !model) return null;
  const prompts = await loadPrompts(join(packageRoot, 'prompts'));
  if (client) return new LlmService(client, prompts, {}, pruner);
  const { connectLlm } = await import('./llm.connection.js');
  const connected = await connectLlm(
    { baseUrl, model, apiKey },
    {
      ledger: ledger ?? new MemoryLedger(budgetOf(settings)),
      concurrency: settings.LLM_CONCURRENCY,
      requestsPerMinute: settings.LLM_REQUESTS_PER_MINUTE,
    },
  );
  return new LlmService(connected, prompts, {}, pruner);
}

@Module({
  imports: [EmbeddingsModule, ReadingModule, TaxonomyModule],
  providers: [
    TranscriptPruner,
    {
      provide: LLM,
      useFactory: connect,
      inject: [
        SETTINGS,
        TranscriptPruner,
        { token: LEDGER, optional: true },
        { token: LLM_CLIENT, optional: true },
      ],
    },
  ],
  exports: [LLM],
})
export class LlmModule {}

/** Makes a client stand in for the endpoint in the settings, which is then not asked. */
export function insteadOfModel(client: LlmClient): DynamicModule {
  return {
    module: class InsteadOfModelModule {},
    global: true,
    providers: [{ provide: LLM_CLIENT, useValue: client }],
    exports: [LLM_CLIENT],
  };
}
