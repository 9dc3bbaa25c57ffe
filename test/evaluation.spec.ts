import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../src/config/paths.js';
import { runCli } from './support/cli.js';
import { testFolder, type TestFolder } from './support/settings.js';

const samples = readFileSync(join(packageRoot, 'samples/en.jsonl'), 'utf8').trim().split('\n');

describe('keyline evaluate labels', () => {
  let folder: TestFolder;
  let environment: Record<string, string>;
  const secret = 'zanzibarly';
  /** Six samples of a texter each; `ageGroup` 14-17 for four of them, and an answer of its own for each other. */
  const lines = samples.slice(0, 6).map((line, i) =>
    JSON.stringify({
      ...z.looseObject({}).parse(JSON.parse(line)),
      texterId: `${secret}${i}`,
      survey: { ageGroup: i < 4 ? '14-17' : `${i}0+` },
    }),
  );

  beforeAll(() => {
    folder = testFolder();
    environment = { DATA_DIR: folder.path, MIN_GROUP_SIZE: '2' };
  });
  afterAll(() => folder.remove());

  it('says the same as its short form, with intervals and what they rest on', async () => {
    const args = ['-', '--json', '--resamples', '200'];
    const [long, short] = [
      await runCli(['evaluate', 'labels', ...args], environment, lines.join('\n')),
      await runCli(['evaluate', ...args], environment, lines.join('\n')),
    ];
    expect({ status: long.status, stderr: long.stderr }).toEqual({ status: 0, stderr: '' });
    expect(short.stdout).toBe(long.stdout);
    expect(JSON.parse(long.stdout)).toMatchObject({
      judged: 6,
      texters: 6,
      bootstrap: { resamples: 200, seed: expect.any(Number), over: 'texters' },
      intervals: { top1: [expect.any(Number), expect.any(Number)] },
      provenance: [{ engine: 'local', conversations: 6 }],
    });
  });

  it('writes a table and a page, and tells of no small group', async () => {
    const page = join(folder.path, 'page.html');
    const { status, stdout } = await runCli(
      ['evaluate', 'labels', '-', '--by', 'ageGroup', '--html', page, '--resamples', '200'],
      environment,
      lines.join('\n'),
    );
    const html = readFileSync(page, 'utf8');
    expect(status).toBe(0);
    expect(stdout).toContain('highest label is right: ');
    expect(stdout).toContain('withheld, for too few texters or beside those: 40+; 50+');
    expect(stdout).toMatch(/^14-17: 4 texters or more$/m);
    expect(stdout).not.toMatch(/^[45]0\+/m);
    expect(html).toMatch(/^<!doctype html>[^]*<svg/);
    expect(`${stdout}${html}`).not.toContain(secret);
  });

  it.each([
    [['--html', 'nowhere/page.html'], /--html nowhere\/page\.html: its folder does not exist/],
    [['--by', 'shoeSize'], /Allowed choices are ageGroup, genderIdentity, ethnicity/],
    [['--resamples', '3'], /whole number from 100 to 100000/],
  ])('answers %j with status 2 and what to do', async (args, message) => {
    const { status, stderr } = await runCli(['evaluate', 'labels', '-', ...args], environment);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});
