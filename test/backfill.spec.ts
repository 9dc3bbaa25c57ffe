import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { NoBatchesError } from '../src/llm/openai/openai.batches.js';
import { askedAtOnce, but, dataOf, good, right, secret, TestBackfill } from './support/backfill.js';
import { refusing } from './support/batch.endpoint.js';
import { runCli } from './support/cli.js';

/** A prompt, whatever its present version. */
const version = (prompt: string) => expect.stringMatching(new RegExp(`^${prompt}@\\d+$`));

describe('a backfill by the Batch API', () => {
  let backfill: TestBackfill;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    backfill = await TestBackfill.start();
  });
  afterEach(() => backfill.close());

  it('asks in one batch what the analysis asks, and stores what it answers as the analysis does', async () => {
    await backfill.boot();
    await backfill.stored('a', 'b');
    expect(await backfill.submit()).toEqual({
      batches: 1,
      conversations: 2,
      requests: 6,
      unasked: 0,
      failed: 0,
      overBudget: false,
    });
    expect(await backfill.advance()).toMatchObject([{ state: 'waiting', requests: 6, done: 0 }]);
    expect(await backfill.results()).toMatchObject([{ summary: 'old' }, { summary: 'old' }]);
    expect(await backfill.submit()).toMatchObject({ batches: 0 });
    backfill.endpoint.end(right);
    expect(await backfill.advance()).toMatchObject([
      { state: 'collected', ended: 'completed', stored: 2, left: {} },
    ]);
    expect(await backfill.results()).toEqual([
      { id: 'a', ...good },
      { id: 'b', ...good },
    ]);
    // Nobody was asked at once, and nothing lies about.
    expect(askedAtOnce(backfill.server)).toEqual(['trial']);
    expect(await backfill.left()).toEqual({ batches: [], conversations: [], files: [] });
    expect(await backfill.submit()).toMatchObject({ batches: 0, conversations: 0 });
  });

  it('keeps nothing of what is asked or answered but results', async () => {
    await backfill.boot();
    await backfill.stored('a');
    await backfill.submit();
    const rows = await backfill.query(
      'SELECT to_jsonb(b) AS row FROM llm_batch b UNION ALL SELECT to_jsonb(c) FROM llm_batch_conversation c',
    );
    expect(JSON.stringify(rows)).toContain('"a"');
    expect(JSON.stringify(rows)).not.toMatch(/quetzal|fight|dad/);
    expect(JSON.stringify(backfill.endpoint.lines)).toContain(secret);
    expect(backfill.endpoint.lines.every(({ custom_id }) => /^\w+@\d+:[\w-]{43}$/.test(custom_id))).toBe(
      true,
    );
  });

  it('pays once where it was cut off before it knew that the endpoint has the batch', async () => {
    await backfill.boot();
    await backfill.stored('a');
    backfill.endpoint.onTaken = (response) => response.destroy();
    await expect(backfill.submit()).rejects.toMatchObject({ code: 'unreachable' });
    await backfill.shut();
    backfill.endpoint.onTaken = null;
    backfill.endpoint.end(right);
    await backfill.boot();
    expect(await backfill.advance()).toMatchObject([{ state: 'collected', stored: 1 }]);
    expect(await backfill.submit()).toMatchObject({ batches: 0 });
    expect(backfill.endpoint.batches).toHaveLength(1);
    expect(await backfill.results()).toEqual([{ id: 'a', ...good }]);
  });

  it('asks at once what the batch answered badly or not, and takes a refusal for an answer', async () => {
    await backfill.boot();
    await backfill.stored('a', 'b', 'c');
    await backfill.submit();
    const badly = [
      but('a', 'keyphrases', { content: '{"keyphrases":[' }),
      but('b', 'summary', { status: 429 }),
      but('c', 'summary', { status: 400 }),
    ];
    backfill.endpoint.end((line) => badly.map((bad) => bad(line)).find(Boolean) ?? right(line));
    backfill.server.asked.length = 0;
    expect(await backfill.advance()).toMatchObject([{ state: 'collected', stored: 3, left: {} }]);
    const [a, b, c] = await backfill.results();
    expect([a, b]).toMatchObject([good, good]);
    expect(c).toMatchObject({ degraded: true, reason: 'bad_request' });
    expect(askedAtOnce(backfill.server)).toEqual(['keyphrases', 'summary']);
    // The same request would be refused again.
    expect(await backfill.submit()).toMatchObject({ batches: 0 });
  });

  it('leaves a conversation whose time ran out as it is, and asks about it again in the next run', async () => {
    await backfill.boot();
    await backfill.stored('a', 'b');
    await backfill.submit();
    backfill.endpoint.end((line) => (dataOf(line).includes('of b"') ? 'expired' : right(line)), 'expired');
    expect(await backfill.advance()).toMatchObject([
      { state: 'collected', ended: 'expired', stored: 1, left: { unanswered: 1 } },
    ]);
    expect(await backfill.results()).toMatchObject([good, { id: 'b', summary: 'old' }]);
    expect(await backfill.submit()).toMatchObject({ batches: 1, conversations: 1, requests: 3 });
    expect(dataOf(backfill.endpoint.lines.at(-1)!)).toContain('of b"');
  });

  it('does not ask about a conversation at full price because it has changed since', async () => {
    await backfill.boot();
    await backfill.stored('a');
    await backfill.submit();
    await backfill.query(`UPDATE message SET text = text || ' again' WHERE sender = 'texter'`);
    backfill.endpoint.end(right);
    backfill.server.asked.length = 0;
    expect(await backfill.advance()).toMatchObject([{ stored: 0, left: { unanswered: 1 } }]);
    expect(backfill.server.asked).toEqual([]);
  });

  it('says by a short name why a batch was refused, never by the endpoint’s own words', async () => {
    await backfill.boot({ LLM_DAILY_TOKENS: '1000000' });
    await backfill.stored('a');
    await backfill.submit();
    backfill.endpoint.refuse('token_limit_exceeded');
    const advanced = await backfill.advance();
    expect(advanced).toMatchObject([
      { ended: 'failed', codes: ['token_limit_exceeded'], stored: 0, left: { batch_failed: 1 } },
    ]);
    expect(JSON.stringify(advanced)).not.toContain('private words');
    await backfill.shut();
    await backfill.boot();
    expect(await backfill.query(`SELECT 1 FROM llm_call WHERE prompt <> 'trial'`)).toEqual([]);
    // The trials of the two starts, and what the second process has set aside after its own.
    expect(await backfill.used()).toBeLessThan(16 * 400);
    expect(await backfill.left()).toEqual({ batches: [], conversations: [], files: [] });
  });

  it('names an endpoint without a Batch API, says what to do instead, and leaves nothing behind', async () => {
    backfill.server.batches = null;
    await backfill.boot();
    await backfill.stored('a');
    await expect(backfill.submit()).rejects.toThrow(NoBatchesError);
    await expect(backfill.submit()).rejects.toThrow(/^LLM_BASE_URL: .*keyline reindex --stale/);
    expect(await backfill.left()).toEqual({ batches: [], conversations: [], files: [] });
  });

  it('submits what the budget of the day holds, and writes down what was used once', async () => {
    await backfill.boot();
    await backfill.stored('a', 'b', 'c');
    await backfill.submit(1);
    const [{ tokens }] = (await backfill.query<{ tokens: number }>(
      'SELECT (prompt_tokens + completion_tokens)::int AS tokens FROM llm_batch',
    )) as [{ tokens: number }];
    await backfill.shut();
    await backfill.boot();
    const used = await backfill.used();
    await backfill.shut();
    // For the trial of the next start and one conversation, not two.
    await backfill.boot({ LLM_DAILY_TOKENS: String(used + 400 + Math.round(1.5 * tokens)) });
    expect(await backfill.submit()).toMatchObject({ batches: 1, conversations: 1, overBudget: true });
    backfill.endpoint.end(right);
    // The process fails in the middle of collecting.
    backfill.store.drop = () => Promise.reject(new Error('crash'));
    await expect(backfill.advance()).rejects.toThrow('crash');
    await backfill.shut();
    await backfill.boot();
    expect((await backfill.advance()).every(({ state }) => state === 'collected')).toBe(true);
    const calls = await backfill.query(
      `SELECT prompt, model, count(*)::int AS calls, sum(prompt_tokens)::int AS tokens, max(latency_ms) AS ms
       FROM llm_call WHERE model LIKE '%batch%' GROUP BY 1, 2 ORDER BY 1`,
    );
    const model = 'asked-for (batch)';
    expect(calls).toEqual([
      { prompt: version('classify'), model, calls: 2, tokens: 140, ms: 60_000 },
      { prompt: version('keyphrases'), model, calls: 2, tokens: 140, ms: 60_000 },
      { prompt: version('summary'), model, calls: 2, tokens: 140, ms: 60_000 },
    ]);
    expect((await backfill.results()).map(({ summary }) => summary).toSorted()).toEqual([
      'They fight with their dad.',
      'They fight with their dad.',
      'old',
    ]);
  });

  it('is one command that goes on where it stopped', async () => {
    await backfill.boot();
    await backfill.stored('a', 'b');
    await backfill.shut();
    const run = async (...args: string[]) => {
      const { status, stdout, stderr } = await runCli(['backfill', ...args], {
        ...backfill.environment,
        DATA_DIR: backfill.folder.path,
      });
      return { status, stderr, printed: JSON.parse(stdout) as unknown };
    };
    const batch = { batches: 1, conversations: 1 };
    const waiting = { state: 'waiting', requests: 3, done: 0 };
    expect(await run('--no-wait', '--limit', '1')).toMatchObject({
      status: 0,
      stderr: '',
      printed: { submitted: batch, stored: 0, failed: 0, waiting: [waiting] },
    });
    // One batch that fails keeps no other from being collected.
    backfill.endpoint.end(right);
    backfill.endpoint.onAsked = refusing(/^GET .*batch_2$/, 400);
    expect(await run('--no-wait')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Batch \S+ is not collected, and kept: .* \(status 400\)\n$/),
      printed: { submitted: batch, stored: 0, failed: 1, waiting: [waiting] },
    });
    backfill.endpoint.onAsked = null;
    const last = run();
    while (!backfill.server.asked.some((_, index) => index === 3)) await wait(20);
    backfill.endpoint.end(right);
    expect(await last).toMatchObject({
      status: 0,
      stderr: '',
      printed: { submitted: { batches: 0 }, stored: 2, left: {}, failed: 0, waiting: [] },
    });
    await backfill.boot();
    expect(await backfill.results()).toEqual([
      { id: 'a', ...good },
      { id: 'b', ...good },
    ]);
  });
});
