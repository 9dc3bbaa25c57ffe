import { Inject, Injectable } from '@nestjs/common';
import type { Provenance } from '../../conversations/conversation.types.js';
import { EMBEDDER, type Embedder } from '../../embeddings/embedder.types.js';
import { degraded } from '../../llm/degraded.js';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import { byNearness } from '../similarity.js';
import { TopicCountService } from '../topic.count.service.js';
import type { PhraseSuggestion } from '../topic.types.js';
import { CLEAR, type NearTopic, TopicUnderstanding } from '../topic.understanding.js';
import { PhraseProposer } from './phrase.proposer.js';
import type { TopicMatches } from './topic.match.types.js';

/** Below it, what comes up is near in nothing but the embeddings' common part. */
const WORTH_SUGGESTING = 0.42;
const MOST_SUGGESTIONS = 40;
/** So many phrases that texters brought, the nearest, are put to a model beside the concept bank. */
const MOST_BROUGHT = 200;

/**
 * What a topic is matched against, as it may be told: counts in steps, and no phrase that few texters brought, unless it is
 * of the concept bank, which is the same for everybody. A model may add phrases that it knows to belong to the topic.
 */
@Injectable()
export class TopicMatchService {
  constructor(
    private readonly understanding: TopicUnderstanding,
    private readonly counts: TopicCountService,
    @Inject(PhraseProposer) private readonly proposer: Pick<PhraseProposer, 'propose'> | null,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /**
   * Phrases near a topic, nearest first, without asking a model or counting labels, which take longer.
   * @throws TopicInputError for a topic of no letters or of too many
   */
  async suggestKeyphrases(topic: string): Promise<PhraseSuggestion[]> {
    return this.suggested(await this.understanding.near(topic, WORTH_SUGGESTING));
  }

  /**
   * Labels and phrases near a topic, and those that a model proposes; as without a model where it fails.
   * @throws TopicInputError for a topic of no letters or of too many
   */
  async understand(topic: string): Promise<TopicMatches> {
    const near = await this.understanding.near(topic, this.proposer ? 0 : WORTH_SUGGESTING);
    const suggested = await this.suggested(near);
    const { proposed, provenance } = await this.proposals(near);
    const known = new Set(suggested.map(({ phrase }) => phrase));
    const added = near.phrases.filter(({ phrase }) => proposed.has(phrase) && !known.has(phrase));
    const isCredible = near.isClear || suggested.some(({ similarity }) => similarity >= CLEAR);
    return {
      labels: isCredible ? await this.counts.ofLabels(near.labels) : [],
      phrases: [...suggested, ...(await this.told(added))]
        .map((phrase) => ({ ...phrase, proposed: proposed.has(phrase.phrase) }))
        .toSorted(byNearness),
      provenance,
    };
  }

  private async suggested({ phrases }: NearTopic) {
    const worth = phrases.filter(({ similarity }) => similarity >= WORTH_SUGGESTING);
    return (await this.told(worth)).slice(0, MOST_SUGGESTIONS);
  }

  private async told(phrases: NearTopic['phrases']) {
    const counted = await this.counts.ofPhrases(phrases);
    return counted.filter(({ concept, texters }) => concept !== null || texters !== null);
  }

  private async proposals(
    near: NearTopic,
  ): Promise<{ proposed: ReadonlySet<string>; provenance: Provenance }> {
    const { version: taxonomy } = this.taxonomy;
    const none: ReadonlySet<string> = new Set();
    const local: Provenance = {
      engine: 'local',
      model: this.embedder.id,
      taxonomy,
      prompt: null,
      degraded: false,
    };
    if (!this.proposer) return { proposed: none, provenance: local };
    const answer = await this.proposer.propose(near.text, await this.shortlist(near));
    if ('reason' in answer) return degraded({ proposed: none, provenance: local }, answer.reason);
    const { proposed, model, prompt } = answer;
    return { proposed, provenance: { engine: 'llm', model, taxonomy, prompt, degraded: false } };
  }

  /**
   * What is put to a model, nearest first: what enough texters brought, for a phrase of few could tell of one of them; and
   * all of the bank, for of a topic whose words the embeddings do not know any phrase may be the right one.
   */
  private async shortlist({ phrases }: NearTopic): Promise<string[]> {
    // The bank's need no count to be told, and are those that take long to count.
    const isOfBank = (phrase: string) => this.counts.conceptOf(phrase) !== null;
    const brought = await this.told(phrases.filter(({ phrase }) => !isOfBank(phrase)));
    const told = new Set(brought.slice(0, MOST_BROUGHT).map(({ phrase }) => phrase));
    return phrases.map(({ phrase }) => phrase).filter((phrase) => isOfBank(phrase) || told.has(phrase));
  }
}
