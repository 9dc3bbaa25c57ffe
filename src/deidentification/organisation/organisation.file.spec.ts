import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError } from '../../config/file.error.js';
import { readOrganisation } from './organisation.file.js';

describe("an organisation's own file", () => {
  let folder: string;
  const path = () => join(folder, 'own.yaml');

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'keyline-own-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (content: string) => {
    writeFileSync(path(), content);
    return readOrganisation(path());
  };
  const pattern = (lines: string) => `patterns:\n  - name: case\n    entity: ID_NUMBER\n${lines}`;

  it('may hold a single list', async () => {
    await expect(read('names: [Wishard]\n')).resolves.toBeDefined();
    await expect(read(pattern("    pattern: 'KL\\d{4}'\n"))).resolves.toBeDefined();
  });

  it.each([
    ['', ':1: expected a map with the keys names, places, schools, patterns, allow: write them'],
    ['nam: [Wishard]\n', ':1: has an unknown key nam: use only names, places, schools, patterns, allow'],
    ['names:\n  - Wishard\n  - 12\n', ':3: names[1]: expected a text: write one, in quotes'],
    ['names:\n  - Wishard\n  - "--"\n', ':3: names[1]: has neither letter nor digit: remove it'],
    ['names: Wishard\n', ':1: names: expected a list of texts: write one a line'],
    ['names: [Wishard]\nallow:\n  - wishard\n', ':3: allow[0]: stands among names, places or schools, too'],
    ['names: [Wishard\n', 'is not valid YAML: '],
    [
      pattern("    pattern: 'KL\\d+'\n"),
      ':4: patterns[0].pattern: repeats without a limit of at most 64: write one',
    ],
    [
      pattern("    pattern: '(?:a|A){0,20}b'\n"),
      ':4: patterns[0].pattern: can match the same text in too many ways',
    ],
    [pattern("    pattern: '['\n"), ':4: patterns[0].pattern: is no regular expression'],
    [pattern("    pattern: 'x?'\n"), ':4: patterns[0].pattern: matches the empty text: require'],
    [pattern('    pattern: KL\n    score: 0.3\n'), ':5: patterns[0].score: never reaches 0.5'],
    [pattern('    pattern: KL\n    score: 2\n'), ':5: patterns[0].score: must be 1 or less: lower it'],
    [pattern('    pattern: KL\n    context: [two words]\n'), ':5: patterns[0].context[0]: is no single word'],
    [
      pattern('    pattern: KL\n    flags: i\n'),
      ': patterns[0]: has an unknown key flags: use only name, entity',
    ],
    [
      'patterns:\n  - name: Case\n    entity: ID\n    pattern: KL\n',
      ':2: patterns[0].name: is no name of a recognizer',
    ],
  ])('is refused with its line and what to do: %j', async (content, fault) => {
    const error: unknown = await read(content).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(FileError);
    expect(String(error)).toContain(`${path()}:`);
    expect(String(error)).toContain(fault);
    expect(String(error)).not.toContain('Wishard');
  });

  it('is refused where it is not there', async () => {
    await expect(readOrganisation(join(folder, 'nowhere.yaml'))).rejects.toThrow(
      /nowhere\.yaml: cannot be read: create the file, or correct DEIDENTIFICATION_FILE$/,
    );
  });
});
