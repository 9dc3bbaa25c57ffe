/**
 * `npm run bench:retrieval [-- FOLDER]`: accuracy at 10 of topic search on labelled conversations, beside BM25,
 * embeddings alone, embeddings with an offset for each kind of text, and BM25 fused with embeddings, in one run: over
 * the invented conversations of `samples/`, and over FOLDER (or `KEYLINE_DEV_DATA`), which holds `counselchat-dev.jsonl` and
 * `topics.json`. Each is read into a database that is deleted at the end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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
import { PhraseVectors } from '../src/topics/phrase.vectors.js';
import { TopicSearchService } from '../src/topics/topic.search.service.js';
import { TopicsModule } from '../src/topics/topics.module.js';
import { Bm25 } from './bm25.js';
import { folderSet, type RetrievalSet, samplesSet } from './retrieval.sets.js';

const MOST = 10;
/** Reciprocal rank fusion's constant (Cormack, Clarke and Büttcher 2009). */
const FUSION = 60;
const POLL_MS = 500;

type Ranking = (topic: string) => Promise<string[]>;

const folder = process.argv[2] ?? process.env['KEYLINE_DEV_DATA'];
for (const set of [samplesSet(), ...(folder ? [folderSet(folder)] : [])]) await measure(set);

async function measure(set: RetrievalSet): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'keyline-bench-'));
  const settings = processSettings({ DATA_DIR: data, DATABASE_URL: '', REDIS_URL: '', LOG_LEVEL: 'error' });
  try {
    await withModules(
      settings,
      [DatabaseModule, ConversationsModule, PipelineModule, TopicsModule],
      async (app) => {
        await app.get(IngestionService).ingest(set.lines);
        await app.get(WorkerService).start();
        while ((await app.get(WorkStore).progress()).pending > 0) await wait(POLL_MS);
        const embedder = app.get<Embedder>(EMBEDDER, { strict: false });
        await report(set, app.get(TopicSearchService), embedder, app.get(PhraseVectors, { strict: false }));
      },
    );
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function report(
  { name, conversations, queries }: RetrievalSet,
  search: TopicSearchService,
  embedder: Embedder,
  phraseVectors: PhraseVectors,
): Promise<void> {
  const bm25 = new Bm25(conversations.map(({ text }) => text));
  const vectors = await embedder.embed(conversations.map(({ text }) => text));
  const meanings = await phraseVectors.meanings();
  const offset = vectors.map(meanings.ofUtterance);
  const ranked = (scores: readonly number[], least = -Infinity) =>
    conversations
      .map(({ id }, index) => ({ id, score: scores[index]! }))
      .filter(({ score }) => score > least)
      .toSorted((a, b) => b.score - a.score)
      .map(({ id }) => id);
  const byMeaning: Ranking = async (topic) => {
    const [vector] = await embedder.embed([topic]);
    return ranked(vectors.map((own) => dot(own, vector!)));
  };
  const rankings: Record<string, Ranking> = {
    keyline: async (topic) => (await search.search({ topic, first: MOST })).hits.map(({ id }) => id),
    bm25: (topic) => Promise.resolve(ranked(bm25.scores(topic), 0)),
    embeddings: byMeaning,
    offsets: async (topic) => {
      const [vector] = await embedder.embed([topic]);
      const phrase = meanings.ofPhrase(vector!);
      return ranked(offset.map((own) => dot(own, phrase)));
    },
    fusion: async (topic) => fused([ranked(bm25.scores(topic), 0), await byMeaning(topic)]),
  };
  const names = Object.keys(rankings);
  const line = (head: string, cells: readonly string[]) =>
    process.stdout.write(`${head.padEnd(44)}${cells.map((cell) => cell.padStart(11)).join('')}\n`);
  const groups = [...new Set(queries.map(({ group }) => group))];
  process.stdout.write(
    `${name}: ${conversations.length} conversations, ${queries.length} topics in ${groups.length} groups, accuracy at ${MOST}\n`,
  );
  line('', names);
  const sums = names.map(() => 0);
  for (const group of groups) {
    const own = queries.filter((query) => query.group === group);
    const row = [];
    for (const [index, ranking] of Object.values(rankings).entries()) {
      let sum = 0;
      for (const { topic, relevant } of own) sum += accuracyOf(await ranking(topic), relevant);
      sums[index]! += sum;
      row.push((sum / own.length).toFixed(2));
    }
    line(group, row);
  }
  line(
    'mean over topics',
    sums.map((sum) => (sum / queries.length).toFixed(3)),
  );
}

/** The share of the first k that are relevant; k is 10, or as many as there are. */
function accuracyOf(ids: readonly string[], relevant: ReadonlySet<string>): number {
  const k = Math.min(MOST, relevant.size);
  return ids.slice(0, k).filter((id) => relevant.has(id)).length / k;
}

function fused(lists: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>();
  for (const list of lists)
    list.forEach((id, rank) => scores.set(id, (scores.get(id) ?? 0) + 1 / (FUSION + rank + 1)));
  return [...scores].toSorted((a, b) => b[1] - a[1]).map(([id]) => id);
}
