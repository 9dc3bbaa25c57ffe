import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lesson, spoolOf } from '../../../test/support/lessons.js';
import { testFolder, type TestFolder } from '../../../test/support/settings.js';
import { RowLayout } from './lesson.js';
import { seededRandom } from './random.js';
import { Spool } from './spool.js';

const size = { labels: 3, features: 4 };
const layout = new RowLayout(size.labels, size.features);
const of = (texter: number) => lesson({ texter, gold: [texter % 3] }, size);

describe('the spool', () => {
  let folder: TestFolder;
  const path = (name: string) => join(folder.path, 'training', name);
  const texters = async (spool: Spool, ...how: Parameters<Spool['pass']>) => {
    const seen: number[] = [];
    for await (const { texter } of spool.pass(...how)) seen.push(texter);
    return seen;
  };

  beforeEach(() => (folder = testFolder()));
  afterEach(() => folder.remove());

  it('gives lessons back as they were, to five digits', async () => {
    const given = {
      texter: 2 ** 48 - 3,
      group: 65_535,
      gold: [1],
      scores: [0, 0.4242, 1],
      features: [-1, 0.123456, 0, 1],
    };
    const spool = await spoolOf(folder, [given], size);
    const expected = lesson(given, size);
    for await (const found of spool.pass()) {
      expect(found).toMatchObject({ texter: expected.texter, group: expected.group, gold: expected.gold });
      expect([...found.evidence]).toEqual([1, 1, 1]);
      found.scores.forEach((score, i) => expect(score).toBeCloseTo(expected.scores[i]!, 4));
      found.features.forEach((feature, i) => expect(feature).toBeCloseTo(expected.features[i]!, 4));
    }
    await spool.remove();
  });

  it('passes over all lessons in order, or in one that the random stream settles', async () => {
    const all = Array.from({ length: 5_000 }, (_, texter) => texter);
    const spool = await spoolOf(
      folder,
      all.map((texter) => ({ texter })),
      size,
    );
    expect(await texters(spool)).toEqual(all);
    expect(await texters(spool, (texter) => texter < 3)).toEqual([0, 1, 2]);
    const mixed = await texters(spool, undefined, seededRandom(1));
    expect(mixed).not.toEqual(all);
    expect(mixed.toSorted((a, b) => a - b)).toEqual(all);
    expect(await texters(spool, undefined, seededRandom(1))).toEqual(mixed);
    await spool.remove();
  });

  it('goes on after the last checkpoint, and forgets what was written after it', async () => {
    const first = await Spool.open(folder.path, 'a', layout);
    await first.append(of(1));
    first.progress.line = 7;
    await first.checkpoint();
    await first.append(of(2));
    await first.close();
    writeFileSync(path('rows.bin'), 'half a row', { flag: 'a' });
    const second = await Spool.open(folder.path, 'a', layout);
    expect(second.progress).toMatchObject({ rows: 1, line: 7, complete: false });
    await second.append(of(3));
    await second.checkpoint();
    expect(await texters(second)).toEqual([1, 3]);
    await second.remove();
    expect(readdirSync(folder.path)).not.toContain('training');
  });

  it('does not throw away another file’s training unless told to', async () => {
    const first = await Spool.open(folder.path, 'a', layout);
    await first.append(of(1));
    await first.checkpoint();
    await first.close();
    await expect(Spool.open(folder.path, 'b', layout)).rejects.toThrow(/unfinished training.*--fresh/);
    const second = await Spool.open(folder.path, 'b', layout, { fresh: true });
    expect(second.progress.rows).toBe(0);
    await second.remove();
  });

  it('is one training’s at a time, and free again when that one has died', async () => {
    const first = await Spool.open(folder.path, 'a', layout);
    await expect(Spool.open(folder.path, 'a', layout)).rejects.toThrow(/is training in this data directory/);
    await first.close();
    writeFileSync(path('lock.json'), JSON.stringify({ pid: 2 ** 30, started: 'before' }));
    await (await Spool.open(folder.path, 'a', layout)).remove();
  });

  it('says what to do about a damaged one', async () => {
    await (await Spool.open(folder.path, 'a', layout)).close();
    writeFileSync(path('progress.json'), '{"key":');
    await expect(Spool.open(folder.path, 'a', layout)).rejects.toThrow(/is damaged: pass --fresh/);
  });

  it('is closed to other users', async () => {
    const spool = await spoolOf(folder, [{ texter: 1 }], size);
    for (const name of ['', 'rows.bin', 'progress.json', 'lock.json'])
      expect(statSync(path(name)).mode & 0o077).toBe(0);
    await spool.remove();
  });

  it('stops a pass on request', async () => {
    await (await spoolOf(folder, [{ texter: 1 }], size)).close();
    const stop = new AbortController();
    const spool = await Spool.open(folder.path, 'test', layout, { signal: stop.signal });
    stop.abort();
    await expect(texters(spool)).rejects.toThrow(/abort/i);
    await spool.remove();
  });
});
