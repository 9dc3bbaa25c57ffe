import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from './support/cli.js';
import { testFolder, type TestFolder } from './support/settings.js';

describe('DEIDENTIFICATION_FILE', () => {
  let folder: TestFolder;
  const deidentify = (file: string, text: string) => {
    const path = join(folder.path, 'own.yaml');
    writeFileSync(path, file);
    const environment = { DATA_DIR: folder.path, DEIDENTIFICATION_FILE: path };
    return runCli(['deidentify', '-', '--explain'], environment, JSON.stringify({ id: 'a', text }));
  };

  beforeAll(() => {
    folder = testFolder();
  });
  afterAll(() => folder.remove());

  it('adds names and keeps what it allows', async () => {
    const { status, stdout } = await deidentify(
      'names: [Rocking Chair]\nallow: [Kapuskasing House]\n',
      'the rocking chair of kapuskasing house',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      text: 'the [NAME_1] of kapuskasing house',
      redactions: [{ recognizer: 'organisation-name', reason: "in the organisation's own list" }],
    });
  });

  it('stops the start in one line where the file is wrong, by its line, without an entry of it', async () => {
    const { status, stdout, stderr } = await deidentify('names:\n  - Wishard\nalow: [Kayla]\n', 'hi');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^keyline: \S+own\.yaml:\d: has an unknown key alow: use only names, .*\n$/);
    expect(stderr).not.toMatch(/Wishard|Kayla/);
  });
});
