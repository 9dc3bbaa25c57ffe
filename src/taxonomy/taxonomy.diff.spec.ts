import { makeLabel } from '../../test/support/small-taxonomy.js';
import { diffTaxonomies } from './taxonomy.diff.js';
import { hashOf, snapshotOf, taxonomyOf } from './taxonomy.snapshot.js';
import type { Concept, Label, Taxonomy } from './taxonomy.types.js';
import { compareVersions } from './taxonomy.version.js';

const sleep = makeLabel('sleep', {
  en: ['cant sleep', 'awake all night'],
  fr: ['je dors pas'],
  cues: { '\\bsleep\\b': 0.5, '\\bawake\\b': 0.4 },
});
const food = makeLabel('food', { en: ['im hungry'] });
const dreams = makeLabel('sleep.dreams', { en: ['bad dreams'] });
const fire: Concept = {
  id: 'sleeping-badly',
  phrase: 'sleeping badly',
  fr: 'mal dormir',
  labels: ['sleep.dreams'],
  risk: false,
  exemplars: { en: ['cant sleep since the fire'], fr: [] },
  cues: { en: [/\bfire\b/u], fr: [] },
};
const taxonomy = (labels: readonly Label[], concepts = [fire], version = '1.0.0'): Taxonomy => ({
  version,
  labels,
  concepts,
});
const before = taxonomy([sleep, dreams, food]);
const compared = (after: Taxonomy) => diffTaxonomies(before, after);

describe('diffTaxonomies', () => {
  it('finds nothing between equals, whatever their versions say', () => {
    expect(compared(taxonomy([sleep, dreams, food], [fire], '1.0.1'))).toMatchObject({
      labels: [],
      concepts: [],
      reordered: { labels: false, concepts: false },
      version: { demanded: 'none', raised: 'patch', enough: true },
    });
  });

  it('names labels and concepts that came and went', () => {
    const { labels, concepts } = compared(taxonomy([sleep, dreams, makeLabel('grief')], []));
    expect(labels).toEqual([
      { kind: 'removed', id: 'food' },
      { kind: 'added', id: 'grief' },
    ]);
    expect(concepts).toEqual([{ kind: 'removed', id: 'sleeping-badly' }]);
  });

  it('follows a label that was moved, and the concepts that speak of it', () => {
    const moved: Label = {
      ...dreams,
      id: 'food.dreams',
      was: ['sleep.dreams'],
      parent: 'food',
      threshold: 0.6,
    };
    const { labels, concepts } = compared(
      taxonomy([sleep, food, moved], [{ ...fire, labels: ['food.dreams'] }]),
    );
    expect(labels).toEqual([
      { kind: 'renamed', id: 'food.dreams', was: 'sleep.dreams' },
      {
        kind: 'changed',
        id: 'food.dreams',
        fields: [{ field: 'threshold', removed: ['0.5'], added: ['0.6'], reordered: false }],
      },
    ]);
    expect(concepts).toEqual([]);
  });

  it('says which exemplars and cues came, went or changed places', () => {
    const [first, second] = sleep.cues.en;
    const changed: Label = {
      ...sleep,
      exemplars: { en: ['awake all night', 'cant sleep'], fr: [] },
      cues: { en: [{ ...first!, weight: 0.7 }, second!], fr: [] },
    };
    expect(compared(taxonomy([changed, dreams, food])).labels).toEqual([
      {
        kind: 'changed',
        id: 'sleep',
        fields: [
          { field: 'exemplars', removed: ['fr: je dors pas'], added: [], reordered: true },
          {
            field: 'cues',
            removed: ['en: \\bsleep\\b (0.5)'],
            added: ['en: \\bsleep\\b (0.7)'],
            reordered: false,
          },
        ],
      },
    ]);
  });

  it('sees that labels stand in another order', () => {
    expect(compared(taxonomy([food, sleep, dreams])).reordered).toEqual({ labels: true, concepts: false });
  });

  it.each<[string, readonly Label[], readonly Concept[], string, string]>([
    [
      'an exemplar',
      [sleep, dreams, { ...food, exemplars: { en: ['so hungry'], fr: [] } }],
      [fire],
      'patch',
      '1.0.1',
    ],
    ['a name', [sleep, dreams, { ...food, name: 'Hunger' }], [fire], 'patch', '1.0.1'],
    ['a wording', [sleep, dreams, food], [{ ...fire, phrase: 'bad sleep' }], 'patch', '1.0.1'],
    ['a threshold', [sleep, dreams, { ...food, threshold: 0.4 }], [fire], 'minor', '1.1.0'],
    ['a definition', [sleep, dreams, { ...food, definition: 'Hunger.' }], [fire], 'minor', '1.1.0'],
    ['a new label', [sleep, dreams, food, makeLabel('grief')], [fire], 'minor', '1.1.0'],
    ['a concept’s labels', [sleep, dreams, food], [{ ...fire, labels: [] }], 'minor', '1.1.0'],
    ['a label that is gone', [sleep, dreams], [fire], 'major', '2.0.0'],
    ['a label of risk', [sleep, dreams, { ...food, risk: true }], [fire], 'major', '2.0.0'],
    ['another id', [sleep, dreams, { ...food, id: 'hunger', was: ['food'] }], [fire], 'major', '2.0.0'],
  ])('demands of %s that the version is raised', (_, labels, concepts, demanded, lowest) => {
    const at = (version: string) => compared({ version, labels, concepts }).version;
    expect(at('1.0.0')).toEqual({
      from: '1.0.0',
      to: '1.0.0',
      demanded,
      raised: 'none',
      enough: false,
      lowest,
    });
    expect(at(lowest).enough).toBe(true);
    expect(at('0.9.9')).toMatchObject({ raised: null, enough: false });
  });
});

describe('a snapshot', () => {
  it('comes back from JSON as the taxonomy it was made of, patterns included', () => {
    expect(taxonomyOf(JSON.parse(JSON.stringify(snapshotOf(before))))).toEqual(before);
  });

  it('has the same hash for the same content only, whatever the version', () => {
    expect(hashOf({ ...before, version: '9.0.0' })).toBe(hashOf(before));
    expect(hashOf(taxonomy([sleep, dreams, { ...food, threshold: 0.51 }]))).not.toBe(hashOf(before));
  });
});

describe('compareVersions', () => {
  it('compares numbers, not texts', () =>
    expect(['1.10.0', '1.9.9', '1.9.10', '0.99.0'].toSorted(compareVersions)).toEqual([
      '0.99.0',
      '1.9.9',
      '1.9.10',
      '1.10.0',
    ]));
});
