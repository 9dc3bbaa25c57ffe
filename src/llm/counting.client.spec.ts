import { z } from 'zod';
import { CountingClient } from './counting.client.js';
import { estimatedUsage } from './ledger/tokens.js';

describe('the client that counts in place of a model', () => {
  const request = { system: 'rules', user: '{}', name: 'test', prompt: 'test@1' };

  it('answers with the emptiest value of any shape', async () => {
    const schema = z.object({
      list: z.array(z.object({ text: z.string() })),
      text: z.string(),
      choice: z.enum(['a', 'b']),
      score: z.number().min(2),
      note: z.string().nullable(),
      inner: z.object({ sure: z.boolean() }),
    });
    await expect(new CountingClient().complete({ ...request, schema })).resolves.toMatchObject({
      value: { list: [], text: '', choice: 'a', score: 2, inner: { sure: false } },
    });
  });

  it('adds requests up by prompt', async () => {
    const client = new CountingClient();
    const schema = z.object({ list: z.array(z.string()) });
    const { prompt, completion } = estimatedUsage({ ...request, schema });
    await client.complete({ ...request, schema });
    await client.complete({ ...request, schema });
    expect([...client.counted]).toEqual([
      ['test@1', { requests: 2, tokens: { prompt: 2 * prompt, completion: 2 * completion } }],
    ]);
  });

  it('declines where a shape has no empty value', async () => {
    const schema = z.object({ list: z.array(z.string()).min(1) });
    await expect(new CountingClient().complete({ ...request, schema })).rejects.toMatchObject({
      code: 'refused',
    });
  });
});
