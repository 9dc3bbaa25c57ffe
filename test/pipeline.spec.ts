import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { rootModule } from '../src/commands/application.js';
import { packageRoot } from '../src/config/paths.js';
import type { Settings } from '../src/config/settings.js';
import { ConversationsModule } from '../src/conversations/conversations.module.js';
import { ConversationStore } from '../src/conversations/conversation.store.js';
import { IngestionService } from '../src/conversations/ingestion.service.js';
import { Database } from '../src/database/database.service.js';
import { DatabaseModule } from '../src/database/database.module.js';
import { AnalysisService } from '../src/pipeline/analysis.service.js';
import { PipelineModule } from '../src/pipeline/pipeline.module.js';
import { WorkerService } from '../src/pipeline/worker.service.js';
import { MAX_ATTEMPTS, WorkStore } from '../src/pipeline/work.store.js';
import { runCli, startCli } from './support/cli.js';
import { folderWithDatabase } from './support/database.js';
import { postgresDatabase, services, type PostgresDatabase } from './support/postgres.js';
import { testFolder, testSettings, type TestFolder } from './support/settings.js';

const sampleLines = readFileSync(join(packageRoot, 'samples/en.jsonl'), 'utf8').trim().split('\n');
const sample = (count: number): unknown[] => sampleLines.slice(0, count).map((line) => JSON.parse(line));

/** Between two looks at the database. */
const pause = () => wait(50);

async function start(settings: Settings, analysis?: object): Promise<INestApplicationContext> {
  const builder = Test.createTestingModule({
    imports: [rootModule(settings, [DatabaseModule, ConversationsModule, PipelineModule])],
  });
  if (analysis) builder.overrideProvider(AnalysisService).useValue(analysis);
  const application = await builder.compile();
  await application.init();
  return application;
}

/** Resolves once every stored conversation is `ready` or `failed`. */
async function settled(application: INestApplicationContext) {
  const work = application.get(WorkStore);
  for (;;) {
    const progress = await work.progress();
    if (progress.pending === 0) return progress;
    await pause();
  }
}

/** Every span of every stored label and keyphrase, with the text it points at. */
const evidenceQuery = `
  SELECT f.conversation_id, f.what, (e ->> 'start')::int AS start, (e ->> 'end')::int AS "end", m.sender, m.text
  FROM (SELECT conversation_id, label_id AS what, evidence FROM conversation_label
        UNION ALL SELECT conversation_id, text, evidence FROM keyphrase) f
  CROSS JOIN jsonb_array_elements(f.evidence) e
  LEFT JOIN message m ON m.conversation_id = f.conversation_id AND m.position = (e ->> 'message')::int`;

