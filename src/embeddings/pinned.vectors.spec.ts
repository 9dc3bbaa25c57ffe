import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { readSettings } from '../config/settings.js';
import type { Embedder } from './embedder.types.js';
import { PinnedVectors } from './pinned.vectors.js';

describe('pinned vectors', () => {
  let folder: string;
  let calls: number;
  let warned: jest.Spied<Logger['warn']>;
  beforeEach(async () => {
    warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    folder = await mkdtemp(join(tmpdir(), 'keyline-pinned-'));
    calls = 0;
  });
  afterEach(async () => {
    warned.mockRestore();
    await rm(folder, { recursive: true });
  });

  const start = (id = 'one') => {
    const embedder: Embedder = {
      id,
      dimensions: 2,
      embed: async (texts) => {
        calls++;
        return texts.map((text) => Float32Array.of(text.length, 1));
      },
      close: async () => {},
    };
    return new PinnedVectors(embedder, readSettings({ DATA_DIR: folder }));
  };

  it('are computed once and read by the next start', async () => {
    const first = await start().matrix('exemplars', ['a', 'bb']);
    const second = await start().matrix('exemplars', ['a', 'bb']);
    expect(calls).toBe(1);
    expect(second).toEqual(first);
    expect(second).toEqual({ data: Float32Array.of(1, 1, 2, 1), rows: 2, dimensions: 2 });
  });

  it('are told of once while whoever started waits for them, and not when they are there', async () => {
    const first = start();
    await first.matrix('exemplars', ['a', 'bb']);
    await first.matrix('concepts', ['c']);
    expect(warned.mock.calls).toEqual([[expect.stringMatching(/vectors are being computed/)]]);
    await start().matrix('exemplars', ['a', 'bb']);
    expect(warned).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the texts', () => start().matrix('exemplars', ['a', 'cc'])],
    ['the embedder', () => start('two').matrix('exemplars', ['a', 'bb'])],
  ])('are computed anew when %s change, and replace the old file', async (_, again) => {
    await start().matrix('exemplars', ['a', 'bb']);
    await again();
    expect(calls).toBe(2);
    expect(await readdir(join(folder, 'cache'))).toHaveLength(1);
  });

  it('are computed anew when the file is cut short', async () => {
    await start().matrix('exemplars', ['a', 'bb']);
    const [file] = await readdir(join(folder, 'cache'));
    await truncate(join(folder, 'cache', file!), 4);
    expect((await start().matrix('exemplars', ['a', 'bb'])).data).toHaveLength(4);
    expect(calls).toBe(2);
  });
});
