/**
 * `npm run bench:llm`: what Keyline adds of its own to a request for a model's answer, and how busy it keeps an endpoint
 * with 16 slots. The endpoint is a process of its own that answers after a set time; the ledger is the embedded
 * database, as on one machine. Requests through the whole client (cache, limits, breaker, retries, ledger) take turns
 * with bare ones of the same body by `fetch`, so that the machine's other work weighs on both alike;
 * on a busy machine the processor time, of all threads with the database's, says more than the clock.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readSettings } from '../src/config/settings.js';
import { Database } from '../src/database/database.service.js';
import { DatabaseLedger } from '../src/llm/ledger/database.ledger.js';
import { connectLlm } from '../src/llm/llm.connection.js';
import type { LlmClient } from '../src/llm/llm.types.js';

const SLOTS = 16;
/** Conversations at work, as a worker with LLM_CONCURRENCY=16 has. */
const CONVERSATIONS = SLOTS + 6;
const PAIRS = 400;
const REQUESTS = 800;
/** Milliseconds that the endpoint takes for an answer: a fast one, and a quick model's. */
const FAST = 20;
const SERVICE = 300;
const schema = z.object({ labels: z.array(z.string()) });
const system = 'rules '.repeat(2_000);
const words = 'i cant sleep and my dad shouts all night '.repeat(100);

let asked = 0;
/** Data that no earlier request had: the cache must not answer. */
const dataOf = (after: number) => JSON.stringify({ after, n: asked++, words });

if (process.send) serve();
else await measure();

/** The endpoint: answers each request after the milliseconds that its data names, and tells how busy its slots were. */
function serve(): void {
  let [busy, first, last] = [0, 0, 0];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const began = performance.now();
      first ||= began;
      const { messages } = JSON.parse(Buffer.concat(chunks).toString()) as {
        messages: { content: string }[];
      };
      const { after } = JSON.parse(messages[1]!.content) as { after: number };
      setTimeout(() => {
        last = performance.now();
        busy += last - began;
        const message = { role: 'assistant', content: '{"labels":[]}' };
        response.writeHead(200, { 'content-type': 'application/json' }).end(
          JSON.stringify({
            model: 'bench',
            choices: [{ index: 0, finish_reason: 'stop', message }],
            usage: { prompt_tokens: 100, completion_tokens: 5 },
          }),
        );
      }, after);
    });
  });
  process.on('message', () => {
    process.send?.({ share: busy / (SLOTS * (last - first)) });
    [busy, first, last] = [0, 0, 0];
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}

async function measure(): Promise<void> {
  process.stdout.write(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}; Node ${process.version}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'keyline-bench-'));
  const endpoint = fork(fileURLToPath(import.meta.url));
  const [{ port }] = (await once(endpoint, 'message')) as [{ port: number }];
  const database = await Database.open(readSettings({ DATA_DIR: folder }));
  const baseUrl = `http://127.0.0.1:${port}`;
  const ledger = new DatabaseLedger(database.source, { tokens: 1e12, cost: null, prices: null });
  const client = await connectLlm(
    { baseUrl, apiKey: 'none', model: 'bench' },
    { ledger, concurrency: SLOTS },
  );
  const told = async () => {
    const answer = once(endpoint, 'message');
    endpoint.send('busy?');
    return ((await answer) as [{ share: number }])[0].share;
  };
  try {
    await added(client, baseUrl);
    await told();
    await busy(client);
    process.stdout.write(`${SLOTS} slots busy: ${(100 * (await told())).toFixed(1)} %\n`);
  } finally {
    endpoint.kill();
    await ledger.beforeApplicationShutdown();
    await database.onApplicationShutdown();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function added(client: LlmClient, baseUrl: string): Promise<void> {
  const bodies: string[] = [];
  const whole: number[] = [];
  const bare: number[] = [];
  const wholeCpu: number[] = [];
  const bareCpu: number[] = [];
  const ask = () => client.complete({ system, user: dataOf(FAST), schema, name: 'bench', prompt: 'bench@1' });
  const fetchBare = async () => {
    const messages = [
      { role: 'system', content: system },
      { role: 'user', content: dataOf(FAST) },
    ];
    const response = await fetch(`${baseUrl}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'bench', temperature: 0, messages }),
    });
    bodies[0] = await response.text();
  };
  for (let pair = 0; pair < PAIRS + 20; pair += 1)
    for (const [take, times, cpu] of [
      [ask, whole, wholeCpu],
      [fetchBare, bare, bareCpu],
    ] as const) {
      const [began, before] = [performance.now(), process.cpuUsage()];
      await take();
      const { user, system: kernel } = process.cpuUsage(before);
      // The first ones warm both up.
      if (pair < 20) continue;
      times.push(performance.now() - began);
      cpu.push((user + kernel) / 1000);
    }
  const row = (name: string, times: readonly number[]) =>
    `${name.padEnd(22)} ${[0.5, 0.95].map((share) => quantile(times, share).toFixed(2).padStart(8)).join(' ')}\n`;
  process.stdout.write(`${PAIRS} requests each, ms      half     95 %\n`);
  process.stdout.write(row('by fetch alone', bare) + row('by Keyline', whole));
  const own = whole.map((time, pair) => time - bare[pair]!);
  const ownCpu = wholeCpu.map((time, pair) => time - bareCpu[pair]!);
  process.stdout.write(row('added, pair by pair', own) + row('of it processor time', ownCpu));
}

/** Asks as conversations do: each waits for its answer before it asks again. */
async function busy(client: LlmClient): Promise<void> {
  let left = REQUESTS;
  const conversation = async () => {
    while (left-- > 0)
      await client.complete({ system, user: dataOf(SERVICE), schema, name: 'bench', prompt: 'bench@1' });
  };
  await Promise.all(Array.from({ length: CONVERSATIONS }, conversation));
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
