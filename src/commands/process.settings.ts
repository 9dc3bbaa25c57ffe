import { existsSync } from 'node:fs';
import { readSettings, type Settings } from '../config/settings.js';

/** The settings of this process: the environment, and what a `.env` file in the working directory adds to it. */
export function processSettings(changes: Partial<Record<keyof Settings, string>> = {}): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readSettings({ ...process.env, ...changes });
}
