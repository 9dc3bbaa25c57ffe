import { Global, Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { LedgerModule } from '../llm/ledger/ledger.module.js';
import { LEDGER, type Ledger } from '../llm/ledger/ledger.types.js';
import { connectLlm } from '../llm/llm.connection.js';
import { LLM_CLIENT } from '../llm/llm.module.js';
import { OpenAiBatches } from '../llm/openai/openai.batches.js';
import { OpenAiClient, type OpenAiClientOptions } from '../llm/openai/openai.client.js';
import { BatchedClient } from './batched.client.js';

/** Settings with `ENGINE=llm` hold both. */
function endpointOf({ LLM_BASE_URL, LLM_MODEL, LLM_API_KEY: apiKey }: Settings): OpenAiClientOptions {
  return { baseUrl: LLM_BASE_URL ?? '', model: LLM_MODEL ?? '', apiKey };
}

async function connect(settings: Settings, ledger: Ledger, endpoint: OpenAiClient): Promise<BatchedClient> {
  const options = endpointOf(settings);
  const live = await connectLlm(options, {
    ledger,
    endpoint,
    concurrency: settings.LLM_CONCURRENCY,
    requestsPerMinute: settings.LLM_REQUESTS_PER_MINUTE,
  });
  return new BatchedClient(live, options.model);
}

/** The model as a backfill asks it, for all modules: by batches, and at once where a batch cannot be asked. */
@Global()
@Module({
  imports: [LedgerModule],
  providers: [
    {
      provide: OpenAiClient,
      useFactory: (settings: Settings) => new OpenAiClient(endpointOf(settings)),
      inject: [SETTINGS],
    },
    {
      provide: OpenAiBatches,
      useFactory: (settings: Settings) => new OpenAiBatches(endpointOf(settings)),
      inject: [SETTINGS],
    },
    { provide: BatchedClient, useFactory: connect, inject: [SETTINGS, LEDGER, OpenAiClient] },
    { provide: LLM_CLIENT, useExisting: BatchedClient },
  ],
  exports: [OpenAiClient, OpenAiBatches, BatchedClient, LLM_CLIENT],
})
export class BatchedModelModule {}
