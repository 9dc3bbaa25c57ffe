/**
 * `npm run bench:pipeline`: conversations a second and peak memory of `keyline analyze`, at 100, 1,000 and 5,000
 * conversations of about 30 messages, each size in a process of its own so that peaks do not mix.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled } from '../src/config/paths.js';
import { conversations } from './conversations.js';
import { peakMegabytes } from './peak.memory.js';

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 1000, 5000];
const SAMPLE_EVERY_MS = 100;

const folder = mkdtempSync(join(tmpdir(), 'keyline-bench-'));
process.stdout.write(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}; Node ${process.version}\n`);
process.stdout.write(
  'conversations  messages  seconds  of which start  conversations/s  ms/conversation  peak MB\n',
);
try {
  await measure(1); // fills the cache of exemplar vectors, which only the first start computes
  for (const size of SIZES) {
    const { messages, seconds, start, peak } = await measure(size);
    const steady = seconds - start;
    const row = [size, messages, seconds.toFixed(1), start.toFixed(1), (size / steady).toFixed(1)];
    process.stdout.write(
      `${[...row, ((1000 * steady) / size).toFixed(1), Math.round(peak)].map((cell, index) => String(cell).padStart([13, 8, 7, 14, 15, 15, 7][index]!)).join('  ')}\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Measured {
  messages: number;
  seconds: number;
  /** Until the first result: loading the model, the taxonomy and the word lists. */
  start: number;
  peak: number;
}

async function measure(size: number): Promise<Measured> {
  const began = performance.now();
  const child = spawn(process.execPath, [compiled('src/cli.js'), 'analyze', '-'], {
    env: { ...process.env, DATA_DIR: folder, ENGINE: 'local', LOG_LEVEL: 'error' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let results = 0;
  let start = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    start ||= (performance.now() - began) / 1000;
    results += chunk.toString('latin1').split('\n').length - 1;
  });
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, peakMegabytes(child.pid))), SAMPLE_EVERY_MS);
  const ended = once(child, 'close');
  let messages = 0;
  for (const conversation of conversations(size)) {
    messages += conversation.messages.length;
    if (!child.stdin.write(`${JSON.stringify(conversation)}\n`)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  await ended;
  clearInterval(timer);
  if (results !== size) throw new Error(`expected ${size} results, got ${results}`);
  return { messages, seconds: (performance.now() - began) / 1000, start, peak };
}
