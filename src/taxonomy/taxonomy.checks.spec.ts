import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { YamlFile } from '../config/yaml.file.js';
import { labelFaults } from './taxonomy.checks.js';
import { labelFileSchema } from './taxonomy.schema.js';

const label = (id: string, was: readonly string[]) => ({
  id,
  was,
  name: id,
  definition: 'What it means.',
  counts: ['one thing'],
  excludes: ['another thing'],
  risk: false,
  threshold: 0.5,
  exemplars: { en: Array.from({ length: 15 }, (_, index) => `${id} utterance ${index}`) },
  cues: { en: [], fr: [] },
});

describe('earlier ids of labels', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyline-checks-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const faultsOf = async (labels: readonly object[]) => {
    const path = join(folder, 'food.yaml');
    writeFileSync(path, stringify(labels));
    const faults: string[] = [];
    const file = await YamlFile.read(path, '');
    const entries = file.parse(labelFileSchema, faults) ?? [];
    return [...faults, ...labelFaults(entries.map((entry, index) => ({ entry, file, index })))].map((fault) =>
      fault.slice(folder.length + 1),
    );
  };

  it('may be of one label only, and of none that goes by it still', async () => {
    expect(await faultsOf([label('food', ['meals']), label('food.late', ['snacks'])])).toEqual([]);
    expect(await faultsOf([label('food', ['food.late']), label('food.late', [])])).toEqual([
      'food.yaml:3: food: was[0]: is a label of this taxonomy still: remove one of the two',
    ]);
    const twice = await faultsOf([label('food', ['meals']), label('food.late', ['meals'])]);
    expect(twice).toEqual([
      expect.stringContaining(
        'food.late: was[0]: repeats the earlier id of food.yaml:3: keep it in one place',
      ),
    ]);
  });
});
