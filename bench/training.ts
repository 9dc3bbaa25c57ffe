/**
 * `npm run bench:training`: time and peak memory of `keyline train` at 500, 2,000 and 8,000 conversations of about
 * 30 messages, and of fitting alone on 10,000, 100,000 and 700,000 rows made up by chance, each in a process of its own.
 *
 * `npm run bench:training -- FILE [SEEDS]`: what training gains on a file of labelled conversations, trained on one
 * half of its texters and measured on the other, both ways, over several splits.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled } from '../src/config/paths.js';
import { conversations } from './conversations.js';
import { peakMegabytes } from './peak.memory.js';
import { measureHalves } from './training.halves.js';

const SIZES = [500, 2_000, 8_000];
const ROWS = [10_000, 100_000, 700_000];
const SAMPLE_EVERY_MS = 100;

const [file, seeds = '5'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'keyline-bench-'));
try {
  if (file) await measureHalves(file, Number(seeds), folder);
  else await measureGrowth();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureGrowth(): Promise<void> {
  const row = (...cells: (string | number)[]) =>
    process.stdout.write(`${cells.map((cell) => String(cell).padStart(14)).join('')}\n`);
  process.stdout.write(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}; Node ${process.version}\n`);
  row('conversations', 'seconds', 'peak MB');
  for (const size of SIZES) {
    const { seconds, peak } = await run('src/cli.js', ['train', '-', '--json'], lines(size));
    row(size, seconds.toFixed(1), Math.round(peak));
  }
  row('rows to fit', 'seconds', 'peak MB', 'spool MB');
  for (const rows of ROWS) {
    const { seconds, peak, output } = await run('bench/training.fitting.js', [String(rows), folder], []);
    row(rows, seconds.toFixed(1), Math.round(peak), output.trim());
  }
}

/** Labelled conversations, each of a texter of its own. */
function* lines(size: number): Generator<string> {
  for (const conversation of conversations(size))
    yield `${JSON.stringify({ ...conversation, texterId: null })}\n`;
}

async function run(program: string, args: readonly string[], input: Iterable<string>) {
  const began = performance.now();
  const child = spawn(process.execPath, [compiled(program), ...args], {
    env: { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'error' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  let peak = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const timer = setInterval(() => (peak = Math.max(peak, peakMegabytes(child.pid))), SAMPLE_EVERY_MS);
  const ended = once(child, 'close');
  for (const line of input) if (!child.stdin.write(line)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [status] = await ended;
  clearInterval(timer);
  if (status !== 0) throw new Error(`${program} ended with status ${status}`);
  return { seconds: (performance.now() - began) / 1000, peak, output };
}
