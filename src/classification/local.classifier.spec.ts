import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { chat } from '../../test/support/transcripts.js';
import { readSettings } from '../config/settings.js';
import { KeyedHash } from '../conversations/keyed.hash.js';
import { BundledEmbedder } from '../embeddings/bundled/bundled.embedder.js';
import { CachedEmbedder } from '../embeddings/cached.embedder.js';
import { PinnedVectors } from '../embeddings/pinned.vectors.js';
import { EvaluationService } from './evaluation/evaluation.service.js';
import { ExemplarIndex } from './exemplars.js';
import type { LabelledLine } from './labelled.types.js';
import { LocalClassifier } from './local.classifier.js';
import { ConversationReader } from './reader.js';
import { HEAD_VERSION } from './training/head.js';
import { HeadError, HeadStore } from './training/head.store.js';
import { TrainingStopped } from './training/training.error.js';
import { type TrainingOptions, TrainingService } from './training/training.service.js';

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
  const labelled = (count: number): LabelledLine[] =>
    Array.from({ length: count }, (_, i) => ({
      transcript: chat([
        i % 2 ? `t: exam number ${i} in chemistry is soon` : `t: my cat ${i} sleeps in a box`,
      ]),
      gold: i % 2 ? ['other'] : ['third_party'],
      texter: `texter ${i}`,
      survey: { ageGroup: i % 3 ? '14-17' : '18-24' },
      line: i + 1,
      refused: 0,
      unknownTags: [],
    }));
  async function* from(lines: readonly LabelledLine[], after: number): AsyncGenerator<LabelledLine> {
    yield* lines.slice(after);
  }
  const train = (
    classifier: LocalClassifier,
    lines: readonly LabelledLine[],
    more: Partial<TrainingOptions> = {},
  ) => {
    const settings = readSettings({ DATA_DIR: folder, HASH_KEY: 'a key for these tests' });
    const hash = new KeyedHash(settings);
    const service = new TrainingService(smallTaxonomy, classifier, heads, hash, embedder, settings);
    const plain = { source: 'a', seed: 1, riskRecall: 0.95, fairBy: null, alpha: 0, beta: 0, passes: 10 };
    return service.train((line) => from(lines, line), { ...plain, ...more });
  };

  it('learns from labelled conversations, names what it could not learn, and knows it after a restart', async () => {
    const classifier = await start();
    const before = await classifier.classify(chat(['t: exam number 7 in physics is soon']));
    const stages: Record<string, number> = {};
    const { head } = await train(classifier, labelled(100), {
      onProgress: (stage, done) => (stages[stage] = done),
    });
    expect(stages).toEqual({ reading: 100, fitting: expect.any(Number) });
    expect(Object.keys(head.labels).sort()).toEqual(['other', 'third_party']);
    expect(head.untrained).toMatchObject({ suicide: { positives: 0, needed: 8 } });
    expect(head.data.folds.reduce((sum, rows) => sum + rows, head.data.test)).toBe(100);
    expect(head.figures.trained.top1).toBeGreaterThan(head.figures.untrained.top1!);
    expect(readdirSync(folder)).not.toContain('training');
    const after = await (await start()).classify(chat(['t: exam number 7 in physics is soon']));
    expect(after.scores[0]!.id).toBe('other');
    expect(after.provenance.model).not.toBe(before.provenance.model);
  });

  it('still finds every risk after it was trained that there is none', async () => {
    const lines = labelled(100).map((line, i) =>
      i % 5 ? line : { ...line, transcript: chat([`t: i want to die ${i}`]), gold: ['other'] },
    );
    await train(await start(), lines);
    expect(await held('t: i want to die')).toEqual(expect.arrayContaining(['suicide', 'suicide.ideation']));
  });

  it('gives the same head after a stop as without one, and reads nothing twice', async () => {
    const whole = await train(await start(), labelled(60));
    const stop = new AbortController();
    const read: number[] = [];
    const onProgress = (stage: string, done: number) => {
      if (stage === 'reading') read.push(done);
      if (done === 25) stop.abort();
    };
    const stopped = train(await start(), labelled(60), { signal: stop.signal, onProgress });
    await expect(stopped).rejects.toThrow(TrainingStopped);
    expect(await heads.read()).toMatchObject({ trainedAt: whole.head.trainedAt });
    const { head } = await train(await start(), labelled(60), { onProgress });
    expect({ ...head, trainedAt: null }).toEqual({ ...whole.head, trainedAt: null });
    expect(read.filter((done) => done > 0 && done !== 25)).toHaveLength(59);
  });

  it('keeps the head that a new one replaces', async () => {
    const first = await train(await start(), labelled(60));
    await train(await start(), labelled(80), { source: 'b' });
    const kept = JSON.parse(readFileSync(join(folder, 'model/head.previous.json'), 'utf8'));
    expect(kept).toEqual(JSON.parse(JSON.stringify(first.head)));
  });

  it('gives figures by group where it is told to be fair, beside those without', async () => {
    const fair = { fairBy: 'ageGroup', alpha: 0.5, beta: 2 };
    const { figures } = (await train(await start(), labelled(120), fair)).head;
    expect(figures.unweighted).not.toBeNull();
    expect(figures.groups.map(({ group }) => group)).toEqual(expect.arrayContaining(['14-17', '18-24']));
    for (const { trained, unweighted } of figures.groups)
      expect(unweighted!.conversations).toBe(trained.conversations);
  });

  it('refuses to train on too few conversations, and keeps what it had', async () => {
    await expect(train(await start(), labelled(10))).rejects.toThrow(
      /no label has 8 conversations of different texters/,
    );
    const unlabelled = labelled(10).map((line) => ({ ...line, gold: null }));
    await expect(train(await start(), unlabelled)).rejects.toThrow(
      /no conversation has labels: expected `gold`/,
    );
    expect(await heads.read()).toBeNull();
  });

  it('does not use a head that was trained for another taxonomy, or by another version', async () => {
    const { head } = await train(await start(), labelled(100));
    const model = async () => (await (await start()).classify(chat(['t: exam soon']))).provenance.model;
    await heads.write({ ...head, taxonomy: '9.9.9' });
    expect(await model()).toBe(embedder.id);
    await heads.write({ version: 1 } as never);
    expect(await model()).toBe(embedder.id);
  });

  it('stops the boot on a damaged head', async () => {
    await heads.write({ version: HEAD_VERSION } as never);
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
