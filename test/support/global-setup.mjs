import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/**
 * Threads load plain JavaScript, so the tests need what `npm run build` leaves in dist/. The vectors of the
 * taxonomy's exemplars are computed once for all tests; later runs find them.
 * What the test processes of one run share lies in a folder, which global-teardown.mjs takes away.
 */
export default function setup() {
  const cli = path('dist/src/cli.js');
  if (!existsSync(cli)) throw new Error('dist/ is missing: run `npm run build`, or `npm test`, which does');
  const { status } = spawnSync(process.execPath, [cli, 'analyze', '-'], {
    input: '{"id":"warm-up","startedAt":"2026-01-01T00:00:00Z","messages":[{"from":"texter","text":"hi"}]}\n',
    env: { PATH: process.env.PATH, DATA_DIR: path('node_modules/.cache/keyline') },
    stdio: ['pipe', 'ignore', 'inherit'],
    timeout: 300_000,
  });
  if (status !== 0) throw new Error('`keyline analyze` failed: run it by hand');
  process.env.KEYLINE_TEST_RUN = mkdtempSync(join(tmpdir(), 'keyline-run-'));
}