describe('the pipeline on the embedded database', () => {
  let folder: TestFolder;
  let settings: Settings;

  beforeEach(async () => {
    folder = await folderWithDatabase();
    settings = testSettings(folder);
  });
  afterEach(() => folder.remove());

  it('brings what was ingested to ready, every label and keyphrase with evidence in the texter’s words', async () => {
    const application = await start(settings);
    await application.get(IngestionService).ingest(sample(6));
    await application.get(WorkerService).start();
    expect(await settled(application)).toEqual({ pending: 0, ready: 6, failed: 0 });

    const database = application.get(DataSource);
    const spans: { start: number; end: number; sender: string; text: string }[] =
      await database.query(evidenceQuery);
    expect(spans.length).toBeGreaterThan(0);
    for (const { start: from, end, sender, text } of spans) {
      expect(sender).toBe('texter');
      expect(from).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(from);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    const without: unknown[] = await database.query(
      `SELECT 1 FROM conversation_label WHERE evidence = '[]' UNION ALL SELECT 1 FROM keyphrase WHERE evidence = '[]'`,
    );
    expect(without).toEqual([]);
    const [row] = await database.query(
      `SELECT provenance, embedder IS NOT NULL AS embedded FROM conversation LIMIT 1`,
    );
    expect(row).toMatchObject({
      embedded: true,
      provenance: { engine: 'local', degraded: false, taxonomy: '1.3.1' },
    });
    await application.close();
  });

  it('retries a failing analysis, then fails it with a named reason that holds no text', async () => {
    let calls = 0;
    const application = await start(settings, {
      analyse: () => {
        calls += 1;
        throw new RangeError('the secret words of a texter');
      },
    });
    await application.get(IngestionService).ingest(sample(1));
    const database = application.get(DataSource);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      // The pause after a failure has passed.
      await database.query(`UPDATE conversation SET due_at = now()`);
      await application.get(WorkerService).process('sample-001');
    }
    expect(calls).toBe(MAX_ATTEMPTS);
    const [row] = await database.query(`SELECT status, failure, attempts FROM conversation`);
    expect(row).toEqual({ status: 'failed', failure: 'RangeError', attempts: MAX_ATTEMPTS });
    await application.close();
  });

  it('lets only one of several workers have a conversation', async () => {
    let analysed = 0;
    const application = await start(settings, {
      analyse: () => {
        analysed += 1;
        return Promise.reject(new Error('enough'));
      },
    });
    await application.get(IngestionService).ingest(sample(1));
    const worker = application.get(WorkerService);
    await Promise.all([
      worker.process('sample-001'),
      worker.process('sample-001'),
      worker.process('sample-001'),
    ]);
    expect(analysed).toBe(1);
    await application.close();
  });

  it('gives up on a conversation that has killed its worker each time', async () => {
    const application = await start(settings);
    await application.get(IngestionService).ingest(sample(1));
    const database = application.get(DataSource);
    await database.query(`UPDATE conversation SET status = 'processing', attempts = $1, due_at = now()`, [
      MAX_ATTEMPTS,
    ]);
    await application.get(WorkStore).giveUp();
    const [row] = await database.query(`SELECT status, failure FROM conversation`);
    expect(row).toEqual({ status: 'failed', failure: 'worker_died' });
    await application.close();
  });

  it('loses nothing when the process is killed at work', async () => {
    const environment = { DATA_DIR: folder.path, LOG_LEVEL: 'error' };
    const input = sampleLines.slice(0, 12).join('\n');
    const stored = await runCli(['import', '-', '--no-wait'], environment, input);
    expect(JSON.parse(stored.stdout)).toEqual({ accepted: 12, unchanged: 0, refused: 0 });

    const killed = startCli(['import', '-'], environment);
    killed.stdin?.end(input);
    // The database lives in the process to be killed; this one joins it to see when it is at work.
    while (!existsSync(join(folder.path, 'lock.json'))) await pause();
    const watch = await Database.open(settings);
    const atWork = async () => {
      const [{ n }] = await watch.source.query(
        `SELECT count(*)::int AS n FROM conversation WHERE status <> 'received'`,
      );
      return n > 0;
    };
    while (!(await atWork())) await pause();
    killed.kill('SIGKILL');
    await once(killed, 'close');
    expect(watch.exclusive).toBe(false);
    await watch.onApplicationShutdown();

    const application = await start(settings);
    await application.get(WorkerService).start();
    expect(await settled(application)).toEqual({ pending: 0, ready: 12, failed: 0 });
    const [{ labelled }] = await application
      .get(DataSource)
      .query(`SELECT count(DISTINCT conversation_id)::int AS labelled FROM conversation_label`);
    expect(labelled).toBeGreaterThan(8);
    await application.close();
  });
});

const describeWithServices = services.databaseUrl && services.redisUrl ? describe : describe.skip;

describeWithServices('the pipeline on PostgreSQL and Bull', () => {
  let folder: TestFolder;
  let postgres: PostgresDatabase;
  let settings: Settings;

  beforeEach(async () => {
    folder = testFolder();
    postgres = await postgresDatabase(services.databaseUrl ?? '');
    settings = testSettings(folder, {
      DATABASE_URL: postgres.url,
      REDIS_URL: services.redisUrl ?? '',
      HASH_KEY: 'a key for this test only',
    });
  });
  afterEach(async () => {
    await postgres.drop();
    folder.remove();
  });

  it('refuses to start before the schema is migrated, and says how', async () => {
    await expect(Database.open(settings)).rejects.toThrow(/run `keyline migrate`/);
  });

  it('brings conversations to ready through jobs that carry an id and nothing else', async () => {
    await (await Database.open(settings, { migrate: true })).onApplicationShutdown();
    const application = await start(settings);
    await application.get(WorkerService).start();
    await application.get(IngestionService).ingest(sample(4));
    expect(await settled(application)).toEqual({ pending: 0, ready: 4, failed: 0 });
    expect(await application.get(ConversationStore).transcript('sample-001')).toMatchObject({
      language: 'en',
    });
    await application.close();
  });

  it('stores batches that share conversations in other orders, at the same time', async () => {
    await (await Database.open(settings, { migrate: true })).onApplicationShutdown();
    const application = await start(settings);
    const ingestion = application.get(IngestionService);
    const batch = sample(40);
    const outcomes = await Promise.all(
      [batch, batch.toReversed(), batch, batch.toReversed()].map((each) => ingestion.ingest(each)),
    );
    expect(outcomes.flat().filter(({ status }) => status === 'accepted')).toHaveLength(40);
    expect(outcomes.flat().filter(({ status }) => status === 'unchanged')).toHaveLength(120);
    await application.close();
  });

  it('sweeps up a conversation whose job was lost', async () => {
    await (await Database.open(settings, { migrate: true })).onApplicationShutdown();
    const application = await start(settings);
    // Stored but never announced, as when Redis lost the job.
    await application.get(IngestionService).ingest(sample(1));
    const database = application.get(DataSource);
    await database.query(`UPDATE conversation SET due_at = now() - interval '10 minutes'`);
    await application.get(WorkerService).start();
    expect(await settled(application)).toEqual({ pending: 0, ready: 1, failed: 0 });
    await application.close();
  });
});
