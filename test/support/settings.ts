import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/paths.js';
import { readSettings, type Settings } from '../../src/config/settings.js';

/** A data directory of a test's own. */
export interface TestFolder {
  path: string;
  remove(): void;
}

/** Exemplar vectors, which global-setup.mjs has computed; no conversation's words are among them. */
const sharedCache = join(packageRoot, 'node_modules/.cache/keyline/cache');

export function testFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'keyline-test-'));
  mkdirSync(sharedCache, { recursive: true });
  symlinkSync(sharedCache, join(path, 'cache'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Settings that take nothing from the environment, on a folder of the test's own. */
export function testSettings(folder: TestFolder, more: Record<string, string> = {}): Settings {
  return readSettings({ DATA_DIR: folder.path, LOG_LEVEL: 'error', PORT: '0', ...more });
}
