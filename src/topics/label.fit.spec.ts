import { join } from 'node:path';
import { ExemplarIndex } from '../classification/exemplars.js';
import { PinnedVectors } from '../embeddings/pinned.vectors.js';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { testFolder, testSettings } from '../../test/support/settings.js';
import { WordEmbedder } from '../../test/support/topics.js';
import { LabelFit, type LikeConcept } from './label.fit.js';

describe('LabelFit', () => {
  const folder = testFolder();
  afterAll(() => folder.remove());
  const embedder = new WordEmbedder();
  const exemplars = new ExemplarIndex(
    smallTaxonomy,
    // In a folder of its own, for another embedder's vectors would push the shipped ones out of the shared cache.
    new PinnedVectors(embedder, { ...testSettings(folder), DATA_DIR: join(folder.path, 'by-words') }),
  );
  const fit = new LabelFit(smallTaxonomy, exemplars);

  const like = (likeness: number, ...labels: string[]): LikeConcept => {
    const vector = embedder.vectorOf(labels.join(' '));
    const meaning = { wording: vector, voice: vector, both: vector };
    return { likeness, concept: { id: labels.join(), phrase: labels.join(), labels, ...meaning } };
  };
  const similarity = async (topic: string, concepts: LikeConcept[], label: string) =>
    (await fit.near(topic, embedder.vectorOf(topic), concepts)).find(({ id }) => id === label)?.similarity ??
    0;

  it('takes a topic that is a label by name or id for that label alone', async () => {
    for (const topic of ['suicide.ideation', 'Suicide Ideation', ' suicide / ideation '])
      expect(await fit.near(topic, embedder.vectorOf(topic), [like(0.9, 'self_harm')])).toEqual([
        { id: 'suicide.ideation', name: 'suicide.ideation', similarity: 1 },
      ]);
  });

  it('says by its exemplars what label a topic is near', async () => {
    const topic = 'i burn myself when im upset';
    const near = await fit.near(topic, embedder.vectorOf(topic), []);
    expect(near[0]?.id).toBe('self_harm');
  });

  it('says by the concepts nearest to a topic what it is about where no exemplar has its words', async () => {
    expect(
      await similarity('zxqv', [like(0.9, 'self_harm'), like(0.1, 'suicide')], 'self_harm'),
    ).toBeGreaterThan(0.5);
  });

  it('says by its cues what a topic is about that is worded like nothing else', async () => {
    expect(await similarity('suicidal zxqv', [], 'suicide.ideation')).toBeGreaterThan(0.4);
  });

  it('adds labels that the analyst names, and drops those below one that goes', () => {
    const near = [
      { id: 'suicide.ideation', name: 'suicide.ideation', similarity: 0.4 },
      { id: 'self_harm', name: 'self_harm', similarity: 0.3 },
    ];
    const ids = (chosen: Parameters<typeof fit.chosen>[1]) => fit.chosen(near, chosen).map(({ id }) => id);
    expect(ids({})).toEqual(['suicide.ideation', 'self_harm']);
    expect(fit.chosen(near, { includeLabels: ['self_harm'] })[0]).toMatchObject({
      id: 'self_harm',
      similarity: 1,
    });
    expect(ids({ excludeLabels: ['suicide'] })).toEqual(['self_harm']);
    expect(ids({ includeLabels: ['self_harm'], excludeLabels: ['self_harm'] })).toEqual(['suicide.ideation']);
    for (const field of ['includeLabels', 'excludeLabels'] as const)
      expect(() => ids({ [field]: ['no_such_label'] })).toThrow(
        expect.objectContaining({ name: 'TopicInputError', field }),
      );
  });

  it('lets a concept that no label covers take its share away', async () => {
    const covered = await similarity('zxqv', [like(0.9, 'self_harm')], 'self_harm');
    const beside = await similarity('zxqv', [like(0.9), like(0.9, 'self_harm')], 'self_harm');
    expect(beside).toBeCloseTo(covered - 0.25, 5);
    expect(await similarity('zxqv', [like(0, 'self_harm')], 'self_harm')).toBe(0);
  });
});
