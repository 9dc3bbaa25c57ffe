import type { Settings } from '../../config/settings.js';
import type { Budget } from './ledger.types.js';
import type { Prices } from './tokens.js';

/** What a million tokens cost, where both prices are set. */
export function pricesOf({ LLM_INPUT_PRICE: input, LLM_OUTPUT_PRICE: output }: Settings): Prices | null {
  return input === undefined || output === undefined ? null : { input, output };
}

/** What a day may take by the settings. */
export function budgetOf(settings: Settings): Budget {
  const { LLM_DAILY_TOKENS: tokens = null, LLM_DAILY_COST: cost = null } = settings;
  return { tokens, cost, prices: pricesOf(settings) };
}
