import { randomBytes } from 'node:crypto';
import { services } from '../../test/support/postgres.js';
import { BullQueue } from './bull.queue.js';

const describeWithRedis = services.redisUrl ? describe : describe.skip;

describeWithRedis('the queue on Redis', () => {
  it('hands on once what was announced twice before anybody took it, whatever its id holds', async () => {
    const name = `keyline-test-${randomBytes(6).toString('hex')}`;
    const queue = await BullQueue.connect(services.redisUrl ?? '', name);
    await queue.dispatch(['a:lock', 'é b']);
    await queue.dispatch(['a:lock', 'last']);
    const worked: string[] = [];
    await new Promise<void>((resolve) => {
      void queue.start(async (id) => {
        worked.push(id);
        if (id === 'last') resolve();
      });
    });
    await queue.close();
    expect(worked).toEqual(['a:lock', 'é b', 'last']);
  });
});
