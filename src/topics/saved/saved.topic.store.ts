import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { groupBy } from '../../operations/group.by.js';
import { SavedTopicEntity, SavedTopicVersionEntity } from './saved.topic.entity.js';
import type { NearPhrase } from '../topic.types.js';
import type { SavedTopic, TopicDefinition, TopicPhrase } from './saved.topic.types.js';

/** Keeps topics with all their versions. */
@Injectable()
export class SavedTopicStore {
  constructor(private readonly database: DataSource) {}

  /** Topics by their ids, or all; newest first. */
  async topics(ids?: readonly number[]): Promise<SavedTopic[]> {
    const rows: Omit<SavedTopic, 'versions'>[] = await this.database.query(
      `SELECT id, name, owner, created_at AS "createdAt" FROM saved_topic
       WHERE $1::int[] IS NULL OR id = ANY($1::int[]) ORDER BY id DESC`,
      [ids ?? null],
    );
    const versions: (SavedTopic['versions'][number] & { topicId: number })[] = await this.database.query(
      `SELECT topic_id AS "topicId", number, definition, saved_by AS "savedBy", saved_at AS "savedAt"
       FROM saved_topic_version WHERE topic_id = ANY($1::int[]) ORDER BY number DESC`,
      [rows.map(({ id }) => id)],
    );
    const byTopic = groupBy(versions, ({ topicId }) => topicId);
    return rows.map((row) => ({
      ...row,
      versions: (byTopic.get(row.id) ?? []).map(({ number, definition, savedBy, savedAt }) => ({
        number,
        definition,
        savedBy,
        savedAt,
      })),
    }));
  }

  /** Keeps a new topic with its first version; null where its owner has one of that name. */
  add(
    name: string,
    owner: string,
    definition: TopicDefinition,
    phrases: readonly TopicPhrase[],
  ): Promise<number | null> {
    return this.database.transaction(async (manager) => {
      const rows: { id: number }[] = await manager.query(
        'INSERT INTO saved_topic (name, owner) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id',
        [name, owner],
      );
      const id = rows[0]?.id;
      if (id === undefined) return null;
      await this.addVersion(manager, id, 1, owner, definition, phrases);
      return id;
    });
  }

  /** Gives a topic its next version; false where the topic is gone. */
  change(
    id: number,
    savedBy: string,
    definition: TopicDefinition,
    phrases: readonly TopicPhrase[],
  ): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const topic = await manager
        .getRepository(SavedTopicEntity)
        .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!topic) return false;
      const newest = await manager.getRepository(SavedTopicVersionEntity).maximum('number', { topicId: id });
      await this.addVersion(manager, id, (newest ?? 0) + 1, savedBy, definition, phrases);
      return true;
    });
  }

  async remove(id: number): Promise<void> {
    await this.database.getRepository(SavedTopicEntity).delete({ id });
  }

  /** The meanings that a version of a topic finds conversations by: what its phrases mean now. Nearest first. */
  phrases(topicId: number, version: number): Promise<NearPhrase[]> {
    return this.database.query(
      `SELECT v.id AS "vocabularyId", v.phrase, v.in_taxonomy AS "inTaxonomy", max(p.similarity) AS similarity
       FROM saved_topic_phrase p JOIN vocabulary v ON v.id = meaning_of(p.vocabulary_id)
       WHERE p.topic_id = $1 AND p.number = $2 GROUP BY v.id ORDER BY max(p.similarity) DESC, v.id`,
      [topicId, version],
    );
  }

  private async addVersion(
    manager: EntityManager,
    topicId: number,
    number: number,
    savedBy: string,
    definition: TopicDefinition,
    phrases: readonly TopicPhrase[],
  ): Promise<void> {
    await manager.getRepository(SavedTopicVersionEntity).insert({ topicId, number, definition, savedBy });
    // One that was deleted since it was found is left out.
    await manager.query(
      `INSERT INTO saved_topic_phrase (topic_id, number, vocabulary_id, similarity)
       SELECT $1, $2, v.id, near.similarity FROM unnest($3::int[], $4::float8[]) AS near (id, similarity)
       JOIN vocabulary v USING (id) FOR KEY SHARE OF v`,
      [
        topicId,
        number,
        phrases.map(({ vocabularyId }) => vocabularyId),
        phrases.map(({ similarity }) => similarity),
      ],
    );
  }
}
