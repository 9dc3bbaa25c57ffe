import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { ConfigModule } from '../src/config/config.module.js';
import { packageRoot } from '../src/config/paths.js';
import { DatabaseModule } from '../src/database/database.module.js';
import type { DatabaseLedger } from '../src/llm/ledger/database.ledger.js';
import { LedgerModule } from '../src/llm/ledger/ledger.module.js';
import { LEDGER } from '../src/llm/ledger/ledger.types.js';
import { AnalysisModule } from '../src/pipeline/analysis.module.js';
import { AnalysisService } from '../src/pipeline/analysis.service.js';
import { TopicMatchModule } from '../src/topics/matches/topic.match.module.js';
import { TopicMatchService } from '../src/topics/matches/topic.match.service.js';
import { runCli } from './support/cli.js';
import { folderWithDatabase } from './support/database.js';
import { byRequest, failure, LlmServer } from './support/llm.server.js';
import { type TestFolder, testSettings } from './support/settings.js';
import { chat } from './support/transcripts.js';

const secret = 'quetzal';
const transcript = (more = '') =>
  chat([
    't: hi',
    'r: Hello, what brings you here tonight?',
    `t: me and my dad fight every single night about the ${secret} and i cant take it ${more}`,
  ]);
/** A right answer to each question, and an empty one. */
const answers: Readonly<Record<string, unknown>> = {
  classify: { labels: [] },
  keyphrases: { keyphrases: [] },
  summary: { sentences: [] },
  topic: { phrases: ['moving to a new school'] },
  trial: { ok: true },
};

/** A prompt, whatever its present version. */
const version = (prompt: string) => expect.stringMatching(new RegExp(`^${prompt}@\\d+$`));

