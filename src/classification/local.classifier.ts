import { Inject, Injectable } from '@nestjs/common';
import type { Provenance, Transcript } from '../conversations/conversation.types.js';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { Classification, Classifier } from './classification.types.js';
import { ExemplarIndex } from './exemplars.js';
import { settle } from './hierarchy.js';
import { ConversationReader, type Reading } from './reader.js';
import { reviewReasons } from './review.js';
import { fuse, signalsOf, type LabelSignals } from './scoring.js';

/** Classifies by the taxonomy's exemplars and cues, and by the trained head where there is one. */
@Injectable()
export class LocalClassifier implements Classifier {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly reader: ConversationReader,
    private readonly exemplars: ExemplarIndex,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
  ) {}

  async classify(transcript: Transcript): Promise<Classification> {
    const reading = await this.reader.read(transcript);
    const signals = await this.signals(reading);
    const { scores, labels } = settle(fuse(signals), this.taxonomy.labels);
    const needsReview = reviewReasons(transcript, reading, labels, this.taxonomy.labels);
    return { scores, labels, needsReview, provenance: this.provenance() };
  }

  /** What speaks for each label, in the taxonomy's order. */
  async signals({ hits, salient }: Reading): Promise<LabelSignals[]> {
    const examples = salient.map(({ utterance, vector }) => ({ text: utterance.text, vector }));
    const probabilities = await this.exemplars.probabilities(examples);
    const read = salient.map((entry, index) => ({ ...entry, probabilities: probabilities[index]! }));
    return signalsOf(this.taxonomy.labels, hits, read);
  }

  private provenance(): Provenance {
    return {
      engine: 'local',
      model: this.embedder.id,
      taxonomy: this.taxonomy.version,
      prompt: null,
      degraded: false,
    };
  }
}
