import type { INestApplicationContext, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { BackfillModule } from '../../src/backfill/backfill.module.js';
import { BackfillStore } from '../../src/backfill/backfill.store.js';
import { type Advance, CollectionService } from '../../src/backfill/collection.service.js';
import { SubmissionService } from '../../src/backfill/submission.service.js';
import { rootModule } from '../../src/commands/application.js';
import { ConversationsModule } from '../../src/conversations/conversations.module.js';
import { IngestionService } from '../../src/conversations/ingestion.service.js';
import { DatabaseModule } from '../../src/database/database.module.js';
import { AnalysisStore } from '../../src/pipeline/analysis.store.js';
import { type BatchAnswer, BatchEndpoint, type BatchLine } from './batch.endpoint.js';
import { incoming } from './conversations.js';
import { folderWithDatabase } from './database.js';
import { byRequest, LlmServer } from './llm.server.js';
import { type TestFolder, testSettings } from './settings.js';

export const secret = 'quetzal';
const said = (id: string) =>
  `my dad fights with me every single night since we moved here and i cant sleep at all, about the ${secret} of ${id}`;
const talk = (id: string) => incoming(id, ['t: hi', 'r: Hello, what is up?', `t: ${said(id)}`]);

/** Right answers to each question about one of the conversations above. */
const answers: Readonly<Record<string, (data: string) => unknown>> = {
  classify: () => ({
    labels: [{ id: 'relationship.family', score: 0.9, quotes: ['my dad fights with me'] }],
  }),
  keyphrases: () => ({
    keyphrases: [
      ['nightly fights with dad', 'my dad fights with me every single night'],
      ['strain after moving', 'since we moved here'],
      ['trouble sleeping', 'i cant sleep at all'],
    ].map(([text, quote]) => ({ text, canonical: text, quotes: [quote] })),
  }),
  summary: () => ({ sentences: [{ text: 'They fight with their dad.', quotes: ['my dad fights with me'] }] }),
  trial: () => ({ ok: true }),
};
const nameOf = ({ body }: BatchLine) => body.response_format.json_schema.name;
export const dataOf = ({ body }: BatchLine) => body.messages[1]!.content;
export const right = (line: BatchLine): BatchAnswer => ({ value: answers[nameOf(line)]!(dataOf(line)) });
/** Another answer than the right one to one question about one conversation. */
export const but =
  (id: string, name: string, answer: BatchAnswer) =>
  (line: BatchLine): BatchAnswer | undefined =>
    nameOf(line) === name && dataOf(line).includes(`of ${id}"`) ? answer : undefined;

/** What is stored of a conversation that the model has answered rightly about. */
export const good = { summary: 'They fight with their dad.', engine: 'llm', degraded: false, reason: null };

/** A process that backfills, on a database of its own and against an endpoint with a Batch API. */
export class TestBackfill {
  readonly endpoint = new BatchEndpoint();
  private app: INestApplicationContext | null = null;

  private constructor(
    readonly folder: TestFolder,
    readonly server: LlmServer,
  ) {
    server.batches = this.endpoint;
    this.answerAtOnce();
  }

  static async start(): Promise<TestBackfill> {
    return new TestBackfill(await folderWithDatabase(), await LlmServer.start());
  }

  /** Has the endpoint answer rightly what it is asked at once. */
  answerAtOnce(): void {
    this.server.answer(
      byRequest(({ response_format: format }) => answers[format?.json_schema?.name ?? '']?.('')),
    );
  }

  get environment() {
    return { ENGINE: 'llm', LLM_BASE_URL: this.server.url, LLM_MODEL: 'asked-for' };
  }

  async boot(more: Record<string, string> = {}): Promise<void> {
    const settings = testSettings(this.folder, { ...this.environment, ...more });
    const module = await Test.createTestingModule({
      imports: [rootModule(settings, [DatabaseModule, ConversationsModule, BackfillModule])],
    }).compile();
    this.app = await module.init();
    await this.app.get(AnalysisStore).recordTaxonomy();
  }

  async shut(): Promise<void> {
    await this.app?.close();
    this.app = null;
  }

  async close(): Promise<void> {
    await this.shut();
    await this.server.stop();
    this.folder.remove();
  }

  get store(): BackfillStore {
    return this.app!.get(BackfillStore);
  }

  get<T>(service: Type<T>): T {
    return this.app!.get(service);
  }

  query<T>(sql: string): Promise<T[]> {
    return this.app!.get(DataSource).query(sql);
  }

  submit(limit?: number) {
    return this.app!.get(SubmissionService).submit(limit);
  }

  async advance(): Promise<Advance[]> {
    const done: Advance[] = [];
    for (const batch of await this.store.batches())
      done.push(await this.app!.get(CollectionService).advance(batch));
    return done;
  }

  /** Has every process that holds a batch stand still for longer than its hold lasts. */
  async standStill(): Promise<void> {
    await this.query('UPDATE llm_batch SET due_at = now()');
  }

  /**
   * Has whoever calls a method of a service for the given time die before it, as far as anybody else can tell; all
   * others find the method as it was.
   * @returns when that has happened, and what ends the remains, once the test is done
   */
  dieBefore<T>(service: Type<T>, method: keyof T, time = 1): { died: Promise<void>; bury: () => void } {
    const instance = this.get(service);
    const original = instance[method] as (...given: unknown[]) => unknown;
    let [calls, bury] = [0, () => {}];
    const died = new Promise<void>((resolve) => {
      instance[method] = ((...given: unknown[]) => {
        if ((calls += 1) < time) return original.apply(instance, given);
        instance[method] = original as T[keyof T];
        resolve();
        return new Promise((_, reject) => (bury = () => reject(new Error('dead'))));
      }) as T[keyof T];
    });
    return { died, bury: () => bury() };
  }

  /** Forgets all conversations, batches and calls, here and at the endpoint. */
  async empty(): Promise<void> {
    for (const table of ['llm_batch', 'conversation', 'llm_call', 'llm_day'])
      await this.query(`DELETE FROM ${table}`);
    this.endpoint.files.clear();
    this.endpoint.batches.length = 0;
    this.endpoint.lines.length = 0;
    this.endpoint.onAsked = null;
    this.answerAtOnce();
  }

  /** Stores conversations that were analysed before anybody recorded by what. */
  async stored(...ids: string[]): Promise<void> {
    await this.app!.get(IngestionService).ingest(ids.map(talk));
    await this.query(`UPDATE conversation SET status = 'ready', summary = 'old'`);
  }

  results() {
    return this.query<{
      id: string;
      summary: string;
      engine: string;
      degraded: boolean;
      reason: string | null;
    }>(
      `SELECT id, summary, provenance ->> 'engine' AS engine, (provenance ->> 'degraded')::boolean AS degraded,
              provenance ->> 'reason' AS reason FROM conversation ORDER BY id`,
    );
  }

  /** What is still kept of batches, here and at the endpoint. */
  async left() {
    return {
      batches: await this.query('SELECT * FROM llm_batch'),
      conversations: await this.query('SELECT * FROM llm_batch_conversation'),
      files: [...this.endpoint.files.keys()],
    };
  }

  /** Tokens used and set aside, over all days. */
  async used(): Promise<number> {
    const [row] = await this.query<{ used: number }>(
      'SELECT coalesce(sum(prompt_tokens + completion_tokens), 0)::int AS used FROM llm_day',
    );
    return row!.used;
  }
}

/** What the endpoint was asked at once, by the names of the questions. */
export const askedAtOnce = (server: LlmServer) =>
  server.asked.map(({ response_format: format }) => format?.json_schema?.name).toSorted();
