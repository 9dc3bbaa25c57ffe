import { Logger, type Type } from '@nestjs/common';
import { BackfillStore } from '../src/backfill/backfill.store.js';
import { type Batch, LostBatchError } from '../src/backfill/backfill.types.js';
import { OpenAiBatches } from '../src/llm/openai/openai.batches.js';
import { StoredAnalysisService } from '../src/pipeline/stored.analysis.service.js';
import { askedAtOnce, good, right, TestBackfill } from './support/backfill.js';

/** Tokens that the endpoint counts for the three questions about one conversation. */
const TOKENS = 240;
const nothing = { batches: [], conversations: [], files: [] };

describe('a backfill that is broken off', () => {
  let backfill: TestBackfill;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    backfill = await TestBackfill.start();
    await backfill.boot();
  });
  beforeEach(() => backfill.empty());
  afterAll(() => backfill.close());

  /** What the next runs do: the first once whoever held a batch is dead to it. */
  const goOn = async () => {
    do await backfill.standStill();
    while ((await backfill.advance()).some(({ state }) => state === 'held'));
    await backfill.submit();
    backfill.endpoint.end(right);
    await backfill.advance();
  };

  describe('a process that dies', () => {
    it.each([
      ['puts the second conversation into a batch', BackfillStore, 'add', 2],
      ['notes that the batch is about to go out', BackfillStore, 'sending', 1],
      ['uploads the file', OpenAiBatches, 'upload', 1],
      ['makes the batch', OpenAiBatches, 'create', 1],
      ['notes that the endpoint has the batch', BackfillStore, 'submitted', 1],
      ['downloads the answers', OpenAiBatches, 'results', 1],
      ['writes down what they cost', BackfillStore, 'settle', 1],
      ['makes a result of them', StoredAnalysisService, 'make', 1],
      ['takes a conversation out of the batch', BackfillStore, 'drop', 1],
      ['clears the files away', OpenAiBatches, 'clear', 1],
      ['forgets the batch', BackfillStore, 'remove', 1],
    ] as const)('before it %s loses neither money nor answers', async (_, service, method, time) => {
      await backfill.stored('a', 'b');
      const before = await backfill.used();
      const { died, bury } = backfill.dieBefore(service as Type<object>, method as never, time);
      const run = (async () => {
        await backfill.submit();
        backfill.endpoint.end(right);
        await backfill.advance();
      })().catch((error: unknown) => error);
      await died;
      await goOn();
      expect(await backfill.results()).toEqual([
        { id: 'a', ...good },
        { id: 'b', ...good },
      ]);
      expect(backfill.endpoint.lines).toHaveLength(6);
      expect(await backfill.used()).toBe(before + 2 * TOKENS);
      expect(await backfill.query(`SELECT 1 FROM llm_call`)).toHaveLength(6);
      expect(await backfill.left()).toEqual(nothing);
      expect(askedAtOnce(backfill.server)).toEqual([]);
      bury();
      await run;
    });

    it('and whose batch another has taken over, makes no second one when it wakes up', async () => {
      await backfill.stored('a');
      let others: unknown = null;
      backfill.endpoint.onAsked = async (asked) => {
        if (asked !== 'POST /v1/files') return;
        backfill.endpoint.onAsked = null;
        await backfill.standStill();
        others = await backfill.advance();
      };
      await expect(backfill.submit()).rejects.toThrow(LostBatchError);
      expect(others).toMatchObject([{ state: 'discarded' }]);
      expect(backfill.endpoint.batches).toEqual([]);
      expect(await backfill.left()).toEqual(nothing);
      expect(await backfill.used()).toBe(0);
    });

    it('and whose batch another has taken over, leaves it alone when it wakes up', async () => {
      await backfill.stored('a');
      await backfill.submit();
      backfill.endpoint.end(right);
      const [{ id }] = (await backfill.store.batches()) as [Batch];
      backfill.endpoint.onAsked = async (asked) => {
        if (!asked.includes('/content')) return;
        await backfill.standStill();
        await backfill.store.take(id);
      };
      expect(await backfill.advance()).toMatchObject([{ state: 'held' }]);
      expect(await backfill.store.batches()).toMatchObject([{ id, state: 'submitted' }]);
      expect(await backfill.query('SELECT 1 FROM llm_call')).toEqual([]);
      expect(await backfill.results()).toMatchObject([{ summary: 'old' }]);
      // It has not let go of what is another's, either.
      expect(await backfill.store.take(id)).toBeNull();
      backfill.endpoint.onAsked = null;
      await goOn();
      expect(await backfill.results()).toEqual([{ id: 'a', ...good }]);
      expect(await backfill.used()).toBe(TOKENS);
    });
  });

  it('gives what it set aside back to the day that it was taken from, also where it is filled over midnight', async () => {
    await backfill.stored('a', 'b');
    const { store } = backfill;
    const add = store.add.bind(store);
    store.add = async (...given) => {
      const outcome = await add(...given);
      store.add = add;
      for (const table of ['llm_day', 'llm_batch']) await backfill.query(`UPDATE ${table} SET day = day - 1`);
      return outcome;
    };
    expect(await backfill.submit()).toMatchObject({ batches: 2, conversations: 2 });
    const days = () =>
      backfill.query(
        'SELECT day::text, (prompt_tokens + completion_tokens)::int AS tokens FROM llm_day ORDER BY 1',
      );
    const batches = await backfill.query(
      'SELECT day::text, (prompt_tokens + completion_tokens)::int AS tokens FROM llm_batch ORDER BY 1',
    );
    expect(batches).toHaveLength(2);
    expect(await days()).toEqual(batches);
    backfill.endpoint.refuse('token_limit_exceeded');
    await backfill.advance();
    expect(await days()).toMatchObject([{ tokens: 0 }, { tokens: 0 }]);
  });
});
