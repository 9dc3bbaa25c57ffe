import { LlmError } from '../llm.error.js';
import { Pace } from './pace.js';

const asksToWait = (milliseconds: number) => new LlmError('rate_limited', 429, milliseconds);

describe('the pace that an endpoint bears', () => {
  /** When each of so many turns came that were asked for at once, in the order of asking. */
  const turns = (pace: Pace, many: number) =>
    Promise.all(
      Array.from({ length: many }, async () => {
        await pace.turn();
        return performance.now();
      }),
    );

  it('starts requests at even distances where so many a minute are allowed, first come, first served', async () => {
    const [first = 0, ...others] = await turns(new Pace({ requestsPerMinute: 3_000 }), 4);
    others.forEach((time, turn) => expect(time - first).toBeGreaterThanOrEqual(20 * (turn + 1) - 1));
    expect(others).toEqual(others.toSorted((a, b) => a - b));
  });

  it.each(['rate_limited', 'unavailable'] as const)(
    'holds back every request until the time is over that one which was %s is to wait',
    async (code) => {
      const pace = new Pace();
      const asked = performance.now();
      pace.heed(new LlmError(code, 429, 40));
      for (const time of await turns(pace, 2)) expect(time - asked).toBeGreaterThanOrEqual(40);
    },
  );

  it('holds back those in line, too, when another was asked to wait meanwhile, and keeps them at their distances', async () => {
    const pace = new Pace({ requestsPerMinute: 3_000 });
    const coming = turns(pace, 3);
    const asked = performance.now();
    pace.heed(asksToWait(60));
    (await coming).forEach((time, turn) => expect(time - asked).toBeGreaterThanOrEqual(60 + 20 * turn - 1));
  });

  it('refuses at once where that is longer than anybody should wait', async () => {
    let time = 0;
    const pace = new Pace({ now: () => time });
    pace.heed(asksToWait(90_000));
    time = 10_000;
    await expect(pace.turn()).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 80_000 });
    time = 90_000;
    await expect(pace.turn()).resolves.toBeUndefined();
  });

  it('keeps nobody who waits already for longer than that, however often it is asked for more', async () => {
    const pace = new Pace({ longestWait: 50 });
    pace.heed(asksToWait(30));
    const waiting = pace.turn();
    pace.heed(asksToWait(60));
    await expect(waiting).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('ends a wait at the caller’s abort, with the caller’s reason', async () => {
    const pace = new Pace();
    pace.heed(asksToWait(20_000));
    const controller = new AbortController();
    const waiting = pace.turn(controller.signal);
    controller.abort(new Error('shutting down'));
    await expect(waiting).rejects.toThrow('shutting down');
  });
});
