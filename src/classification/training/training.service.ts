import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { KeyedHash } from '../../conversations/keyed.hash.js';
import { EMBEDDER, type Embedder } from '../../embeddings/embedder.types.js';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import type { LabelledLine } from '../labelled.types.js';
import { LocalClassifier } from '../local.classifier.js';
import { Census } from './census.js';
import { featureCount } from './features.js';
import { FEWEST_POSITIVES, fitHead, trainable } from './head.fitting.js';
import { measureHead } from './head.measuring.js';
import { HEAD_VERSION, type StoredHead } from './head.js';
import { HeadStore } from './head.store.js';
import { RowLayout } from './lesson.js';
import { LessonReader } from './lesson.reader.js';
import { Spool, type Progress } from './spool.js';
import { partOf } from './split.js';
import { spoolKey } from './spool.key.js';
import { TrainingError, TrainingStopped } from './training.error.js';

/** Settles the split of texters and the order of lessons, unless told otherwise. */
export const SEED = 20_260;

export interface TrainingOptions {
  /** What tells the file and its mapping from others; null for one that cannot be read again. */
  source: string | null;
  seed: number;
  /** The share of conversations with a risk label in which its threshold is to find it. */
  riskRecall: number;
  /** The survey question whose groups are to be treated fairly, or null. */
  fairBy: string | null;
  alpha: number;
  beta: number;
  /** Throws away what an unfinished training has left. */
  fresh?: boolean;
  /** The most passes in each round of fitting. */
  passes?: number;
  signal?: AbortSignal;
  /** Called first where an earlier run is gone on with, with what that one has read. */
  onResume?: (reading: Progress) => void;
  /** Called when a stage begins, and as it goes on. */
  onProgress?: (stage: 'reading' | 'fitting', done: number) => void;
}

/** A training that has ended. */
export interface Trained {
  head: StoredHead;
  /** What the reading of the file came to. */
  reading: Progress;
}

/** Trains the local classifier's head on an organisation's own labels. */
@Injectable()
export class TrainingService {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly classifier: LocalClassifier,
    private readonly store: HeadStore,
    private readonly hash: KeyedHash,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Learns from labelled conversations and stores the head, which takes the old one's place. A fifth of the texters
   * is held out for the figures. Streams: what it reads goes to a spool on disk, which is deleted at the end.
   * @param linesAfter the lines of the file after one, given how many before it were refused
   * @returns what was stored
   * @throws TrainingError no label has conversations enough, or another training is in the way
   * @throws TrainingStopped `signal` was raised; the same call goes on where reading stopped
   */
  async train(
    linesAfter: (line: number, refused: number) => AsyncIterable<LabelledLine>,
    options: TrainingOptions,
  ): Promise<Trained> {
    const { labels } = this.taxonomy;
    const size = { labels: labels.length, features: featureCount(labels.length, this.embedder.dimensions) };
    const { fresh, signal, onProgress, fairBy } = options;
    const key = spoolKey(options.source, fairBy, this.taxonomy, this.embedder);
    const layout = new RowLayout(size.labels, size.features);
    const spool = await Spool.open(this.settings.DATA_DIR, key, layout, { fresh, signal });
    let kept = options.source !== null;
    try {
      const reading = spool.progress;
      if (reading.line > 0) options.onResume?.(reading);
      onProgress?.('reading', reading.seen);
      if (!reading.complete) {
        const reader = new LessonReader(labels, this.classifier, this.hash);
        const onRead = (read: number) => onProgress?.('reading', read);
        const lines = linesAfter(reading.line, reading.refused);
        await reader.read(lines, spool, { fairBy, signal, onProgress: onRead });
      }
      const census = await Census.of(spool, size, options.seed, this.settings.MIN_GROUP_SIZE);
      this.refuseTooLittle(census, reading);
      const head = await this.headOf(spool, census, options);
      await this.store.write(head);
      this.classifier.use(head);
      kept = false;
      return { head, reading };
    } catch (error) {
      if (signal?.aborted) throw new TrainingStopped('stopped', { cause: error });
      // What was read is right; only what could be learnt of it is too little, and a longer file is another one.
      if (error instanceof TrainingError) kept = false;
      throw error;
    } finally {
      await (kept ? spool.close() : spool.remove());
    }
  }

  private async headOf(spool: Spool, census: Census, options: TrainingOptions): Promise<StoredHead> {
    const { seed, riskRecall, fairBy, alpha, beta, passes, onProgress } = options;
    const { labels } = this.taxonomy;
    let done = 0;
    const onPass = () => onProgress?.('fitting', ++done);
    const fit = (fairness: { alpha: number; beta: number }) =>
      fitHead(spool, census, labels, { seed, riskRecall, passes, onPass, fairness });
    onProgress?.('fitting', 0);
    const { untrained, ...trained } = await fit({ alpha, beta });
    if (Object.keys(trained.labels).length === 0)
      throw new TrainingError('nothing was learnt: what people labelled does not go with what texters wrote');
    const unweighted = fairBy && alpha > 0 ? await fit({ alpha: 0, beta: 0 }) : null;
    const { groups, seen, withoutGold } = spool.progress;
    const heldOut = (texter: number) => partOf(texter, seed) === 'test';
    const heads = { trained, unweighted };
    const figures = await measureHead(spool, census, labels, heldOut, heads, groups);
    return {
      version: HEAD_VERSION,
      trainedAt: new Date().toISOString(),
      taxonomy: this.taxonomy.version,
      embedder: this.embedder.id,
      options: { seed, riskRecall, fairBy, alpha, beta },
      data: { seen, withoutGold, ...census.sizes() },
      ...trained,
      untrained,
      figures,
    };
  }

  private refuseTooLittle(census: Census, { seen, withoutGold, unknownTags }: Progress): void {
    if (seen > 0 && seen === withoutGold)
      throw new TrainingError(
        Object.keys(unknownTags).length > 0
          ? 'every conversation has a tag that the mapping lacks: add the tags to it, with [] for those to ignore'
          : 'no conversation has labels: expected `gold` or `labels`, a list of label ids, or `tags` and --map',
      );
    const { places, untrained } = trainable(this.taxonomy.labels, census);
    if (places.length > 0) return;
    const best = Object.entries(untrained).reduce((a, b) => (b[1].positives > a[1].positives ? b : a));
    throw new TrainingError(
      `no label has ${FEWEST_POSITIVES} conversations of different texters to learn from (and some without it; a fifth of the texters is held out), so nothing was trained; ${best[0]} comes nearest with ${best[1].positives}`,
    );
  }
}
