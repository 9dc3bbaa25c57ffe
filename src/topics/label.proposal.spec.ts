import { parse } from 'yaml';
import { labelFileSchema } from '../taxonomy/taxonomy.schema.js';
import { proposedLabel } from './label.proposal.js';
import type { Theme } from './topic.types.js';

const theme: Theme = {
  name: 'waiting for immigration papers',
  texters: 35,
  growth: { week: 10, weeklyMeanBefore: 5, change: 5 },
  falseDiscovery: 0.01,
  rising: true,
  labels: [{ id: 'anxiety_stress', name: 'Anxiety: stress', texters: 20 }],
  phrases: [
    { phrase: 'waiting for immigration papers', texters: 20 },
    { phrase: 'fear of deportation', texters: 15 },
  ],
};

describe('a theme as a proposed label', () => {
  it('is an entry of a label file that lacks nothing but what people have to write', () => {
    const { error } = labelFileSchema.safeParse(parse(proposedLabel(theme)));
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['0.exemplars.en']);
  });

  it('is used once its exemplars are written', () => {
    const [entry] = parse(proposedLabel(theme)) as { exemplars: { en: string[] } }[];
    entry!.exemplars.en = Array.from({ length: 15 }, (_, n) => `no papers yet, month ${n}`);
    const [label] = labelFileSchema.parse([entry]);
    expect(label).toMatchObject({
      id: 'waiting_for_immigration_papers',
      name: 'Waiting for immigration papers',
      counts: ['waiting for immigration papers', 'fear of deportation'],
      excludes: ['what is Anxiety: stress alone (anxiety_stress)'],
      risk: false,
    });
  });

  it('tells the reviewer where people have to write', () => {
    const text = proposedLabel(theme);
    expect(text).toMatch(/^# Proposed from a theme of 35 texters or more/);
    expect(text).toMatch(/# at least 15 in texters’ style.*\n\s+exemplars:/);
  });

  it('names what counts also where no phrase of it may be told', () => {
    const [entry] = parse(proposedLabel({ ...theme, name: '3 jobs', phrases: [], labels: [] })) as object[];
    expect(entry).toMatchObject({ id: 'jobs', counts: ['3 jobs'] });
  });
});
