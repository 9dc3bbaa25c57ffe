import { MemoryLedger } from './memory.ledger.js';

describe('the ledger in memory', () => {
  it('begins anew at midnight, UTC, and does not charge yesterday’s call to today', async () => {
    let now = new Date('2026-03-01T23:59:59Z');
    const ledger = new MemoryLedger({ tokens: 100, cost: null, prices: null }, () => now);
    const all = { prompt: 90, completion: 10 };
    const late = await ledger.reserve(all);
    expect(late).toEqual({ day: '2026-03-01', tokens: all });
    expect(await ledger.reserve({ prompt: 1, completion: 0 })).toBeNull();
    now = new Date('2026-03-02T00:00:00Z');
    expect(await ledger.reserve(all)).toEqual({ day: '2026-03-02', tokens: all });
    const usage = { prompt: 0, completion: 0 };
    const call = {
      prompt: 'p@1',
      model: 'm',
      outcome: 'answered',
      usage,
      estimated: false,
      latency: 1,
    } as const;
    ledger.record(call, late);
    expect(await ledger.reserve({ prompt: 1, completion: 0 })).toBeNull();
  });
});
