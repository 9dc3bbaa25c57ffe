import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Provenance, Transcript } from '../conversations/conversation.types.js';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { Classification, Classifier } from './classification.types.js';
import { ExemplarIndex } from './exemplars.js';
import { settle } from './hierarchy.js';
import { ConversationReader, type Reading } from './reader.js';
import { reviewReasons } from './review.js';
import { fuse, type LabelSignals, signalsOf } from './scoring.js';
import { featureCount, featuresOf } from './training/features.js';
import { type StoredHead, TrainedHead } from './training/head.js';
import { HeadStore } from './training/head.store.js';

/** The issue is presented in so many utterances at the start. */
const PRESENTING = 2;

/** What the local engine finds before it decides. */
export interface Examination {
  reading: Reading;
  /** For each label, in the taxonomy's order. */
  signals: LabelSignals[];
  /** What the trained head sees. */
  features: Float32Array;
}

/** Classifies by the taxonomy's exemplars and cues, and by the trained head where there is one that fits. */
@Injectable()
export class LocalClassifier implements Classifier, OnModuleInit {
  private readonly logger = new Logger(LocalClassifier.name);
  private head: TrainedHead | null = null;
  private model: string;

  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly reader: ConversationReader,
    private readonly exemplars: ExemplarIndex,
    private readonly heads: HeadStore,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
  ) {
    this.model = embedder.id;
  }

  async onModuleInit(): Promise<void> {
    const stored = await this.heads.read();
    if (!stored) return;
    if (stored === 'outdated')
      this.logger.warn(
        'The trained head is of another version of Keyline, so it is not used: run `keyline train` again',
      );
    else if (this.fits(stored)) this.use(stored);
    else
      this.logger.warn(
        `The trained head is for taxonomy ${stored.taxonomy} and ${stored.embedder}, so it is not used: run \`keyline train\` again`,
      );
  }

  /** Scores with this head from now on. */
  use(stored: StoredHead): void {
    this.head = new TrainedHead(stored, this.taxonomy.labels);
    const scored = JSON.stringify([stored.labels, stored.common]);
    const hash = createHash('sha256').update(scored).digest('hex').slice(0, 8);
    this.model = `${this.embedder.id}+head-${hash}`;
  }

  async classify(transcript: Transcript): Promise<Classification> {
    const { reading, signals, features } = await this.examine(transcript);
    const fused = fuse(signals);
    // The head has thresholds of its own.
    const known = this.head?.labels ?? this.taxonomy.labels;
    const { scores, labels } = settle(this.head?.apply(fused, features) ?? fused, known);
    const needsReview = reviewReasons(transcript, reading, labels, known);
    return { scores, labels, needsReview, provenance: this.provenance() };
  }

  /** Reads a conversation and weighs what speaks for each label. */
  async examine(transcript: Transcript): Promise<Examination> {
    const reading = await this.reader.read(transcript);
    const examples = reading.salient.map(({ utterance, vector }) => ({ text: utterance.text, vector }));
    const probabilities = await this.exemplars.probabilities(examples);
    const read = reading.salient.map((entry, index) => ({ ...entry, probabilities: probabilities[index]! }));
    const presenting = new Set(reading.utterances.slice(0, PRESENTING).flatMap(({ sentences }) => sentences));
    const signals = signalsOf(this.taxonomy.labels, reading.hits, read, presenting);
    return { reading, signals, features: featuresOf(signals, reading, this.embedder.dimensions) };
  }

  private fits({ taxonomy, embedder, features }: StoredHead): boolean {
    const expected = featureCount(this.taxonomy.labels.length, this.embedder.dimensions);
    return taxonomy === this.taxonomy.version && embedder === this.embedder.id && features === expected;
  }

  private provenance(): Provenance {
    const { model, taxonomy } = this;
    return { engine: 'local', model, taxonomy: taxonomy.version, prompt: null, degraded: false };
  }
}
