import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../../access/access.types.js';
import { shuffled } from '../../classification/training/random.js';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { PublicError } from '../../operations/public.error.js';
import { inSteps } from '../small.groups.js';
import { TopicInputError } from '../topic.input.error.js';
import { TopicSearchService } from '../topic.search.service.js';
import { TopicStore } from '../topic.store.js';
import { TopicUnderstanding } from '../topic.understanding.js';
import { qualityOf } from './estimates.js';
import { SavedTopicService } from './saved.topic.service.js';
import { SavedTopicStore } from './saved.topic.store.js';
import {
  strata,
  type SavedTopic,
  type TopicPhrase,
  type TopicQuality,
  type TopicSample,
} from './saved.topic.types.js';
import { type Drawn, TopicSampleStore } from './topic.sample.store.js';

export const LARGEST_SAMPLE = 200;
/** At least so many of the best without the topic's phrases are near misses, and as many as it finds. */
const NEAR_MISSES = 200;

/** Lets people judge a sample of what a topic finds and of what it nearly finds, and says from it how good the topic is. */
@Injectable()
export class TopicSampleService {
  constructor(
    private readonly topics: SavedTopicService,
    private readonly phrases: SavedTopicStore,
    private readonly store: TopicSampleStore,
    private readonly understanding: TopicUnderstanding,
    private readonly archive: TopicStore,
    private readonly search: TopicSearchService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Draws a sample for the newest version of a topic, an equal part from each stratum as far as it goes.
   * @param size conversations, 3 to 200
   * @throws TopicInputError for another size; PublicError NOT_FOUND, FORBIDDEN for another's topic or where its survey
   *   answers single a small group out, CONFLICT where nothing is found
   */
  async draw(topicId: number, size: number, caller: Caller): Promise<TopicSample> {
    if (!Number.isInteger(size) || size < strata.length || size > LARGEST_SAMPLE)
      throw new TopicInputError('size', `expected a whole number from ${strata.length} to ${LARGEST_SAMPLE}`);
    const topic = await this.topics.owned(topicId, caller);
    const { number, definition } = topic.versions[0]!;
    const { filter } = definition;
    if (!(await this.search.mayAnswer(filter)))
      throw new PublicError('FORBIDDEN', 'The survey answers of this topic single a small group out');
    const phrases = await this.phrases.phrases(topicId, number);
    const each = Math.floor(size / strata.length);
    const found = await this.store.drawFound(halved(phrases), filter, each);
    const { near, far } = found.sizes;
    const ids = new Set(found.drawn.map(({ conversationId }) => conversationId));
    // One may have lost the phrase that it was drawn for meanwhile.
    const missed = (await this.nearMisses(topic, phrases, Math.max(NEAR_MISSES, near + far))).filter(
      (id) => !ids.has(id),
    );
    const drawn = shuffled(
      [
        ...found.drawn,
        ...shuffled(missed, Math.random)
          .slice(0, each)
          .map((conversationId): Drawn => ({ conversationId, stratum: 'missed' })),
      ],
      Math.random,
    );
    if (drawn.length === 0)
      throw new PublicError('CONFLICT', 'The topic finds no conversation to judge: change it first');
    const sizes = { ...found.sizes, missed: missed.length };
    const told = Object.fromEntries(
      strata.map((stratum) => [
        stratum,
        this.told(sizes[stratum], drawn.filter((row) => row.stratum === stratum).length),
      ]),
    ) as typeof sizes;
    const id = await this.store.add(topicId, number, told, drawn, caller.name);
    // Deleted while the sample was drawn.
    return id === null ? this.draw(topicId, size, caller) : this.one(id);
  }

  /** @throws PublicError NOT_FOUND */
  async one(id: number): Promise<TopicSample> {
    const sample = await this.store.sample(id);
    if (!sample) throw new PublicError('NOT_FOUND', 'There is no sample of this id', 'sampleId');
    return sample;
  }

  /**
   * Keeps what somebody says of a conversation of a sample; a later judgement takes the place of an earlier one.
   * @throws PublicError NOT_FOUND where the sample has no such conversation, or has it no more
   */
  async judge(
    sampleId: number,
    conversationId: string,
    isAbout: boolean,
    caller: Caller,
  ): Promise<TopicSample> {
    if (!(await this.store.judge(sampleId, conversationId, isAbout, caller.name)))
      throw new PublicError('NOT_FOUND', 'The sample has no such conversation', 'conversationId');
    return this.one(sampleId);
  }

  /** From the newest sample of its newest version; null where there is none. */
  async qualityOf({ id, versions }: SavedTopic): Promise<TopicQuality | null> {
    const sample = await this.store.judged(id, versions[0]!.number);
    if (!sample) return null;
    const { sampleId, sampled, strata: judged } = sample;
    return {
      sampleId,
      sampled,
      judged: judged.reduce((sum, stratum) => sum + stratum.judged, 0),
      ...qualityOf(judged),
    };
  }

  /** What comes first by labels and words alone, and has none of the phrases. */
  private async nearMisses(
    { versions }: SavedTopic,
    phrases: readonly TopicPhrase[],
    limit: number,
  ): Promise<string[]> {
    const { definition } = versions[0]!;
    // Words as analysts may look for them: which words stand in a transcript is not for a sample to tell.
    const understood = await this.understanding.understand({ ...definition, keyphrasesOnly: true });
    return this.archive.nearMisses(
      { ...understood, phrases: [] },
      definition.filter,
      phrases.map(({ vocabularyId }) => vocabularyId),
      limit,
    );
  }

  /** The size of a stratum in steps, but no smaller than what is drawn from it and so is seen anyway. */
  private told(size: number, drawn: number): number {
    return Math.max(inSteps(size, this.settings.MIN_GROUP_SIZE) ?? 0, drawn);
  }
}

/** Says which phrases are the nearer half, the middle one included. */
function halved(phrases: readonly TopicPhrase[]): (TopicPhrase & { near: boolean })[] {
  const middle = Math.ceil(phrases.length / 2);
  return phrases.map((phrase, place) => ({ ...phrase, near: place < middle }));
}