describe('the budget and the ledger of ENGINE=llm', () => {
  let folder: TestFolder;
  let server: LlmServer;
  let app: TestingModule;
  let running = false;

  const environment = (more: Record<string, string> = {}) => ({
    ENGINE: 'llm',
    LLM_BASE_URL: server.url,
    LLM_MODEL: 'asked-for',
    ...more,
  });
  const boot = async (more: Record<string, string> = {}): Promise<void> => {
    const settings = testSettings(folder, environment(more));
    app = await Test.createTestingModule({
      imports: [ConfigModule.with(settings), DatabaseModule, LedgerModule, AnalysisModule, TopicMatchModule],
    }).compile();
    await app.init();
    running = true;
  };
  const shut = async (): Promise<void> => {
    if (running) await app.close();
    running = false;
  };
  /** What is written down once nothing is under way. */
  const calls = async (): Promise<{ outcome: string }[]> => {
    await app.get<DatabaseLedger>(LEDGER).beforeApplicationShutdown();
    return app
      .get(DataSource)
      .query('SELECT prompt, outcome, prompt_tokens AS tokens FROM llm_call ORDER BY id');
  };

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    folder = await folderWithDatabase();
    server = await LlmServer.start();
    server.answer(byRequest(({ response_format: format }) => answers[format?.json_schema?.name ?? '']));
  });
  afterEach(async () => {
    await shut();
    await server.stop();
    folder.remove();
  });

  it('writes every call down, and no word of the conversation', async () => {
    await boot();
    await app.get(AnalysisService).analyse(transcript());
    expect(await calls()).toEqual([
      { prompt: 'trial', outcome: 'answered', tokens: 100 },
      { prompt: version('classify'), outcome: 'answered', tokens: 100 },
      { prompt: version('keyphrases'), outcome: 'answered', tokens: 100 },
      { prompt: version('summary'), outcome: 'answered', tokens: 100 },
    ]);
    const stored: unknown = await app
      .get(DataSource)
      .query(`SELECT to_jsonb(c) AS call FROM llm_call c UNION ALL SELECT to_jsonb(d) FROM llm_day d`);
    expect(JSON.stringify(stored)).toContain('asked-for');
    expect(JSON.stringify(stored)).not.toMatch(/quetzal|fight|dad/);
  });

  it('asks once about what it has been asked before', async () => {
    await boot();
    const first = await app.get(AnalysisService).analyse(transcript());
    const asked = server.asked.length;
    const second = await app.get(AnalysisService).analyse(transcript());
    expect(server.asked).toHaveLength(asked);
    expect(second).toEqual(first);
  });

  it('leaves a conversation to the local engine when the budget of the day is spent, and says why', async () => {
    await boot({ LLM_DAILY_TOKENS: '600' });
    const { provenance, keyphrases, summary } = await app.get(AnalysisService).analyse(transcript());
    expect(server.asked).toHaveLength(1);
    expect(provenance).toMatchObject({
      engine: 'local',
      prompt: null,
      degraded: true,
      reason: 'over_budget',
    });
    expect(keyphrases.keyphrases.length).toBeGreaterThan(0);
    expect(summary.text).not.toBe('');
    expect((await calls()).map(({ outcome }) => outcome)).toEqual([
      'answered',
      'over_budget',
      'over_budget',
      'over_budget',
    ]);
  });

  it('counts what is asked for analysts too, once for each topic, and lists a topic without it when it is spent', async () => {
    await boot();
    const topic = `arguing with my dad about the ${secret}`;
    const first = await app.get(TopicMatchService).understand(topic);
    expect(first.provenance).toMatchObject({ engine: 'llm', degraded: false });
    expect(await app.get(TopicMatchService).understand(topic)).toEqual(first);
    expect(await calls()).toMatchObject([{ prompt: 'trial' }, { prompt: version('topic'), tokens: 100 }]);
    await shut();
    await boot({ LLM_DAILY_TOKENS: '480' });
    const { phrases, provenance } = await app.get(TopicMatchService).understand(topic);
    expect(phrases.length).toBeGreaterThan(0);
    expect(provenance).toMatchObject({ engine: 'local', degraded: true, reason: 'over_budget' });
  });

  it('shares the budget with a process that comes after it', async () => {
    await boot();
    await app.get(AnalysisService).analyse(transcript());
    await shut();
    await boot({ LLM_DAILY_TOKENS: '480' });
    const { provenance } = await app.get(AnalysisService).analyse(transcript('at all'));
    expect(provenance).toMatchObject({ degraded: true, reason: 'over_budget' });
  });

  it('shows the ledger to the engineer on call', async () => {
    await boot({ LLM_DAILY_TOKENS: '1000000' });
    await app.get(AnalysisService).analyse(transcript());
    server.answer(failure(401));
    await app.get(AnalysisService).analyse(transcript('now'));
    await shut();
    const settings = { DATA_DIR: folder.path, LLM_INPUT_PRICE: '1000', LLM_OUTPUT_PRICE: '2000' };
    const { status, stdout, stderr } = await runCli(['ledger', '--json'], {
      ...settings,
      LLM_DAILY_TOKENS: '5000',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { today, calls: rows } = JSON.parse(stdout);
    expect(today).toEqual({ prompt: 400, completion: 80, cost: 0.56, dailyTokens: 5000, dailyCost: null });
    expect(rows).toContainEqual(
      expect.objectContaining({
        prompt: version('classify'),
        model: 'asked-for',
        outcome: 'answered',
        calls: 1,
      }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ prompt: version('classify'), outcome: 'unauthorised', promptTokens: 0 }),
    );
    const text = await runCli(['ledger'], settings);
    expect(text.stdout).toMatch(/^day +prompt +model +outcome +calls/);
    expect(text.stderr).toMatch(/^Today, UTC: 480 tokens used or set aside, 0\.56 in money$/m);
  });

  it('estimates a run without asking anybody or storing anything', async () => {
    await boot();
    await shut();
    server.answer();
    const lines = readFileSync(join(packageRoot, 'samples/en.jsonl'), 'utf8').split('\n').slice(0, 3);
    const { status, stdout, stderr } = await runCli(
      ['estimate', '-', '--json'],
      environment({
        DATA_DIR: folder.path,
        LLM_INPUT_PRICE: '1',
        LLM_OUTPUT_PRICE: '4',
        LLM_DAILY_TOKENS: '10000',
      }),
      [...lines, '{"id":"bad"}'].join('\n'),
    );
    expect(status).toBe(3);
    const estimate = JSON.parse(stdout);
    expect(estimate).toMatchObject({ conversations: 3, requests: 9 });
    const promptNames = Object.keys(estimate.prompts);
    expect(estimate.prompts[promptNames.find((name) => name.startsWith('keyphrases@'))!]).toMatchObject({
      requests: 3,
    });
    expect(estimate.prompt).toBeGreaterThan(5_000);
    expect(estimate.cost).toBeCloseTo((estimate.prompt + 4 * estimate.completion) / 1e6);
    expect(estimate.days).toBe(Math.ceil((estimate.prompt + estimate.completion) / 10_000));
    expect(stderr).toMatch(/^line 4: /m);
    expect(server.asked).toEqual([]);
  });
});
