import { inParallel } from './parallel.js';

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const result of results) collected.push(result);
  return collected;
}

describe('work in parallel', () => {
  it('yields results in the order of the items, whichever is done first', async () => {
    const turns = [3, 1, 2];
    const work = async (count: number) => {
      for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
      return count;
    };
    expect(await collect(inParallel(turns, 2, work))).toEqual(turns);
  });

  it('hands a failure to its caller alone, even where it comes while the next item is awaited', async () => {
    const unheard: unknown[] = [];
    const listen = (error: unknown) => void unheard.push(error);
    process.on('unhandledRejection', listen);
    async function* items() {
      yield 1;
      for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
      yield 2;
    }
    const work = (item: number) => (item === 1 ? Promise.reject(new Error('one')) : Promise.resolve(item));
    await expect(collect(inParallel(items(), 2, work))).rejects.toThrow('one');
    process.off('unhandledRejection', listen);
    expect(unheard).toEqual([]);
  });
});
