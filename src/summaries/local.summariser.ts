import { Injectable } from '@nestjs/common';
import type { Classification, LabelScore } from '../classification/classification.types.js';
import type { Provenance, Span, Transcript } from '../conversations/conversation.types.js';
import { type Sentence, texterSentences } from '../conversations/utterances.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { choose, type Weighed, written } from './extract.js';
import { MOST_WORDS, type Summariser, type Summary } from './summary.types.js';

/** A sentence of fewer words rarely means something without its neighbours. */
const FULL_LENGTH = 8;

/** What a sentence weighs as evidence of a label, and more where that label is one of risk. */
const EVIDENCE = 0.6;
const RISK = 1;

/** What tells a responder who is texting and since when. */
const FACT =
  /\b(?:i'?m|im|i am|j'ai|jai) \d{1,2}\b|\bgrade \d|\bgr \d|\b(?:since|for (?:the (?:last|past) )?\d|depuis|ça fait|ca fait) |\b(?:today|yesterday|last (?:night|week|month)|hier|aujourd'hui)\b/;

/**
 * Sums a conversation up in the texter's own sentences: what presents the issue, what the labels rest on, and
 * always a sentence that a risk label rests on.
 */
@Injectable()
export class LocalSummariser implements Summariser {
  constructor(private readonly taxonomy: TaxonomyService) {}

  summarise(transcript: Transcript, { labels }: Classification): Promise<Summary> {
    const weighed = texterSentences(transcript)
      .map((sentence, index) => ({ sentence, index }))
      .filter(({ sentence }) => !sentence.filler)
      .map((entry, rank) => ({ ...entry, weight: this.weightOf(entry.sentence, rank, labels) }));
    const text = written(choose(weighed satisfies Weighed[], MOST_WORDS));
    return Promise.resolve({ text, provenance: this.provenance() });
  }

  /** @param rank place among the sentences that say something: the first ones present the issue */
  private weightOf(sentence: Sentence, rank: number, labels: readonly LabelScore[]): number {
    const early = 0.7 / (1 + 0.3 * rank);
    const length = Math.min(sentence.words / FULL_LENGTH, 1);
    const fact = FACT.test(sentence.normalised) ? 0.15 : 0;
    const supported = labels.filter(({ evidence }) => evidence.some((span) => overlap(span, sentence)));
    const evidence = Math.max(0, ...supported.map(({ score }) => EVIDENCE * score));
    const risk = Math.max(
      0,
      ...supported.filter(({ id }) => this.taxonomy.byId(id)?.risk).map(({ score }) => RISK * score),
    );
    return length * (early + fact + evidence) + risk;
  }

  private provenance(): Provenance {
    return {
      engine: 'local',
      model: 'extract-1',
      taxonomy: this.taxonomy.version,
      prompt: null,
      degraded: false,
    };
  }
}

function overlap(a: Span, b: Span): boolean {
  return a.message === b.message && a.start < b.end && b.start < a.end;
}
