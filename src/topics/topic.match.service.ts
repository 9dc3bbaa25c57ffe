import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { inSteps } from './small.groups.js';
import { TopicMatchStore } from './topic.match.store.js';
import type { LabelSuggestion, NearLabel, PhraseSuggestion, TopicMatches } from './topic.types.js';
import { CLEAR, TopicUnderstanding } from './topic.understanding.js';

/** Below it, what comes up is near in nothing but the embeddings' common part. */
const WORTH_SUGGESTING = 0.42;
const MOST_SUGGESTIONS = 40;

/** What a topic is near, as it may be told: counts in steps, and no phrase that few texters brought. */
@Injectable()
export class TopicMatchService {
  private readonly concepts: ReadonlyMap<string, string>;

  constructor(
    private readonly understanding: TopicUnderstanding,
    private readonly store: TopicMatchStore,
    @Inject(SETTINGS) private readonly settings: Settings,
    taxonomy: TaxonomyService,
  ) {
    this.concepts = new Map(taxonomy.concepts.map(({ phrase, id }) => [phrase, id]));
  }

  /**
   * Labels and phrases near a topic, as far as it is worth to suggest them.
   * @throws TopicInputError for a topic of no letters or of too many
   */
  async understand(topic: string): Promise<TopicMatches> {
    const { labels, phrases } = await this.near(topic);
    return { labels: await this.counted(labels), phrases: phrases.slice(0, MOST_SUGGESTIONS) };
  }

  /** The same without the labels, which take longer to count. */
  async suggestKeyphrases(topic: string): Promise<PhraseSuggestion[]> {
    return (await this.near(topic)).phrases.slice(0, MOST_SUGGESTIONS);
  }

  /** Of the vocabulary what enough texters brought, of the concept bank all, whether anybody brought it or not. */
  private async near(topic: string) {
    const { labels, phrases, isClear } = await this.understanding.near(topic, WORTH_SUGGESTING);
    const told = (await this.told(phrases)).filter(
      ({ concept, texters }) => concept !== null || texters !== null,
    );
    const areCredible = isClear || told.some(({ similarity }) => similarity >= CLEAR);
    return { labels: areCredible ? labels : [], phrases: told };
  }

  /** Phrases with the concepts that they are and the counts that may be told; null for few. In their order. */
  async told<Phrase extends { vocabularyId: number | null; phrase: string }>(
    phrases: readonly Phrase[],
  ): Promise<(Omit<Phrase, 'vocabularyId'> & Pick<PhraseSuggestion, 'concept' | 'texters'>)[]> {
    const ids = phrases.flatMap(({ vocabularyId }) => (vocabularyId === null ? [] : [vocabularyId]));
    const counts = await this.store.textersOfPhrases(ids);
    return phrases.map(({ vocabularyId, ...phrase }) => ({
      ...phrase,
      concept: this.concepts.get(phrase.phrase) ?? null,
      texters: this.inSteps(vocabularyId === null ? 0 : counts.get(vocabularyId)),
    }));
  }

  private async counted(labels: readonly NearLabel[]): Promise<LabelSuggestion[]> {
    const counts = await this.store.textersOfLabels(labels.map(({ id }) => id));
    return labels.map((label) => ({ ...label, texters: this.inSteps(counts.get(label.id)) }));
  }

  private inSteps(count = 0): number | null {
    return inSteps(count, this.settings.MIN_GROUP_SIZE);
  }
}
