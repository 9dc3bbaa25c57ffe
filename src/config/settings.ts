import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from './paths.js';

const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(?:${protocols.join('|')})$`),
    error: `expected a URL starting with ${protocols.map((name) => `${name}://`).join(' or ')}`,
  });
const wholeNumber = (minimum: number, maximum: number) =>
  z.coerce
    .number({ error: 'expected a whole number' })
    .int('expected a whole number')
    .min(minimum, `expected ${minimum} or more`)
    .max(maximum, `expected ${maximum} or less`);
const amount = z.coerce.number({ error: 'expected a number' }).min(0, 'expected 0 or more');
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `expected one of ${values.join(', ')}` });

/** Every setting, by the name of its environment variable. An empty value counts as absent. */
const settingsSchema = z
  .object({
    PORT: wholeNumber(0, 65_535).default(3000),
    DATA_DIR: z.string().default('.keyline'),
    DATABASE_URL: url('postgres', 'postgresql').optional(),
    REDIS_URL: url('redis', 'rediss').optional(),
    ENGINE: oneOf(['local', 'llm']).default('local'),
    LLM_BASE_URL: url('https?').optional(),
    LLM_API_KEY: z.string().default('none'),
    LLM_MODEL: z.string().optional(),
    LLM_PRUNE_OVER: wholeNumber(0, 10_000_000).default(9_000),
    LLM_CONCURRENCY: wholeNumber(1, 256).default(6),
    LLM_REQUESTS_PER_MINUTE: wholeNumber(1, 100_000).optional(),
    LLM_DAILY_TOKENS: wholeNumber(0, 1e12).optional(),
    LLM_DAILY_COST: amount.optional(),
    LLM_INPUT_PRICE: amount.optional(),
    LLM_OUTPUT_PRICE: amount.optional(),
    EMBEDDINGS_BASE_URL: url('https?').optional(),
    EMBEDDINGS_MODEL: z.string().optional(),
    TAXONOMY: z.string().default(join(packageRoot, 'taxonomy')),
    PRESIDIO_URL: url('http', 'https').optional(),
    DEIDENTIFICATION_FILE: z.string().optional(),
    HASH_KEY: z.string().min(16, 'expected at least 16 characters').optional(),
    MIN_GROUP_SIZE: wholeNumber(1, 1000).default(5),
    REPORT_CRON: z.string().default('0 3 * * *'),
    RETENTION_DAYS: wholeNumber(1, 36_500).optional(),
    LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error']).default('info'),
  })
  .superRefine((settings, context) => {
    const need = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    if (settings.ENGINE === 'llm') {
      if (!settings.LLM_BASE_URL) need('LLM_BASE_URL', 'required when ENGINE=llm');
      if (!settings.LLM_MODEL) need('LLM_MODEL', 'required when ENGINE=llm');
    }
    for (const price of ['LLM_INPUT_PRICE', 'LLM_OUTPUT_PRICE'] as const)
      if (settings.LLM_DAILY_COST !== undefined && settings[price] === undefined)
        need(price, 'required when LLM_DAILY_COST is set: what a million tokens cost');
    if (settings.EMBEDDINGS_BASE_URL && !settings.EMBEDDINGS_MODEL)
      need('EMBEDDINGS_MODEL', 'required when EMBEDDINGS_BASE_URL is set');
    if (settings.DATABASE_URL && !settings.HASH_KEY)
      need('HASH_KEY', 'required when DATABASE_URL is set, the same on every machine');
  });

export type Settings = Readonly<z.output<typeof settingsSchema>>;

/** Injection token of the settings. */
export const SETTINGS = Symbol('SETTINGS');

/** The settings cannot be used; the message names each setting and what is expected, never a value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads and checks all settings at once.
 * @param environment names to values, as in `process.env`
 * @throws SettingsError one line, all faulty settings by name
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = settingsSchema.safeParse(present);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new SettingsError(`Settings: ${faults.join('; ')}`);
}
