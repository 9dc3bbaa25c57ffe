import { runCli } from './support/cli.js';
import { testFolder } from './support/settings.js';

describe('measuring and explaining de-identification', () => {
  const folder = testFolder();
  afterAll(() => folder.remove());
  const run = (args: string[], ...lines: unknown[]) =>
    runCli(args, { DATA_DIR: folder.path }, lines.map((line) => JSON.stringify(line)).join('\n'));

  it('says of each redaction why it was made, and nothing of the value', async () => {
    const { status, stdout } = await run(['deidentify', '-', '--explain'], {
      id: 'a',
      text: 'my name is zorabelle and i cant sleep',
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      text: 'my name is [NAME_1] and i cant sleep',
      redactions: [
        { recognizer: 'name-cue', score: 0.95, reason: expect.stringMatching(/words that introduce/) },
      ],
    });
    expect(stdout).not.toMatch(/zorabelle/i);
  });

  it('counts what is gone by type and what is kept, and refuses a wrong line alone', async () => {
    const { status, stdout, stderr } = await run(
      ['evaluate', 'deidentification', '-', '--json'],
      { id: 'a', text: 'call me at 647-555-0134 ok', spans: [{ start: 11, end: 23, type: 'PHONE' }] },
      { id: 'b', text: 'zorabelle', spans: [{ start: 0, end: 99, type: 'NAME' }] },
    );
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      texts: 1,
      types: [{ type: 'PHONE', spans: 1, gone: 1 }],
      words: { other: 4, kept: 4 },
    });
    expect(stderr).toMatch(/^line 2: expected \{"id","text","spans"/);
    expect(stderr).not.toMatch(/zorabelle/);
  });

  it('prints what leaked to a terminal only', async () => {
    const { status, stdout, stderr } = await run(['evaluate', 'deidentification', '-', '--show'], {
      id: 'a',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/--show prints identifiers/);
  });
});
