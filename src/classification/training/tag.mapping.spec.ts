import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TagMapping } from './tag.mapping.js';

describe('a mapping of tags', () => {
  let folder: string;
  const read = (text: string) => {
    const path = join(folder, 'tags.yaml');
    writeFileSync(path, text);
    return TagMapping.read(path, (id) => ['self_harm', 'grief'].includes(id));
  };

  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'keyline-tags-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says what tags stand for, in any case, and which it lacks', async () => {
    const mapping = await read('Self-injury: [self_harm]\nloss: [grief, self_harm]\nurgent: []\n');
    expect(mapping.labelsOf(['self-injury ', 'LOSS', 'urgent'])).toEqual({
      labels: ['self_harm', 'grief'],
      unknown: [],
    });
    expect(mapping.labelsOf(['urgent', 'new'])).toEqual({ labels: [], unknown: [1] });
  });

  it.each([
    ['a: [grief]\nb: [grieff]\n', /tags\.yaml:2: b\[0\]: grieff is no label of the taxonomy/],
    ['a: grief\n', /tags\.yaml:1: a: expected a list of label ids: write \[\] to ignore the tag/],
    ['- a\n', /tags\.yaml:1: .*expected a map from tags to lists of label ids/],
    ['a: [1]\n', /tags\.yaml:1: a\[0\]: expected label ids/],
    ['a: [\n', /tags\.yaml:\d+: is not valid YAML/],
  ])('refuses %j by line', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('says which file is missing', async () => {
    await expect(TagMapping.read(join(folder, 'none.yaml'), () => true)).rejects.toThrow(
      /none\.yaml: cannot be read/,
    );
  });
});
