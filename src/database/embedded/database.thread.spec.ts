import { Worker } from 'node:worker_threads';
import { DatabaseThread } from './database.thread.js';

const thread = (code: string) =>
  new Worker(`const { parentPort } = require('node:worker_threads'); ${code}`, { eval: true });
const nobody = () => {
  throw new Error('nothing was lost');
};

describe('the thread of the embedded database', () => {
  it('fails the boot with its own error', async () => {
    await expect(DatabaseThread.ready(thread(`throw new TypeError('broken')`), nobody)).rejects.toThrow(
      'broken',
    );
  });

  it('fails the boot when it ends before it is ready', async () => {
    await expect(DatabaseThread.ready(thread('process.exit(0)'), nobody)).rejects.toThrow(
      'ended before it was ready',
    );
  });

  it('is lost when it ends by itself, and the error is told by its name alone', async () => {
    const failing = thread(`
      parentPort.once('message', () => { throw new RangeError('words of a texter'); });
      parentPort.postMessage('ready');
    `);
    const lost = new Promise<string>((resolve) => void DatabaseThread.ready(failing, resolve));
    failing.once('message', () => failing.postMessage('go'));
    expect(await lost).toBe('RangeError');
  });

  it('is lost when it exits without an error', async () => {
    const exiting = thread(`
      parentPort.once('message', () => process.exit(0));
      parentPort.postMessage('ready');
    `);
    const lost = new Promise<string>((resolve) => void DatabaseThread.ready(exiting, resolve));
    exiting.once('message', () => exiting.postMessage('go'));
    expect(await lost).toBe('exit');
  });

  it('is not lost when it was told to close', async () => {
    const lost: string[] = [];
    const closing = thread(`
      parentPort.once('message', () => parentPort.close());
      parentPort.postMessage('ready');
    `);
    await (await DatabaseThread.ready(closing, (failure) => lost.push(failure))).close();
    expect(lost).toEqual([]);
  });
});
