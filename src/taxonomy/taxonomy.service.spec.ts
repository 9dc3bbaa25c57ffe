import { TaxonomyService } from './taxonomy.service.js';
import type { Label } from './taxonomy.types.js';

const label = (id: string, parent: string | null): Label => ({
  id,
  was: [],
  parent,
  name: `Name of ${id}`,
  definition: '',
  counts: [],
  excludes: [],
  risk: false,
  threshold: 0.5,
  exemplars: { en: [], fr: [] },
  cues: { en: [], fr: [] },
});

const ids = (labels: readonly Label[]) => labels.map(({ id }) => id);

describe('TaxonomyService', () => {
  const taxonomy = new TaxonomyService({
    version: '1.2.3',
    labels: [
      label('abuse', null),
      label('abuse.online', 'abuse'),
      label('abuse.online.images', 'abuse.online'),
      label('abuse.home', 'abuse'),
      label('abuse_other', null),
    ],
    concepts: [],
  });

  it('finds a label by its id', () => {
    expect(taxonomy.byId('abuse.home')?.name).toBe('Name of abuse.home');
  });

  it('finds the parent, and none for a top-level label', () => {
    expect(taxonomy.parentOf('abuse.online.images')?.id).toBe('abuse.online');
    expect(taxonomy.parentOf('abuse')).toBeNull();
  });

  it('lists the children directly below', () => {
    expect(ids(taxonomy.childrenOf('abuse'))).toEqual(['abuse.online', 'abuse.home']);
  });

  it('lists the ancestors from the top', () => {
    expect(ids(taxonomy.ancestorsOf('abuse.online.images'))).toEqual(['abuse', 'abuse.online']);
  });

  it('lists the descendants at any depth, and no label that only begins alike', () => {
    expect(ids(taxonomy.descendantsOf('abuse'))).toEqual([
      'abuse.online',
      'abuse.online.images',
      'abuse.home',
    ]);
  });

  it('names the path from the top down to the label', () => {
    expect(taxonomy.pathOf('abuse.online')).toEqual(['Name of abuse', 'Name of abuse.online']);
  });

  it('answers an id of another version without failing', () => {
    expect(taxonomy.byId('gone')).toBeUndefined();
    expect(taxonomy.parentOf('gone')).toBeNull();
    expect([taxonomy.childrenOf('gone'), taxonomy.ancestorsOf('gone')]).toEqual([[], []]);
    expect([taxonomy.descendantsOf('gone'), taxonomy.pathOf('gone')]).toEqual([[], []]);
  });
});
