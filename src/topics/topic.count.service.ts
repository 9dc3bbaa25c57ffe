import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { inSteps } from './small.groups.js';
import { TopicCountStore } from './topic.count.store.js';
import type { LabelSuggestion, NearLabel, PhraseSuggestion } from './topic.types.js';

/** Says of phrases and labels how many texters brought them, as it may be told. */
@Injectable()
export class TopicCountService {
  private readonly concepts: ReadonlyMap<string, string>;

  constructor(
    private readonly store: TopicCountStore,
    @Inject(SETTINGS) private readonly settings: Settings,
    taxonomy: TaxonomyService,
  ) {
    this.concepts = new Map(taxonomy.concepts.map(({ phrase, id }) => [phrase, id]));
  }

  /** The concept of the bank that has a phrase for its own; null where there is none. */
  conceptOf(phrase: string): string | null {
    return this.concepts.get(phrase) ?? null;
  }

  /** Phrases with the concepts that they are and their counts, null for few; in their order. */
  async ofPhrases<Phrase extends { vocabularyId: number | null; phrase: string }>(
    phrases: readonly Phrase[],
  ): Promise<(Omit<Phrase, 'vocabularyId'> & Pick<PhraseSuggestion, 'concept' | 'texters'>)[]> {
    const ids = phrases.flatMap(({ vocabularyId }) => (vocabularyId === null ? [] : [vocabularyId]));
    const counts = await this.store.textersOfPhrases(ids);
    return phrases.map(({ vocabularyId, ...phrase }) => ({
      ...phrase,
      concept: this.conceptOf(phrase.phrase),
      texters: this.inSteps(vocabularyId === null ? 0 : counts.get(vocabularyId)),
    }));
  }

  /** Labels with their counts, null for few; in their order. */
  async ofLabels(labels: readonly NearLabel[]): Promise<LabelSuggestion[]> {
    const counts = await this.store.textersOfLabels(labels.map(({ id }) => id));
    return labels.map((label) => ({ ...label, texters: this.inSteps(counts.get(label.id)) }));
  }

  private inSteps(count = 0): number | null {
    return inSteps(count, this.settings.MIN_GROUP_SIZE);
  }
}
