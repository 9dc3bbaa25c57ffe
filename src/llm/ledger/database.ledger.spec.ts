import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { DatabaseLedger } from './database.ledger.js';
import { deleteOldCalls } from './ledger.writing.js';
import { readCalls, readToday } from './ledger.reading.js';
import type { Budget, Call } from './ledger.types.js';

const noLimit: Budget = { tokens: null, cost: null, prices: null };
const call: Call = {
  prompt: 'classify@1',
  model: 'm',
  outcome: 'answered',
  usage: { prompt: 40, completion: 5 },
  estimated: false,
  latency: 120.4,
};
const ten = { prompt: 8, completion: 2 };

describe('the ledger in the database', () => {
  let database: TestDatabase;
  const ledger = (budget: Partial<Budget> = {}, now?: () => number) =>
    new DatabaseLedger(database.source, { ...noLimit, ...budget }, now);
  const close = (...books: DatabaseLedger[]) =>
    Promise.all(books.map((book) => book.beforeApplicationShutdown()));

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(() => database.source.query('TRUNCATE llm_call, llm_day'));

  it('lets machines that ask at once take no more than the day holds, together', async () => {
    const machines = [ledger({ tokens: 95 }), ledger({ tokens: 95 })];
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => machines[turn % 2]!.reserve(ten)),
    );
    expect(asked.filter((reservation) => reservation !== null)).toHaveLength(9);
    expect(await readToday(database.source)).toEqual({ prompt: 72, completion: 18 });
  });

  it('sets aside in blocks, never more than the day holds over all machines, and gives back what is left', async () => {
    const machines = [ledger({ tokens: 4_005 }), ledger({ tokens: 4_005 })];
    const query = jest.spyOn(database.source, 'query');
    const granted = [0, 0];
    for (let turn = 0; turn < 100; turn += 1)
      for (const [which, book] of machines.entries()) if (await book.reserve(ten)) granted[which]! += 1;
    expect(granted).toEqual([100, 100]);
    expect(query.mock.calls.length).toBeLessThan(30);
    query.mockRestore();
    expect((await readToday(database.source)).prompt).toBeGreaterThan(8 * 200);
    const asked = await Promise.all(
      Array.from({ length: 400 }, (_, turn) => machines[turn % 2]!.reserve(ten)),
    );
    const all = 200 + asked.filter((reservation) => reservation !== null).length;
    expect(all).toBeLessThanOrEqual(400);
    await close(...machines);
    expect(await readToday(database.source)).toEqual({ prompt: 8 * all, completion: 2 * all });
    // What one machine held back is there for the others then.
    let rest = 0;
    for (const late = ledger({ tokens: 4_005 }); await late.reserve(ten);) rest += 1;
    expect(all + rest).toBe(400);
  });

  it('sets nothing more aside for the first request than it takes: its process may end with it', async () => {
    await ledger().reserve(ten);
    expect(await readToday(database.source)).toEqual(ten);
  });

  it('holds a small budget to the token: what was not used is there for the next request', async () => {
    const book = ledger({ tokens: 55 });
    const used = { prompt: 0, completion: 0 };
    const five = await Promise.all(Array.from({ length: 5 }, () => book.reserve(ten)));
    expect(five).not.toContain(null);
    expect(await book.reserve(ten)).toBeNull();
    book.record({ ...call, usage: used }, five[0]!);
    expect(await book.reserve(ten)).not.toBeNull();
    expect(await book.reserve(ten)).toBeNull();
  });

  it('takes nothing from a block whose day is over, and gives it back', async () => {
    let time = 0;
    const book = ledger({}, () => time);
    await book.reserve(ten);
    time = 86_400_000;
    await book.reserve(ten);
    await close(book);
    expect(await readToday(database.source)).toEqual({ prompt: 16, completion: 4 });
  });

  it('refuses also the first request of a day where it is too large', async () => {
    expect(await ledger({ tokens: 9 }).reserve(ten)).toBeNull();
    expect(await ledger({ tokens: 10 }).reserve(ten)).not.toBeNull();
  });

  it('holds a budget in money by the prices of a million tokens', async () => {
    const prices = { input: 100_000, output: 1_000_000 };
    const book = ledger({ cost: 6, prices });
    expect(await book.reserve(ten)).not.toBeNull();
    expect(await book.reserve(ten)).not.toBeNull();
    expect(await book.reserve(ten)).toBeNull();
  });

  it('puts what was used in the place of what was set aside', async () => {
    const book = ledger();
    book.record(call, await book.reserve(ten));
    await close(book);
    expect(await readToday(database.source)).toEqual(call.usage);
    book.record({ ...call, outcome: 'over_budget', usage: { prompt: 0, completion: 0 } }, null);
    await close(book);
    expect(await readToday(database.source)).toEqual(call.usage);
  });

  it('adds calls up by day, prompt, model and outcome', async () => {
    const book = ledger();
    book.record(call, null);
    book.record({ ...call, latency: 100, estimated: true }, null);
    book.record({ ...call, outcome: 'timeout' }, null);
    await close(book);
    expect(await readCalls(database.source, 1)).toMatchObject([
      {
        prompt: 'classify@1',
        model: 'm',
        outcome: 'answered',
        calls: 2,
        promptTokens: 80,
        completionTokens: 10,
        estimated: true,
        latencyP50: 110,
        latencyP95: 119,
      },
      { outcome: 'timeout', calls: 1, estimated: false },
    ]);
  });

  it('forgets calls after 90 days, or sooner where conversations go sooner; sums of days stay', async () => {
    const book = ledger();
    for (const days of [0, 31, 91]) {
      book.record(call, await book.reserve(ten));
      await close(book);
      await database.source.query(
        `UPDATE llm_call SET at = at - make_interval(days => $1) WHERE id = (SELECT max(id) FROM llm_call)`,
        [days],
      );
    }
    const left = async () => (await database.source.query('SELECT id FROM llm_call')).length;
    await deleteOldCalls(database.source);
    expect(await left()).toBe(2);
    await deleteOldCalls(database.source, 30);
    expect(await left()).toBe(1);
    expect(await readToday(database.source)).toEqual({ prompt: 120, completion: 15 });
  });

  it('makes nobody wait for what cannot be written down, and says so without its words', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const book = ledger();
    book.record({ ...call, usage: { prompt: Number.NaN, completion: 0 }, prompt: 'private words' }, null);
    await close(book);
    expect(logged.mock.calls).toEqual([
      ['Calls of the model could not be written down (1): QueryFailedError'],
    ]);
    logged.mockRestore();
    book.record(call, null);
    await close(book);
    expect(await readCalls(database.source, 1)).toMatchObject([{ prompt: 'classify@1', calls: 1 }]);
  });

  it('has no column that could hold what was asked or answered', async () => {
    const columns: { name: string }[] = await database.source.query(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_name IN ('llm_call', 'llm_day') AND data_type IN ('text', 'jsonb') ORDER BY 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['model', 'outcome', 'prompt']);
  });
});
