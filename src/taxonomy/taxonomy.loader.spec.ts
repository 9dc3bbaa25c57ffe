import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Test } from '@nestjs/testing';
import { stringify } from 'yaml';
import { ConfigModule } from '../config/config.module.js';
import { readSettings } from '../config/settings.js';
import { FileError } from '../config/file.error.js';
import { loadTaxonomy } from './taxonomy.loader.js';
import { TaxonomyModule } from './taxonomy.module.js';
import { TaxonomyService } from './taxonomy.service.js';

type Fields = Record<string, unknown>;
/** Paths below the directory to what the file holds: a text as it is, anything else as YAML. */
type Files = Record<string, unknown>;

const utterances = (about: string, count = 15): string[] =>
  Array.from({ length: count }, (_, index) => `${about} utterance ${index}`);

const label = (id: string, changes: Fields = {}): Fields => ({
  id,
  name: `Name of ${id}`,
  definition: 'What it means.',
  counts: ['one thing'],
  excludes: ['another thing (sleep)'],
  risk: false,
  threshold: 0.5,
  exemplars: { en: utterances(id), fr: [] },
  cues: { en: [{ pattern: '\\bsleep\\b', weight: 0.5 }], fr: [] },
  ...changes,
});

const concept = (id: string, changes: Fields = {}): Fields => ({
  id,
  phrase: id.replaceAll('-', ' '),
  fr: `${id} en français`,
  labels: ['sleep.nightmares'],
  risk: false,
  exemplars: { en: ['cant sleep since the fire'], fr: [] },
  cues: { en: ['\\bfire\\b'], fr: [] },
  ...changes,
});

const manifest = { version: '2.1.0', name: 'Two labels', note: 'Made for a test.', order: ['sleep', 'food'] };

const good: Files = {
  'taxonomy.yaml': manifest,
  'labels/sleep.yaml': [label('sleep'), label('sleep.nightmares')],
  'labels/food.yaml': [label('food')],
  'concepts/night.yaml': [concept('sleeping-badly-after-a-fire')],
};

let directory: string;

async function load(changes: Files = {}) {
  for (const [path, content] of Object.entries({ ...good, ...changes })) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), typeof content === 'string' ? content : stringify(content));
  }
  return loadTaxonomy(directory);
}

async function faultsOf(changes: Files): Promise<readonly string[]> {
  const outcome = await load(changes).catch((error: unknown) => error);
  if (!(outcome instanceof FileError)) throw new Error('expected a FileError');
  return outcome.faults.map((fault) => fault.replace(`${directory}/`, ''));
}

