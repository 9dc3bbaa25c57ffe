import { Injectable } from '@nestjs/common';
import type { Caller } from '../../access/access.types.js';
import { PublicError } from '../../operations/public.error.js';
import { byNearness } from '../similarity.js';
import { TopicInputError } from '../topic.input.error.js';
import { TopicCountService } from '../topic.count.service.js';
import type { NearPhrase, PhraseSuggestion } from '../topic.types.js';
import { TopicUnderstanding } from '../topic.understanding.js';
import { SavedTopicStore } from './saved.topic.store.js';
import type { SavedTopic, TopicDefinition, TopicVersion } from './saved.topic.types.js';

const MAX_NAME_LENGTH = 100;
/** As near as this, a phrase that the vocabulary has learned since may change what a topic counts. */
const WORTH_A_LOOK = 0.5;

/** Topics that are kept, with their history. Each version holds the phrases that were near when it was saved. */
@Injectable()
export class SavedTopicService {
  constructor(
    private readonly store: SavedTopicStore,
    private readonly understanding: TopicUnderstanding,
    private readonly counts: TopicCountService,
  ) {}

  /** All topics, newest first. */
  all(): Promise<SavedTopic[]> {
    return this.store.topics();
  }

  /** @throws PublicError NOT_FOUND */
  async one(id: number): Promise<SavedTopic> {
    const [topic] = await this.store.topics([id]);
    if (!topic) throw new PublicError('NOT_FOUND', 'There is no saved topic of this id', 'id');
    return topic;
  }

  /**
   * Keeps a new topic.
   * @throws TopicInputError for a name or a definition that cannot be used; PublicError CONFLICT for a name in use
   */
  async save(name: string, definition: TopicDefinition, caller: Caller): Promise<SavedTopic> {
    const checked = checkName(name);
    const { phrases } = await this.understanding.understand(definition);
    const id = await this.store.add(checked, caller.name, definition, phrases);
    if (id === null)
      throw new PublicError(
        'CONFLICT',
        'You have a saved topic of this name: change that one, or choose another',
        'name',
      );
    return this.one(id);
  }

  /**
   * Gives a topic a new version; the earlier ones stay as its history.
   * @throws TopicInputError; PublicError NOT_FOUND, or FORBIDDEN for another's topic
   */
  async change(id: number, definition: TopicDefinition, caller: Caller): Promise<SavedTopic> {
    await this.owned(id, caller);
    const { phrases } = await this.understanding.understand(definition);
    if (!(await this.store.change(id, caller.name, definition, phrases)))
      throw new PublicError('NOT_FOUND', 'The saved topic was deleted meanwhile', 'id');
    return this.one(id);
  }

  /** @throws PublicError NOT_FOUND, or FORBIDDEN for another's topic */
  async remove(id: number, caller: Caller): Promise<void> {
    await this.owned(id, caller);
    await this.store.remove(id);
  }

  /** The phrases that a version finds conversations by, as they may be told; nearest first. */
  async phrasesOf({ id }: SavedTopic, { number }: TopicVersion): Promise<PhraseSuggestion[]> {
    return this.told(await this.store.phrases(id, number));
  }

  /**
   * Phrases that are near the newest version but were not in the vocabulary when it was saved, as they may be told:
   * saving it again takes them in, excluding them keeps them out.
   */
  async newPhrases({ id, versions }: SavedTopic): Promise<PhraseSuggestion[]> {
    const { number, definition } = versions[0]!;
    const known = new Set((await this.store.phrases(id, number)).map(({ vocabularyId }) => vocabularyId));
    const { phrases } = await this.understanding.understand(definition);
    return this.told(
      phrases.filter(
        ({ vocabularyId, similarity }) => !known.has(vocabularyId) && similarity >= WORTH_A_LOOK,
      ),
    );
  }

  /** A phrase of few is left out, also one of the concept bank: it is in the vocabulary because somebody has brought it. */
  private async told(phrases: readonly NearPhrase[]): Promise<PhraseSuggestion[]> {
    const told = await this.counts.ofPhrases(phrases);
    return told.filter(({ texters }) => texters !== null).toSorted(byNearness);
  }

  /** @throws PublicError NOT_FOUND, or FORBIDDEN for another's topic */
  async owned(id: number, { name, role }: Caller): Promise<SavedTopic> {
    const topic = await this.one(id);
    if (topic.owner !== name && role !== 'admin')
      throw new PublicError(
        'FORBIDDEN',
        'Only its owner or an admin may change a saved topic: save one of your own',
      );
    return topic;
  }
}

function checkName(name: string): string {
  const checked = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (!/[\p{L}\p{N}]/u.test(checked)) throw new TopicInputError('name', 'expected words');
  if (checked.length > MAX_NAME_LENGTH)
    throw new TopicInputError('name', `expected at most ${MAX_NAME_LENGTH} characters`);
  return checked;
}
