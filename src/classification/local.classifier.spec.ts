import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { chat } from '../../test/support/transcripts.js';
import { readSettings } from '../config/settings.js';
import { BundledEmbedder } from '../embeddings/bundled/bundled.embedder.js';
import { CachedEmbedder } from '../embeddings/cached.embedder.js';
import { PinnedVectors } from '../embeddings/pinned.vectors.js';
import { EvaluationService } from './evaluation/evaluation.service.js';
import { ExemplarIndex } from './exemplars.js';
import type { LabelledConversation } from './labelled.types.js';
import { LocalClassifier } from './local.classifier.js';
import { ConversationReader } from './reader.js';
import { HeadError, HeadStore } from './training/head.store.js';
import { TrainingError, TrainingService } from './training/training.service.js';

describe('the local classifier', () => {
  const embedder = new CachedEmbedder(new BundledEmbedder(1));
  let folder: string;
  let heads: HeadStore;

  /** A classifier as a new process would have it. */
  const start = async (): Promise<LocalClassifier> => {
    const pinned = new PinnedVectors(embedder, readSettings({ DATA_DIR: folder }));
    const classifier = new LocalClassifier(
      smallTaxonomy,
      new ConversationReader(smallTaxonomy, embedder),
      new ExemplarIndex(smallTaxonomy, pinned),
      heads,
      embedder,
    );
    await classifier.onModuleInit();
    return classifier;
  };
  const held = async (...lines: string[]) =>
    (await (await start()).classify(chat(lines))).labels.map(({ id }) => id);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keyline-classifier-'));
    heads = new HeadStore(readSettings({ DATA_DIR: folder }));
  });
  afterEach(() => rm(folder, { recursive: true }));
  afterAll(() => embedder.close());

  it('scores every label in 0..1, highest first, and shows evidence for each that holds', async () => {
    const transcript = chat([
      't: hi',
      'r: Hi, what brings you here?',
      't: i keep getting into a fight with my dad about everything and tonight it got so bad',
      't: and i want to die',
    ]);
    const { scores, labels, provenance } = await (await start()).classify(transcript);
    expect(scores).toHaveLength(smallTaxonomy.labels.length);
    const values = scores.map(({ score }) => score);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
    expect(labels.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['suicide', 'suicide.ideation', 'relationship', 'relationship.family']),
    );
    for (const { evidence } of labels) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { message, start: from, end } of evidence) {
        expect(transcript.messages[message]!.from).toBe('texter');
        expect(transcript.messages[message]!.text.slice(from, end).trim()).not.toBe('');
      }
    }
    expect(provenance).toMatchObject({ engine: 'local', taxonomy: '0.0.1', degraded: false });
  });

  it('shows the words that say it, and not what stands around them', async () => {
    const { labels } = await (
      await start()
    ).classify(chat(['t: we moved here in june and the bus comes at nine', 'r: Oh?', 't: ok. im suicidal']));
    expect(labels.find(({ id }) => id === 'suicide.ideation')!.evidence).toEqual([
      { message: 2, start: 4, end: 15 },
    ]);
  });

  it('finds nothing in a conversation that only greets, and asks for no review', async () => {
    const { labels, needsReview } = await (await start()).classify(chat(['t: hi', 'r: Hello!', 't: ok bye']));
    expect(labels).toEqual([]);
    expect(needsReview).toEqual([]);
  });

  it('takes an empty conversation and one without the texter', async () => {
    expect(await held()).toEqual([]);
    expect(await held('r: Are you suicidal?', 'r: I am here.')).toEqual([]);
  });

  it('does not hold what the texter denies', async () => {
    expect(
      await held("t: i'm not suicidal, i just fight with my dad a lot and its exhausting"),
    ).not.toContain('suicide');
  });

  it('gives danger to a friend to a person to see, and no suicide label to the texter', async () => {
    const { labels, needsReview } = await (
      await start()
    ).classify(chat(['t: my friend wants to die and im worried about him']));
    expect(labels.map(({ id }) => id)).not.toContain('suicide');
    expect(needsReview).toContain('third_party_risk');
  });

  it('takes a yes to the question about suicide for what it is', async () => {
    const labels = await held('t: everything is bad', 'r: Are you thinking of killing yourself?', 't: yeah');
    expect(labels).toContain('suicide.ideation');
  });

  it('reads French by its wording', async () => {
    const { scores } = await (await start()).classify(chat(['t: mes parents se chicanent sans arrêt'], 'fr'));
    expect(scores[0]!.id).toBe('relationship.family');
  });

  it('says so when it does not know the language', async () => {
    const { needsReview } = await (await start()).classify(chat(['t: estoy muy triste por mi novia'], 'es'));
    expect(needsReview).toContain('unsupported_language');
  });

  /** Talk of exams, which the exemplars know nothing of, labelled as this organisation would. */
  const labelled = (count: number): LabelledConversation[] =>
    Array.from({ length: count }, (_, i) => ({
      transcript: chat([
        i % 2 ? `t: exam number ${i} in chemistry is soon` : `t: my cat ${i} sleeps in a box`,
      ]),
      gold: i % 2 ? ['other'] : ['third_party'],
      texter: `texter ${i}`,
    }));
  const trainer = (classifier: LocalClassifier) =>
    new TrainingService(smallTaxonomy, classifier, heads, embedder);

  it('learns from labelled conversations, names what it could not learn, and knows it after a restart', async () => {
    const classifier = await start();
    const before = await classifier.classify(chat(['t: exam number 7 in physics is soon']));
    let done = 0;
    const stored = await trainer(classifier).train(labelled(100), (count) => (done = count));
    expect(done).toBe(100);
    expect(Object.keys(stored.labels).sort()).toEqual(['other', 'third_party']);
    expect(stored.untrained).toMatchObject({ suicide: 0 });
    expect(stored.data.trained + stored.data.heldOut).toBe(100);
    expect(stored.heldOut.with.top1).toBeGreaterThan(stored.heldOut.without.top1!);
    const after = await (await start()).classify(chat(['t: exam number 7 in physics is soon']));
    expect(after.scores[0]!.id).toBe('other');
    expect(after.provenance.model).not.toBe(before.provenance.model);
  });

  it('gives the same head for the same conversations', async () => {
    const first = await trainer(await start()).train(labelled(60));
    const second = await trainer(await start()).train(labelled(60));
    expect(second.labels).toEqual(first.labels);
  });

  it('refuses to train on too few conversations, and keeps what it had', async () => {
    const training = trainer(await start()).train(labelled(20));
    await expect(training).rejects.toThrow(TrainingError);
    expect(await heads.read()).toBeNull();
  });

  it('does not use a head that was trained for another taxonomy', async () => {
    const stored = await trainer(await start()).train(labelled(100));
    await heads.write({ ...stored, taxonomy: '9.9.9' });
    const { provenance } = await (await start()).classify(chat(['t: exam soon']));
    expect(provenance.model).toBe(embedder.id);
  });

  it('stops the boot on a damaged head', async () => {
    await heads.write({ version: 2 } as never);
    await expect(start()).rejects.toThrow(HeadError);
  });

  it('is measured against people, conversation by conversation', async () => {
    const evaluation = new EvaluationService(smallTaxonomy, await start());
    const result = await evaluation.evaluateLabels([
      { transcript: chat(['t: i want to die']), gold: ['suicide', 'suicide.ideation'], texter: 'a' },
      { transcript: chat(['t: hi']), gold: null, texter: 'b' },
    ]);
    expect(result).toMatchObject({ judged: 1, withoutGold: 1, top1: 1, risk: { recall: 1 } });
  });
});
