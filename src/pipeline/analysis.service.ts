import { Inject, Injectable } from '@nestjs/common';
import { CLASSIFIER, type Classification, type Classifier } from '../classification/classification.types.js';
import type { Provenance, Transcript } from '../conversations/conversation.types.js';
import {
  KEYPHRASE_GENERATOR,
  type KeyphraseGenerator,
  type KeyphraseSet,
} from '../keyphrases/keyphrase.types.js';
import { isPassing } from '../llm/llm.error.js';
import { omission } from '../llm/pruning/omission.js';
import { SUMMARISER, type Summariser, type Summary } from '../summaries/summary.types.js';

/** All that is said of a conversation. */
export interface Analysis {
  classification: Classification;
  keyphrases: KeyphraseSet;
  summary: Summary;
  /** Of the whole: degraded as soon as one stage was; left out is what any stage's model was not shown. */
  provenance: Provenance;
}

/** The order of the stages that look at a de-identified conversation: classify, generate keyphrases, summarise. */
@Injectable()
export class AnalysisService {
  constructor(
    @Inject(CLASSIFIER) private readonly classifier: Classifier,
    @Inject(KEYPHRASE_GENERATOR) private readonly generator: KeyphraseGenerator,
    @Inject(SUMMARISER) private readonly summariser: Summariser,
  ) {}

  async analyse(transcript: Transcript, signal?: AbortSignal): Promise<Analysis> {
    const classification = await this.classifier.classify(transcript, signal);
    const keyphrases = await this.generator.generate(transcript, classification, signal);
    const summary = await this.summariser.summarise(transcript, classification, signal);
    const stages = [classification.provenance, keyphrases.provenance, summary.provenance];
    const leftOut = new Set(stages.flatMap((stage) => stage.leftOut ?? []));
    const prompts = stages.flatMap(({ prompt }) => (prompt ? [prompt] : []));
    const reasons = stages.flatMap(({ degraded, reason }) => (degraded && reason ? [reason] : []));
    // One that may pass decides whether the model is worth asking again.
    const reason = reasons.find(isPassing) ?? reasons[0];
    return {
      classification,
      keyphrases,
      summary,
      provenance: {
        ...classification.provenance,
        prompt: prompts.length > 0 ? prompts.join(' ') : null,
        degraded: stages.some(({ degraded }) => degraded),
        ...omission([...leftOut].sort((a, b) => a - b)),
        ...(reason && { reason }),
      },
    };
  }
}
