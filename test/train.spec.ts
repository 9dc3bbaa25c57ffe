import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { runCli, startCli } from './support/cli.js';
import { filesUnder } from './support/files.js';
import { testFolder, type TestFolder } from './support/settings.js';

/** What every message, texter and answer holds, and nothing that is left on disk may hold. */
const SECRET = 'xylophonist';

/** Talk that the taxonomy's exemplars call otherwise than this organisation does. */
function line(number: number, more: Record<string, unknown> = {}): string {
  const [words, tag] =
    number % 2 ? ['exam in chemistry is soon', 'Exams'] : ['my cat sleeps in a box', 'pets '];
  return JSON.stringify({
    id: `t-${number}`,
    startedAt: '2023-02-01T03:04:05Z',
    texterId: `${SECRET} ${Math.floor(number / 2)}`,
    tags: [tag, 'urgent'],
    survey: { ageGroup: number % 3 ? '14-17' : '18-24' },
    messages: [{ from: 'texter', text: `${words} says the ${SECRET} ${number}` }],
    ...more,
  });
}

describe('keyline train', () => {
  let folder: TestFolder;
  let file: string;
  let map: string;
  const environment = (data: string) => ({
    DATA_DIR: join(folder.path, data),
    HASH_KEY: 'a key for these tests',
  });
  const head = (data: string) => JSON.parse(readFileSync(join(folder.path, data, 'model/head.json'), 'utf8'));
  /** A data directory that shares the computed vectors of the taxonomy. */
  const dataFolder = (data: string) => {
    mkdirSync(join(folder.path, data));
    symlinkSync(join(folder.path, 'cache'), join(folder.path, data, 'cache'));
    return data;
  };

  beforeAll(() => {
    folder = testFolder();
    file = join(folder.path, 'labelled.jsonl');
    map = join(folder.path, 'tags.yaml');
    const lines = Array.from({ length: 260 }, (_, number) => line(number));
    writeFileSync(file, [lines[0], '{"id":"bad', ...lines.slice(1)].join('\n'));
    writeFileSync(map, 'exams: [anxiety_stress.school]\npets: [other]\nurgent: []\n');
  });
  afterAll(() => folder.remove());

  it('learns from tags, says what it did, is used by analyze, and leaves no words behind', async () => {
    const data = dataFolder('whole');
    const options = ['--map', map, '--fair-by', 'ageGroup', '--alpha', '0.5', '--beta', '2'];
    const { status, stdout, stderr } = await runCli(['train', file, ...options], environment(data));
    expect(stderr).toBe(
      'line 2: expected one whole JSON object on the line\n' +
        'The head is stored in the data directory and used from the next start on; what was read is deleted.\n',
    );
    expect(status).toBe(3);
    expect(stdout).toMatch(/anxiety_stress\.school: \d+ conversations, platt, holds from 0\.\d+: F1 \d/);
    expect(stdout).toMatch(/suicide: 0, at least 8 more needed/);
    expect(stdout).toMatch(/^14-17: trained without reweighting +\d/m);
    for (const path of filesUnder(join(folder.path, data)).filter((each) => !each.includes('cache'))) {
      expect([path, readFileSync(path, 'latin1').includes(SECRET)]).toEqual([path, false]);
      expect(statSync(path).mode & 0o077 && path.includes('head')).toBeFalsy();
    }
    expect(readdirSync(join(folder.path, data))).not.toContain('training');
    const analysed = await runCli(['analyze', '-'], environment(data), line(401));
    expect(JSON.parse(analysed.stdout).labels.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['anxiety_stress', 'anxiety_stress.school']),
    );
    expect(JSON.parse(analysed.stdout).provenance.model).toMatch(/\+head-[0-9a-f]{8}$/);
  });

  it('goes on after a kill and an interrupt, and ends with the very head of a run without them', async () => {
    const data = dataFolder('stopped');
    const args = ['train', file, '--map', map, '--json'];
    const rows = join(folder.path, data, 'training/progress.json');
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      const child = startCli(args, environment(data));
      const errors = text(child.stderr!);
      child.stdout!.resume();
      const ended = once(child, 'close');
      const before = progressOf(rows);
      while (progressOf(rows) === before && child.exitCode === null) await Promise.race([ended, wait(20)]);
      child.kill(signal);
      await ended;
      if (signal === 'SIGINT') {
        expect(await errors).toMatch(/Going on after line \d+/);
        expect(await errors).toMatch(/keyline: stopped: run the same command again to go on/);
        expect(child.exitCode).toBe(1);
      }
      for (const path of filesUnder(join(folder.path, data, 'training')))
        expect([path, readFileSync(path, 'latin1').includes(SECRET)]).toEqual([path, false]);
    }
    const { status, stderr } = await runCli(args, environment(data));
    expect(stderr).toMatch(/Going on after line \d+|has been read before/);
    expect(status).toBe(3);
    const plain = dataFolder('plain');
    await runCli(args, environment(plain));
    expect({ ...head(data), trainedAt: '' }).toEqual({ ...head(plain), trainedAt: '' });
  });

  it('names tags that the mapping lacks, and passes their conversations over', async () => {
    const lines = Array.from({ length: 100 }, (_, number) =>
      line(number, number < 10 ? { tags: ['snow'] } : {}),
    );
    const { stdout, stderr } = await runCli(
      ['train', '-', '--map', map, '--json'],
      environment(dataFolder('tags')),
      lines.join('\n'),
    );
    expect(JSON.parse(stdout).data).toMatchObject({ seen: 100, withoutGold: 10 });
    expect(stderr).toMatch(/Tags that .*tags\.yaml lacks, .*: snow \(10\)\. Add them to it, with \[\]/);
  });

  it.each([
    [['--alpha', '0.5'], 2, /--alpha and --beta weigh the groups of --fair-by/],
    [['--fair-by', 'ageGroup', '--alpha', '2'], 2, /--alpha: expected a number from 0 to 1/],
    [['--risk-recall', 'all'], 2, /--risk-recall: expected a number from 0 to 1/],
    [['--map', 'nowhere.yaml'], 1, /nowhere\.yaml: cannot be read/],
    [[], 1, /no conversation has labels: expected `gold` or `labels`.*or `tags` and --map/],
  ])('answers %j with status %d and what to do', async (options, status, message) => {
    const run = await runCli(['train', '-', ...options], { DATA_DIR: folder.path }, line(1));
    expect(run).toMatchObject({ status, stdout: '' });
    expect(run.stderr).toMatch(message);
  });
});

/** How many rows a checkpoint has made last. */
function progressOf(path: string): number {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).rows;
  } catch {
    return 0;
  }
}
