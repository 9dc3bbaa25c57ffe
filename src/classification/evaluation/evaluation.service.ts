import { Inject, Injectable } from '@nestjs/common';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import { CLASSIFIER, type Classifier } from '../classification.types.js';
import type { LabelledConversation } from '../labelled.types.js';
import { inParallel } from '../parallel.js';
import type { LabelEvaluation } from './evaluation.types.js';
import { LabelTally } from './label.tally.js';

/** Conversations in work at a time: enough to keep both embedding threads busy. */
const LANES = 4;

/** Measures the classifier that `ENGINE` picked against people's labels. */
@Injectable()
export class EvaluationService {
  constructor(
    private readonly taxonomy: TaxonomyService,
    @Inject(CLASSIFIER) private readonly classifier: Classifier,
  ) {}

  /**
   * Classifies every conversation and compares. Streams: memory does not grow with the file.
   * @param onProgress called with the number of conversations done
   */
  async evaluateLabels(
    conversations: AsyncIterable<LabelledConversation> | Iterable<LabelledConversation>,
    onProgress?: (done: number) => void,
  ): Promise<LabelEvaluation> {
    const tally = new LabelTally(this.taxonomy.labels);
    const classified = inParallel(conversations, LANES, async ({ transcript, gold }) => ({
      gold,
      classification: await this.classifier.classify(transcript),
    }));
    let done = 0;
    for await (const { gold, classification } of classified) {
      tally.add(classification, gold);
      onProgress?.(++done);
    }
    return tally.result();
  }
}
