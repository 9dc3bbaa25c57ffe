import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import { filterSql, Parameters } from '../filter.sql.js';
import type { TopicFilter } from '../topic.types.js';
import type { JudgedStratum } from './estimates.js';
import { TopicJudgementEntity, TopicSampleEntity } from './topic.sample.entity.js';
import type { SampledConversation, Sizes, Stratum, TopicPhrase, TopicSample } from './saved.topic.types.js';

/** A conversation that was drawn. */
export interface Drawn {
  conversationId: string;
  stratum: Stratum;
}

/** Draws samples of conversations and keeps what people say of them. */
@Injectable()
export class TopicSampleStore {
  constructor(
    private readonly database: DataSource,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /**
   * Conversations with one of a topic's phrases: so many at random of those with a near one and of those with others,
   * and how many there are of each.
   * @param phrases `near` says which are the nearer ones
   */
  async drawFound(
    phrases: readonly (TopicPhrase & { near: boolean })[],
    filter: TopicFilter,
    each: number,
  ): Promise<{ drawn: Drawn[]; sizes: Omit<Sizes, 'missed'> }> {
    const parameters = new Parameters();
    const eligible = filterSql(filter, parameters, this.taxonomy);
    const ids = parameters.add(phrases.map(({ vocabularyId }) => vocabularyId));
    const near = parameters.add(phrases.map((phrase) => phrase.near));
    const rows: (Drawn & { size: number })[] = await this.database.query(
      `WITH found AS (
         SELECT c.id, CASE WHEN bool_or(p.near) THEN 'near' ELSE 'far' END AS stratum
         FROM unnest(${ids}::int[], ${near}::bool[]) AS p (id, near)
         JOIN keyphrase k ON k.vocabulary_id = p.id JOIN conversation c ON c.id = k.conversation_id
         WHERE ${eligible} GROUP BY c.id)
       SELECT id AS "conversationId", stratum, size FROM (
         SELECT id, stratum, (count(*) OVER (PARTITION BY stratum))::int AS size,
                row_number() OVER (PARTITION BY stratum ORDER BY random()) AS place
         FROM found) AS placed
       WHERE place <= ${parameters.add(each)}`,
      parameters.values,
    );
    const sizeOf = (stratum: Stratum) => rows.find((row) => row.stratum === stratum)?.size ?? 0;
    return {
      drawn: rows.map(({ conversationId, stratum }) => ({ conversationId, stratum })),
      sizes: { near: sizeOf('near'), far: sizeOf('far') },
    };
  }

  /** Keeps a sample, in the order given, without conversations deleted meanwhile; null where the topic was. */
  add(
    topicId: number,
    number: number,
    sizes: Sizes,
    drawn: readonly Drawn[],
    drawnBy: string,
  ): Promise<number | null> {
    return this.database.transaction(async (manager) => {
      const topics: unknown[] = await manager.query(
        'SELECT FROM saved_topic_version WHERE topic_id = $1 AND number = $2 FOR KEY SHARE',
        [topicId, number],
      );
      if (topics.length === 0) return null;
      const { identifiers } = await manager
        .getRepository(TopicSampleEntity)
        .insert({ topicId, number, sizes, drawnBy });
      const sampleId = (identifiers[0] as { id: number }).id;
      await manager.query(
        `INSERT INTO topic_judgement (sample_id, place, conversation_id, stratum)
         SELECT $1, row.place, c.id, row.stratum
         FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS row (id, stratum, place)
         JOIN conversation c USING (id) FOR KEY SHARE OF c ON CONFLICT DO NOTHING`,
        [sampleId, drawn.map(({ conversationId }) => conversationId), drawn.map(({ stratum }) => stratum)],
      );
      return sampleId;
    });
  }

  /** A sample by its id, or null. */
  async sample(id: number): Promise<TopicSample | null> {
    const found = await this.database.getRepository(TopicSampleEntity).findOneBy({ id });
    if (!found) return null;
    const conversations: SampledConversation[] = await this.database.query(
      `SELECT conversation_id AS "conversationId", is_about AS "isAbout" FROM topic_judgement
       WHERE sample_id = $1 ORDER BY place`,
      [id],
    );
    return { id, topicId: found.topicId, version: found.number, conversations };
  }

  /** Keeps a judgement in the place of an earlier one; false where the sample has no such conversation. */
  async judge(
    sampleId: number,
    conversationId: string,
    isAbout: boolean,
    judgedBy: string,
  ): Promise<boolean> {
    const { affected } = await this.database
      .getRepository(TopicJudgementEntity)
      .update({ sampleId, conversationId }, { isAbout, judgedBy, judgedAt: () => 'now()' });
    return Boolean(affected);
  }

  /** The newest sample of a version of a topic with what was judged of each stratum, or null where there is none. */
  async judged(
    topicId: number,
    number: number,
  ): Promise<{ sampleId: number; sampled: number; strata: JudgedStratum[] } | null> {
    const sample = await this.database
      .getRepository(TopicSampleEntity)
      .findOne({ where: { topicId, number }, order: { id: 'DESC' } });
    if (!sample) return null;
    const rows: { stratum: Stratum; sampled: number; judged: number; about: number }[] =
      await this.database.query(
        `SELECT stratum, count(*)::int AS sampled, count(is_about)::int AS judged,
              (count(*) FILTER (WHERE is_about))::int AS about
       FROM topic_judgement WHERE sample_id = $1 GROUP BY stratum`,
        [sample.id],
      );
    const strata = (Object.entries(sample.sizes) as [Stratum, number][]).map(
      ([stratum, size]): JudgedStratum => {
        const { judged = 0, about = 0 } = rows.find((row) => row.stratum === stratum) ?? {};
        return { size, judged, about, found: stratum !== 'missed' };
      },
    );
    return { sampleId: sample.id, sampled: rows.reduce((sum, { sampled }) => sum + sampled, 0), strata };
  }
}