describe('loading a taxonomy', () => {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'keyline-taxonomy-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('gives the labels in the order of taxonomy.yaml, each parent before its children', async () => {
    const { version, labels } = await load();
    expect(version).toBe('2.1.0');
    expect(labels.map(({ id, parent }) => [id, parent])).toEqual([
      ['sleep', null],
      ['sleep.nightmares', 'sleep'],
      ['food', null],
    ]);
  });

  it('takes the accents from cues, as from the texts that they are compared with', async () => {
    const { labels } = await load({
      'labels/food.yaml': [label('food', { cues: { en: [], fr: [{ pattern: 'côté', weight: 1 }] } })],
    });
    expect(labels.find(({ id }) => id === 'food')?.cues.fr[0]?.pattern.test('a cote')).toBe(true);
  });

  it('compiles the cues of labels and concepts', async () => {
    const { labels, concepts } = await load();
    expect(labels[0]?.cues.en[0]?.pattern.test('i cant sleep at all')).toBe(true);
    expect(concepts[0]?.cues.en[0]?.test('since the fire')).toBe(true);
  });

  it('takes a concept without cues, and lists without French', async () => {
    const bare = concept('waking-too-early', { cues: undefined, exemplars: { en: ['up at 4 again'] } });
    const { concepts } = await load({ 'concepts/night.yaml': [bare] });
    expect(concepts[0]).toMatchObject({ cues: { en: [], fr: [] }, exemplars: { fr: [] } });
  });

  it.each<[string, Files, string]>([
    [
      'broken YAML',
      { 'labels/food.yaml': '- id: food\n  name: "Food\n' },
      'labels/food.yaml:3: is not valid YAML: Missing closing "quote: correct the line',
    ],
    [
      'a text that YAML takes for an alias',
      { 'labels/food.yaml': '- id: food\n  counts:\n    - *sigh\n' },
      'labels/food.yaml:3: has a text that starts with *: put it in quotes',
    ],
    [
      'a version that is none',
      { 'taxonomy.yaml': { ...manifest, version: 'one' } },
      'taxonomy.yaml:1: version: is no semantic version: write three numbers such as 1.0.0',
    ],
    [
      'an order that lacks a file of labels/',
      { 'taxonomy.yaml': { ...manifest, order: ['sleep'] } },
      'taxonomy.yaml:4: order: lacks food, which has a file in labels/: add it',
    ],
    [
      'an order that names no file',
      { 'taxonomy.yaml': { ...manifest, order: ['sleep', 'food', 'rest'] } },
      'taxonomy.yaml:7: order[2]: names rest, which has no file labels/rest.yaml: add it or remove the name',
    ],
    [
      'an order that names a label twice',
      { 'taxonomy.yaml': { ...manifest, order: ['sleep', 'food', 'food'] } },
      'taxonomy.yaml:7: order[2]: names food twice: remove one',
    ],
    [
      'an id used twice',
      { 'labels/food.yaml': [label('food'), label('food', { exemplars: { en: utterances('more') } })] },
      'labels/food.yaml:33: food: id: repeats the id of food.yaml:1: keep it in one place',
    ],
    [
      'a child without its parent',
      { 'labels/food.yaml': [label('food'), label('food.meals.lunch')] },
      'labels/food.yaml:33: food.meals.lunch: id: has no parent food.meals above it: add the parent or correct the id',
    ],
    [
      'a child in the file of another label',
      { 'labels/food.yaml': [label('food'), label('sleep.late')] },
      'labels/food.yaml:33: sleep.late: id: does not belong under food: move it to labels/sleep.yaml',
    ],
    [
      'a file that starts with another label than its own',
      { 'labels/food.yaml': [label('food.meals')] },
      'labels/food.yaml:1: food.meals: id: stands first in food.yaml: start the file with food',
    ],
    [
      'too few English exemplars',
      { 'labels/food.yaml': [label('food', { exemplars: { en: utterances('food', 14), fr: [] } })] },
      'labels/food.yaml:11: food: exemplars.en: has 14 exemplars: write at least 15',
    ],
    [
      'an exemplar of two labels',
      {
        'labels/food.yaml': [
          label('food', { exemplars: { en: [...utterances('food'), 'Sleep  utterance 3'] } }),
        ],
      },
      'labels/food.yaml:27: food: exemplars.en[15]: repeats the exemplar of sleep.yaml:15: keep it in one place',
    ],
    [
      'a threshold of 1',
      { 'labels/food.yaml': [label('food', { threshold: 1 })] },
      'labels/food.yaml:9: food: threshold: must be below 1: write one such as 0.5',
    ],
    [
      'a cue that is no pattern',
      { 'labels/food.yaml': [label('food', { cues: { en: [{ pattern: '(food', weight: 1 }] } })] },
      'labels/food.yaml:30: food: cues.en[0].pattern: is no regular expression (Unterminated group): correct it',
    ],
    [
      'a cue that a text can make slow',
      { 'labels/food.yaml': [label('food', { cues: { en: [{ pattern: '(?:\\w+ )+food', weight: 1 }] } })] },
      'labels/food.yaml:30: food: cues.en[0].pattern: repeats a group without a limit: write one such as {0,4}',
    ],
    [
      'a cue without weight',
      { 'labels/food.yaml': [label('food', { cues: { en: [{ pattern: 'food', weight: 0 }] } })] },
      'labels/food.yaml:31: food: cues.en[0].weight: must be above 0: remove the cue or raise it',
    ],
    [
      'a missing field',
      { 'labels/food.yaml': [label('food', { definition: undefined })] },
      'labels/food.yaml:1: food: definition: expected a text: write one, in quotes where YAML takes it for something else',
    ],
    [
      'a misspelt field',
      { 'labels/food.yaml': [label('food', { exampels: [] })] },
      'labels/food.yaml:1: food: has an unknown key exampels: use only id, was, name, definition, counts, excludes, risk, threshold, exemplars, cues',
    ],
    [
      'an exemplar that YAML takes for a number',
      { 'labels/food.yaml': [label('food', { exemplars: { en: [...utterances('food'), 911] } })] },
      'labels/food.yaml:27: food: exemplars.en[15]: expected a text: write one, in quotes where YAML takes it for something else',
    ],
    [
      'an entry without id',
      { 'labels/food.yaml': [label('food'), label('food.meals', { id: undefined })] },
      'labels/food.yaml:33: entry 2: id: expected a text: write one, in quotes where YAML takes it for something else',
    ],
    [
      'a concept of an unknown label',
      { 'concepts/night.yaml': [concept('late-bus', { labels: ['food', 'travel'] })] },
      'concepts/night.yaml:6: late-bus: labels[1]: is no label of this taxonomy: correct or remove it',
    ],
    [
      'a phrase of six words',
      { 'concepts/night.yaml': [concept('late-bus', { phrase: 'a bus that is always late' })] },
      'concepts/night.yaml:2: late-bus: phrase: has more than 5 words: shorten it',
    ],
    [
      'a phrase with a capital letter',
      { 'concepts/night.yaml': [concept('late-bus', { phrase: 'Late bus' })] },
      'concepts/night.yaml:2: late-bus: phrase: has a capital letter: write it in lower case',
    ],
    [
      'a phrase that only names a label',
      { 'concepts/night.yaml': [concept('bad-dreams', { phrase: 'sleep nightmares' })] },
      'concepts/night.yaml:2: bad-dreams: phrase: is only the name of a label: say something more specific',
    ],
    [
      'a phrase of two concepts',
      { 'concepts/night.yaml': [concept('late-bus'), concept('slow-bus', { phrase: 'late bus' })] },
      'concepts/night.yaml:16: slow-bus: phrase: repeats the phrase of night.yaml:2: keep it in one place',
    ],
  ])('refuses %s, and says where and what to do', async (_, changes, expected) => {
    expect(await faultsOf(changes)).toEqual([expected]);
  });

  it('names the file that is missing', async () => {
    await expect(loadTaxonomy(directory)).rejects.toThrow(
      `${directory}/taxonomy.yaml: cannot be read: create the file, or set TAXONOMY to another directory`,
    );
  });

  it('refuses a taxonomy without concepts', async () => {
    await load();
    await rm(join(directory, 'concepts'), { recursive: true });
    await expect(loadTaxonomy(directory)).rejects.toThrow('concepts: holds no .yaml file: add one');
  });

  it('finds every fault at once, and says in one line how many there are', async () => {
    const changes = { 'labels/food.yaml': [label('food', { risk: 'maybe', threshold: 0, name: '' })] };
    expect(await faultsOf(changes)).toHaveLength(3);
    await expect(loadTaxonomy(directory)).rejects.toThrow(
      /^[^\n]*labels\/food.yaml:2: food: name: [^\n]* \(and 2 more\)$/,
    );
  });

  it('is done at boot from the directory that TAXONOMY names, and stops the boot on a bad file', async () => {
    await load();
    const boot = () =>
      Test.createTestingModule({
        imports: [ConfigModule.with({ ...readSettings({}), TAXONOMY: directory }), TaxonomyModule],
      }).compile();
    expect((await boot()).get(TaxonomyService).version).toBe('2.1.0');
    await writeFile(join(directory, 'taxonomy.yaml'), 'version: 1');
    await expect(boot()).rejects.toThrow(FileError);
  });
});
