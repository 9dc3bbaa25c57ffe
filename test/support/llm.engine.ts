import { join } from 'node:path';
import { packageRoot } from '../../src/config/paths.js';
import { LlmService, type WindowOptions } from '../../src/llm/llm.service.js';
import { OpenAiClient } from '../../src/llm/openai/openai.client.js';
import { loadPrompts } from '../../src/llm/prompt.loader.js';
import { RetryingClient } from '../../src/llm/limits/retrying.client.js';
import {
  breakOff,
  content,
  failure,
  flood,
  hang,
  type LlmBehaviour,
  type LlmServer,
  page,
  reset,
  stall,
  value,
} from './llm.server.js';

/** The whole way from an engine to a local server, with the shipped prompts and short deadlines. */
export async function llmOn(server: LlmServer, windows: WindowOptions = {}): Promise<LlmService> {
  const adapter = new OpenAiClient({
    baseUrl: server.url,
    apiKey: 'sk-secret',
    model: 'test',
    deadline: 500,
  });
  const client = new RetryingClient(adapter, { attempts: 2, firstWait: 1, longestWait: 2, deadline: 600 });
  return new LlmService(client, await loadPrompts(join(packageRoot, 'prompts')), windows);
}

/** Everything that a server may do instead of giving a right answer; each leaves the work to the local engine. */
export const faults: readonly (readonly [string, (server: LlmServer) => LlmBehaviour])[] = [
  ['answers with prose', () => content('Happy to help! The texter seems sad.')],
  ['answers with half of the JSON', () => content('{"labels":[{"id":"sui')],
  [
    'answers with JSON of another shape',
    () => value({ labels: 'sad', keyphrases: 7, sentences: {}, phrases: 'rent' }),
  ],
  ['answers with nothing', () => content('')],
  ['stops at its token limit', () => content('{"lab', 'length')],
  ['declines', () => content('', 'content_filter')],
  ['gives a page', () => page()],
  ['gives a page under status 502', () => page(502)],
  ['asks to come back in 90 seconds', () => failure(429, {}, { 'retry-after': '90' })],
  ['fails with status 500', () => failure(500)],
  ['no longer takes the key', () => failure(401)],
  ['finds every message too long', () => failure(400, { code: 'context_length_exceeded' })],
  ['resets the connection', () => reset],
  ['breaks off', () => breakOff],
  ['never answers', () => hang],
  ['stops after the headers', () => stall],
  ['drips', (server) => server.drip({ labels: [], keyphrases: [], sentences: [], phrases: [] }, 20)],
  ['answers without end', () => flood],
];
