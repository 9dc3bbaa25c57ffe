import { Injectable } from '@nestjs/common';
import type { Classification, LabelScore } from '../classification/classification.types.js';
import { familyOf } from '../classification/hierarchy.js';
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
 * before all else, for each issue of risk a sentence that it rests on.
 */
@Injectable()
export class LocalSummariser implements Summariser {
  constructor(private readonly taxonomy: TaxonomyService) {}

  summarise(transcript: Transcript, { labels }: Classification): Promise<Summary> {
    const telling = texterSentences(transcript)
      .map((sentence, index) => ({ sentence, index }))
      .filter(({ sentence }) => !sentence.filler);
    const danger = this.dangerIn(telling, labels);
    const alone = telling.every(({ sentence }) => sentence.words < 2);
    const weighed: Weighed[] = telling
      .map((entry, rank) => ({
        ...entry,
        weight: this.weightOf(entry.sentence, rank, labels),
        first: danger.has(entry.index),
      }))
      // `bold.` or `bad…` mean nothing without what stood around them.
      .filter(({ sentence, first }) => alone || first || sentence.words > 1);
    return Promise.resolve({ text: written(choose(weighed, MOST_WORDS)), provenance: this.provenance() });
  }

  /** For each issue of risk the sentence that tells most of it, by its place among the texter's. */
  private dangerIn(
    sentences: readonly Omit<Weighed, 'weight'>[],
    labels: readonly LabelScore[],
  ): ReadonlySet<number> {
    const risky = labels.filter(({ id }) => this.taxonomy.byId(id)?.risk);
    // The finer label's evidence is nearer to the point than its parent's.
    const finest = risky.filter(({ id }) => !risky.some((other) => other.id.startsWith(`${id}.`)));
    const places = [...new Set(finest.map(({ id }) => familyOf(id)))].flatMap((family) => {
      const spans = finest.find(({ id }) => familyOf(id) === family)?.evidence ?? [];
      const [best] = sentences
        .filter(({ sentence }) => spans.some((span) => overlap(span, sentence)))
        .toSorted((a, b) => fullness(b.sentence) - fullness(a.sentence) || a.index - b.index);
      return best ? [best.index] : [];
    });
    return new Set(places);
  }

  /** @param rank place among the sentences that say something: the first ones present the issue */
  private weightOf(sentence: Sentence, rank: number, labels: readonly LabelScore[]): number {
    const early = 0.7 / (1 + 0.3 * rank);
    const length = fullness(sentence);
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

function fullness({ words }: Sentence): number {
  return Math.min(words / FULL_LENGTH, 1);
}

function overlap(a: Span, b: Span): boolean {
  return a.message === b.message && a.start < b.end && b.start < a.end;
}
