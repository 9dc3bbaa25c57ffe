import { Logger } from '@nestjs/common';
import { InProcessQueue } from './in.process.queue.js';

describe('the queue in process', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('outlives a database that fails it once, and works again when woken', async () => {
    const answers = [() => Promise.reject(new Error('gone')), () => Promise.resolve(['a'])];
    const queue = new InProcessQueue({ due: () => answers.shift()?.() ?? Promise.resolve([]) });
    const worked: string[] = [];
    await queue.start(async (id) => void worked.push(id));
    // All that the failure sets off has run before the next turn.
    await new Promise(setImmediate);
    expect(worked).toEqual([]);
    await queue.dispatch();
    await new Promise(setImmediate);
    await queue.close();
    expect(worked).toEqual(['a']);
  });

  it('closes without an error when the database fails meanwhile', async () => {
    const queue = new InProcessQueue({ due: () => Promise.reject(new Error('gone')) });
    await queue.start(async () => {});
    await expect(queue.close()).resolves.toBeUndefined();
  });
});
