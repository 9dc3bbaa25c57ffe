import { Logger } from '@nestjs/common';
import { IngestionService } from '../src/conversations/ingestion.service.js';
import { askedAtOnce, but, good, right, TestBackfill } from './support/backfill.js';
import { refusing } from './support/batch.endpoint.js';
import { incoming } from './support/conversations.js';
import { failure } from './support/llm.server.js';

/** Tokens that the endpoint counts for the three questions about one conversation. */
const TOKENS = 240;
const nothing = { batches: [], conversations: [], files: [] };

describe('a backfill that meets a fault', () => {
  let backfill: TestBackfill;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    backfill = await TestBackfill.start();
    await backfill.boot();
  });
  beforeEach(async () => {
    await backfill.query('DROP TRIGGER IF EXISTS fail ON conversation');
    await backfill.empty();
  });
  afterAll(() => backfill.close());

  /** Good results of the model's by an engine of before. */
  const storedByModel = async (...ids: string[]) => {
    await backfill.stored(...ids);
    await backfill.query(
      `UPDATE conversation SET summary = 'good', engine = 'llm older',
         provenance = '{"engine":"llm","model":"m","taxonomy":"1","prompt":"p","degraded":false}'`,
    );
  };
  const summaries = async () => (await backfill.results()).map(({ summary }) => summary);

  /** What a trigger calls so that a statement fails. */
  const failing = () =>
    backfill.query(
      `CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$`,
    );

  describe('keeps the answers that were paid for', () => {
    const paidOnce = async () => {
      expect(await backfill.results()).toMatchObject([good]);
      expect(backfill.endpoint.batches).toHaveLength(1);
      expect(await backfill.used()).toBe(TOKENS);
      expect(await backfill.left()).toEqual(nothing);
    };

    it('of a conversation whose analysis fails, for a few runs', async () => {
      await failing();
      const fail = () =>
        backfill.query(
          `CREATE TRIGGER fail BEFORE UPDATE ON conversation FOR EACH ROW EXECUTE FUNCTION fail()`,
        );
      const mend = () => backfill.query('DROP TRIGGER fail ON conversation');
      await backfill.stored('a');
      await backfill.submit();
      backfill.endpoint.end(right);
      await fail();
      const left = { state: 'collected', stored: 0, left: { analysis_failed: 1 } };
      for (let run = 1; run <= 4; run += 1) expect(await backfill.advance()).toMatchObject([left]);
      await mend();
      expect(await backfill.advance()).toMatchObject([{ stored: 1, left: {} }]);
      await paidOnce();
      // One that never comes to a result does not hold the batch for ever.
      await backfill.empty();
      await backfill.stored('a');
      await backfill.submit();
      backfill.endpoint.end(right);
      await fail();
      for (let run = 1; run <= 4; run += 1) await backfill.advance();
      expect(await backfill.advance()).toMatchObject([{ stored: 0, left: { given_up: 1 } }]);
      expect(await backfill.left()).toEqual(nothing);
      await mend();
      expect(await backfill.submit()).toMatchObject({ conversations: 1 });
    });

    it('of a conversation that a worker is at', async () => {
      await backfill.stored('a');
      await backfill.submit();
      backfill.endpoint.end(right);
      await backfill.query(`UPDATE conversation SET status = 'processing'`);
      expect(await backfill.advance()).toMatchObject([{ stored: 0, left: { at_work: 1 } }]);
      expect(await backfill.submit()).toMatchObject({ batches: 0 });
      await backfill.query(`UPDATE conversation SET status = 'ready'`);
      expect(await backfill.advance()).toMatchObject([{ stored: 1, left: {} }]);
      await paidOnce();
    });

    it.each([
      ['look', /^GET \/v1\/batches\//],
      ['file of answers', /^GET \/v1\/files\/.*content/],
    ])('where the endpoint does not know the %s, until it does', async (_, pattern) => {
      await storedByModel('a');
      await backfill.submit();
      backfill.endpoint.end(right);
      backfill.endpoint.onAsked = refusing(pattern, 404);
      for (let run = 1; run <= 2; run += 1)
        expect(await backfill.advance()).toMatchObject([{ state: 'missing', elsewhere: false }]);
      expect(await backfill.submit()).toMatchObject({ batches: 0 });
      backfill.endpoint.onAsked = null;
      expect(await backfill.advance()).toMatchObject([{ state: 'collected', stored: 1 }]);
      await paidOnce();
    });

    it('where the endpoint’s list cannot be seen after the process died before it knew of the batch', async () => {
      await backfill.stored('a');
      backfill.endpoint.onTaken = (response) => response.destroy();
      await expect(backfill.submit()).rejects.toMatchObject({ code: 'unreachable' });
      backfill.endpoint.onTaken = null;
      backfill.endpoint.end(right);
      backfill.endpoint.onAsked = refusing(/^GET \/v1\/batches/, 404);
      expect(await backfill.advance()).toMatchObject([{ state: 'missing' }]);
      backfill.endpoint.onAsked = null;
      expect(await backfill.advance()).toMatchObject([{ state: 'collected', stored: 1 }]);
      await paidOnce();
    });

    it('at another endpoint or of another model, without asking the present one for them', async () => {
      await backfill.stored('a');
      await backfill.submit();
      backfill.endpoint.end(right);
      const [{ endpoint }] = (await backfill.query<{ endpoint: string }>(
        'SELECT endpoint FROM llm_batch',
      )) as [{ endpoint: string }];
      await backfill.query(`UPDATE llm_batch SET endpoint = 'other'`);
      const asked: string[] = [];
      backfill.endpoint.onAsked = (what) => void asked.push(what);
      expect(await backfill.advance()).toMatchObject([{ state: 'missing', elsewhere: true }]);
      expect(asked).toEqual([]);
      await backfill.query(`UPDATE llm_batch SET endpoint = '${endpoint}'`);
      expect(await backfill.advance()).toMatchObject([{ state: 'collected', stored: 1 }]);
      await paidOnce();
    });
  });

  it('submits the others where the result of one cannot be written', async () => {
    await failing();
    await backfill.get(IngestionService).ingest([incoming('greeting', ['t: hi'])]);
    await backfill.stored('a');
    await backfill.query(
      `CREATE TRIGGER fail BEFORE UPDATE ON conversation FOR EACH ROW WHEN (NEW.id = 'greeting') EXECUTE FUNCTION fail()`,
    );
    expect(await backfill.submit()).toMatchObject({ conversations: 1, unasked: 0, failed: 1 });
    await backfill.query('DROP TRIGGER fail ON conversation');
  });

  it('gives a batch up that nobody has seen for two days, and asks anew', async () => {
    await storedByModel('a');
    await backfill.submit();
    const set = await backfill.used();
    backfill.endpoint.onAsked = refusing(/^GET \/v1\/batches\//, 404);
    await backfill.advance();
    await backfill.query(`UPDATE llm_batch SET missing_since = missing_since - interval '48 hours'`);
    expect(await backfill.advance()).toMatchObject([
      { state: 'collected', ended: 'gone', stored: 0, left: { batch_failed: 1 } },
    ]);
    expect(await summaries()).toEqual(['good']);
    // It may have been used.
    expect(await backfill.used()).toBe(set);
    expect(await backfill.submit()).toMatchObject({ batches: 1 });
  });

  it.each([400, 401, 404])(
    'keeps a model’s good result where every request of a batch ended in a %i, and says so',
    async (status) => {
      await storedByModel('a', 'b');
      await backfill.submit();
      backfill.endpoint.end(() => ({ status }));
      const code = { 400: 'bad_request', 401: 'unauthorised', 404: 'not_found' }[status];
      expect(await backfill.advance()).toMatchObject([
        { state: 'collected', codes: [code], stored: 0, left: { batch_failed: 2 } },
      ]);
      expect(await summaries()).toEqual(['good', 'good']);
      expect(await backfill.left()).toEqual(nothing);
      expect(askedAtOnce(backfill.server)).toEqual([]);
    },
  );

  it('keeps a model’s good result where what rests on the answers cannot be asked, and makes the new one later', async () => {
    await storedByModel('a', 'b');
    await backfill.submit();
    backfill.endpoint.end(
      (line) => but('a', 'keyphrases', { content: '{"keyphrases":[' })(line) ?? right(line),
    );
    for (const [status, code] of [
      [401, 'unauthorised'],
      [404, 'not_found'],
    ] as const) {
      backfill.server.answer(failure(status));
      expect((await backfill.advance())[0]).toMatchObject({ state: 'collected', left: { [code]: 1 } });
      expect(await summaries()).toEqual(['good', good.summary]);
    }
    expect(await backfill.submit()).toMatchObject({ batches: 0 });
    backfill.answerAtOnce();
    expect(await backfill.advance()).toMatchObject([{ stored: 1, left: {} }]);
    expect(await backfill.results()).toMatchObject([good, good]);
    expect(backfill.endpoint.lines).toHaveLength(6);
    expect(await backfill.left()).toEqual(nothing);
  });
});
