import { Inject, Injectable } from '@nestjs/common';
import type { Provenance } from '../../conversations/conversation.types.js';
import { withoutOmission } from '../../llm/pruning/omission.js';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import { CLASSIFIER, type Classifier } from '../classification.types.js';
import type { LabelledConversation } from '../labelled.types.js';
import { inParallel } from '../parallel.js';
import { DEFAULT_BOOTSTRAP } from './bootstrap.js';
import { evaluateRecords } from './evaluate.records.js';
import type { SourcedEvaluation } from './evaluation.types.js';
import { type Grouping, LabelRecords } from './records.js';

/** Conversations in work at a time: enough to keep both embedding threads busy. */
const LANES = 4;

/** The smallest group that may be told of, where no setting says otherwise. */
const MIN_GROUP = 5;

export interface EvaluationOptions {
  /** Survey answers by which all figures are told as well. */
  by?: readonly Grouping[];
  /** How often the texters are drawn anew for the intervals. */
  resamples?: number;
  /** The smallest group that may be told of, in distinct texters. */
  minGroup?: number;
  /** Called with the number of conversations done. */
  onProgress?: (done: number) => void;
}

/** Measures the classifier that `ENGINE` picked against people's labels. */
@Injectable()
export class EvaluationService {
  constructor(
    private readonly taxonomy: TaxonomyService,
    @Inject(CLASSIFIER) private readonly classifier: Classifier,
  ) {}

  /** Classifies every conversation and compares. Streams: of each conversation only `LabelRecords`' numbers are kept. */
  async evaluateLabels(
    conversations: AsyncIterable<LabelledConversation> | Iterable<LabelledConversation>,
    {
      by = [],
      resamples = DEFAULT_BOOTSTRAP.resamples,
      minGroup = MIN_GROUP,
      onProgress,
    }: EvaluationOptions = {},
  ): Promise<SourcedEvaluation> {
    const records = new LabelRecords(this.taxonomy.labels, by);
    const classified = inParallel(conversations, LANES, async ({ transcript, ...labelled }) => ({
      ...labelled,
      classification: labelled.gold === null ? null : await this.classifier.classify(transcript),
    }));
    const sources = new Map<string, SourcedEvaluation['provenance'][number]>();
    let done = 0;
    for await (const { gold, classification, texter, survey } of classified) {
      records.add(classification ?? { scores: [], labels: [] }, gold, texter, survey);
      if (classification) countSource(sources, withoutOmission(classification.provenance));
      onProgress?.(++done);
    }
    const evaluation = evaluateRecords(records, { ...DEFAULT_BOOTSTRAP, resamples }, minGroup);
    return { ...evaluation, provenance: [...sources.values()] };
  }
}

function countSource(
  sources: Map<string, SourcedEvaluation['provenance'][number]>,
  provenance: Omit<Provenance, 'leftOut'>,
): void {
  const key = JSON.stringify(provenance);
  const conversations = (sources.get(key)?.conversations ?? 0) + 1;
  sources.set(key, { ...provenance, conversations });
}
