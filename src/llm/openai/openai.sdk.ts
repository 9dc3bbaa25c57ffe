import OpenAI from 'openai';
import { withVersion } from './base.url.js';
import { limitedFetch } from './limited.fetch.js';

/** An endpoint that speaks OpenAI's protocol. */
export interface Endpoint {
  /** Base address, with or without its `/v1`. */
  baseUrl: string;
  apiKey: string;
}

/**
 * The `openai` client without what this project does by itself: its timeout ends with the headers, and its retries wait
 * as long as a server says.
 * @param mostBytes that are read of an answer
 */
export function openAi({ baseUrl, apiKey }: Endpoint, mostBytes: number): OpenAI {
  return new OpenAI({
    baseURL: withVersion(baseUrl),
    apiKey,
    maxRetries: 0,
    // Settings are read in one place: nothing is taken from OPENAI_* variables.
    organization: null,
    project: null,
    logLevel: 'off',
    fetch: limitedFetch(mostBytes),
  });
}
