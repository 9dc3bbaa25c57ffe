/**
 * `npm run bench:retrieval -- FOLDER`: accuracy at 10 of topic search on labelled conversations, beside BM25,
 * embeddings alone and the two fused, in one run. FOLDER (or `KEYLINE_DEV_DATA`) holds `counselchat-dev.jsonl` and
 * `topics.json`; it is read into a database that is deleted at the end.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { withModules } from '../src/commands/application.js';
import { processSettings } from '../src/commands/process.settings.js';
import { ConversationsModule } from '../src/conversations/conversations.module.js';
import { IngestionService } from '../src/conversations/ingestion.service.js';
import { DatabaseModule } from '../src/database/database.module.js';
import { EMBEDDER, type Embedder } from '../src/embeddings/embedder.types.js';
import { dot } from '../src/embeddings/vectors.js';
import { PipelineModule } from '../src/pipeline/pipeline.module.js';
import { WorkerService } from '../src/pipeline/worker.service.js';
import { WorkStore } from '../src/pipeline/work.store.js';
import { TopicSearchService } from '../src/topics/topic.search.service.js';
import { TopicsModule } from '../src/topics/topics.module.js';
import { Bm25 } from './bm25.js';

const MOST = 10;
/** Reciprocal rank fusion's constant (Cormack, Clarke and Büttcher 2009). */
const FUSION = 60;
const POLL_MS = 500;

const postSchema = z.object({
  id: z.string(),
  topic: z.string(),
  messages: z.array(z.object({ text: z.string() })),
});
const queriesSchema = z.object({
  queries: z.array(z.object({ topic: z.string(), relevant: z.array(z.string()) })),
});

type Ranking = (topic: string) => Promise<string[]>;

const folder = process.argv[2] ?? process.env['KEYLINE_DEV_DATA'];
if (!folder) throw new Error('expected a folder with counselchat-dev.jsonl and topics.json');
const lines: unknown[] = readFileSync(join(folder, 'counselchat-dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): unknown => JSON.parse(line));
const posts = lines.map((line) => postSchema.parse(line));
const { queries } = queriesSchema.parse(JSON.parse(readFileSync(join(folder, 'topics.json'), 'utf8')));

const data = mkdtempSync(join(tmpdir(), 'keyline-bench-'));
try {
  const settings = processSettings({ DATA_DIR: data, DATABASE_URL: '', REDIS_URL: '', LOG_LEVEL: 'error' });
  await withModules(
    settings,
    [DatabaseModule, ConversationsModule, PipelineModule, TopicsModule],
    async (app) => {
      const ingestion = app.get(IngestionService);
      await ingestion.ingest(lines);
      await app.get(WorkerService).start();
      while ((await app.get(WorkStore).progress()).pending > 0) await wait(POLL_MS);
      await report(app.get(TopicSearchService), app.get<Embedder>(EMBEDDER, { strict: false }));
    },
  );
} finally {
  rmSync(data, { recursive: true, force: true });
}

async function report(search: TopicSearchService, embedder: Embedder): Promise<void> {
  const texts = posts.map(({ messages }) => messages.map(({ text }) => text).join('\n'));
  const bm25 = new Bm25(texts);
  const vectors = await embedder.embed(texts);
  const ranked = (scores: readonly number[]) =>
    posts
      .map(({ id }, index) => ({ id, score: scores[index]! }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .map(({ id }) => id);
  const byMeaning: Ranking = async (topic) => {
    const [vector] = await embedder.embed([topic]);
    return ranked(vectors.map((own) => dot(own, vector!)));
  };
  const rankings: Record<string, Ranking> = {
    keyline: async (topic) => (await search.search({ topic, first: MOST })).hits.map(({ id }) => id),
    bm25: (topic) => Promise.resolve(ranked(bm25.scores(topic))),
    embeddings: byMeaning,
    fusion: async (topic) => fused([ranked(bm25.scores(topic)), await byMeaning(topic)]),
  };
  const names = Object.keys(rankings);
  process.stdout.write(`${posts.length} conversations, ${queries.length} topics, accuracy at ${MOST}\n`);
  const sums = new Map(names.map((name) => [name, 0]));
  for (const { topic, relevant } of queries) {
    const row = [];
    for (const name of names) {
      const accuracy = accuracyOf(await rankings[name]!(topic), relevant);
      sums.set(name, sums.get(name)! + accuracy);
      row.push(accuracy.toFixed(2).padStart(11));
    }
    process.stdout.write(`${topic.padEnd(44)}${row.join('')}\n`);
  }
  const means = names.map((name) => (sums.get(name)! / queries.length).toFixed(2).padStart(11));
  process.stdout.write(`${''.padEnd(44)}${names.map((name) => name.padStart(11)).join('')}\n`);
  process.stdout.write(`${'mean'.padEnd(44)}${means.join('')}\n`);
}

/** The share of the first k that are relevant; k is 10, or as many as there are. */
function accuracyOf(ids: readonly string[], relevant: readonly string[]): number {
  const wanted = new Set(posts.filter(({ topic }) => relevant.includes(topic)).map(({ id }) => id));
  const k = Math.min(MOST, wanted.size);
  return ids.slice(0, k).filter((id) => wanted.has(id)).length / k;
}

function fused(lists: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>();
  for (const list of lists)
    list.forEach((id, rank) => scores.set(id, (scores.get(id) ?? 0) + 1 / (FUSION + rank + 1)));
  return [...scores].toSorted((a, b) => b[1] - a[1]).map(([id]) => id);
}
