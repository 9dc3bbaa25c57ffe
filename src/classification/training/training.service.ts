import { Inject, Injectable } from '@nestjs/common';
import { EMBEDDER, type Embedder } from '../../embeddings/embedder.types.js';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import type { LabelScore } from '../classification.types.js';
import type { LabelEvaluation } from '../evaluation/evaluation.types.js';
import { LabelTally } from '../evaluation/label.tally.js';
import { settle } from '../hierarchy.js';
import type { LabelledConversation } from '../labelled.types.js';
import { LocalClassifier } from '../local.classifier.js';
import { inParallel } from '../parallel.js';
import { fuse } from '../scoring.js';
import { featureCount } from './features.js';
import { FEWEST_POSITIVES, type HeadFigures, type StoredHead, TrainedHead } from './head.js';
import { HeadStore } from './head.store.js';
import { fitLogistic } from './logistic.js';
import { isHeldOut, Reservoir } from './sample.js';

/** One conversation as training keeps it: no words of it. */
interface Lesson {
  features: Float32Array;
  scores: LabelScore[];
  gold: readonly string[];
}

/** Larger files are sampled: 20,000 conversations are 50 MB of features. */
const MOST_TRAINED = 20_000;
const MOST_HELD_OUT = 5_000;
const LANES = 4;
const SEED = 20_260;

/** Training cannot succeed on what it was given; the message says why. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
}

/** Trains the local classifier's head on an organisation's own labels. */
@Injectable()
export class TrainingService {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly classifier: LocalClassifier,
    private readonly store: HeadStore,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
  ) {}

  /**
   * Learns from labelled conversations and stores the head, which takes the old one's place. Conversations
   * without gold labels are passed over. A fifth of the texters is held out for the figures.
   * @param onProgress called with the number of conversations read
   * @returns what was stored
   * @throws TrainingError no label has conversations enough
   */
  async train(
    conversations: AsyncIterable<LabelledConversation> | Iterable<LabelledConversation>,
    onProgress?: (done: number) => void,
  ): Promise<StoredHead> {
    const trained = new Reservoir<Lesson>(MOST_TRAINED, SEED);
    const heldOut = new Reservoir<Lesson>(MOST_HELD_OUT, SEED);
    let done = 0;
    let seen = 0;
    for await (const { lesson, texter } of inParallel(conversations, LANES, (line) => this.lessonOf(line))) {
      onProgress?.(++done);
      if (!lesson) continue;
      seen++;
      (isHeldOut(texter) ? heldOut : trained).offer(lesson);
    }
    const { labels, untrained } = this.fit(trained.items);
    const head = new TrainedHead(labels, this.riskLabels());
    const stored: StoredHead = {
      version: 1,
      trainedAt: new Date().toISOString(),
      taxonomy: this.taxonomy.version,
      embedder: this.embedder.id,
      features: featureCount(this.taxonomy.labels.length, this.embedder.dimensions),
      seed: SEED,
      data: { seen, trained: trained.items.length, heldOut: heldOut.items.length },
      labels,
      untrained,
      heldOut: {
        without: this.measure(heldOut.items, ({ scores }) => scores),
        with: this.measure(heldOut.items, ({ scores, features }) => head.apply(scores, features)),
      },
    };
    await this.store.write(stored);
    this.classifier.use(stored);
    return stored;
  }

  private async lessonOf({ transcript, gold, texter }: LabelledConversation) {
    if (!gold) return { texter, lesson: null };
    const { signals, features } = await this.classifier.examine(transcript);
    return { texter, lesson: { features, scores: fuse(signals), gold } satisfies Lesson };
  }

  private fit(lessons: readonly Lesson[]): Pick<StoredHead, 'labels' | 'untrained'> {
    const labels: StoredHead['labels'] = {};
    const untrained: StoredHead['untrained'] = {};
    const inputs = lessons.map(({ features }) => features);
    this.taxonomy.labels.forEach(({ id }, index) => {
      const positive = lessons.map(({ gold }) => gold.includes(id));
      const positives = positive.filter(Boolean).length;
      if (positives < FEWEST_POSITIVES || positives === lessons.length) {
        untrained[id] = positives;
        return;
      }
      const { weights, bias } = fitLogistic(inputs, positive, SEED + index);
      labels[id] = {
        positives,
        bias,
        weights: Array.from(weights, (weight) => Number(weight.toPrecision(5))),
      };
    });
    if (Object.keys(labels).length === 0)
      throw new TrainingError(
        `no label has ${FEWEST_POSITIVES} conversations to learn from (and some without it), so nothing was trained`,
      );
    return { labels, untrained };
  }

  private measure(lessons: readonly Lesson[], scoresOf: (lesson: Lesson) => LabelScore[]): HeadFigures {
    const tally = new LabelTally(this.taxonomy.labels);
    for (const lesson of lessons) tally.add(settle(scoresOf(lesson), this.taxonomy.labels), lesson.gold);
    const { judged, top1, top3, micro, macro }: LabelEvaluation = tally.result();
    return { judged, top1, top3, microF1: micro.f1, macroF1: macro.f1 };
  }

  private riskLabels(): Set<string> {
    return new Set(this.taxonomy.labels.filter(({ risk }) => risk).map(({ id }) => id));
  }
}
