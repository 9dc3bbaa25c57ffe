import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.js';
import type { Page } from '../graphql/connection.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { inSteps, mayTell } from '../topics/small.groups.js';
import { answersOf, applyFilter, type ConversationFilter } from './conversation.filter.js';
import { ConversationEntity } from './conversation.entity.js';

/** SQL for the number of texters; a conversation whose texter is unknown counts for itself. */
const TEXTERS = 'count(DISTINCT coalesce(conversation.texter_hash, conversation.id))::int';

/** Lists conversations, newest first. */
@Injectable()
export class ConversationListService {
  constructor(
    private readonly database: DataSource,
    private readonly taxonomy: TaxonomyService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** One page, and one row more where another page follows. */
  page(filter: ConversationFilter, { first, after }: Page): Promise<ConversationEntity[]> {
    const query = this.matching(filter)
      .orderBy('conversation.startedAt', 'DESC')
      .addOrderBy('conversation.id', 'DESC')
      .limit(first + 1);
    if (after)
      query.andWhere('(conversation.startedAt, conversation.id) < (:by::timestamptz, :id)', {
        by: after.by,
        id: after.id,
      });
    return query.getMany();
  }

  count(filter: ConversationFilter): Promise<number> {
    return this.matching(filter).getCount();
  }

  /** As an analyst may know it: in steps, and null where it comes from a small group of texters. */
  async countInSteps(filter: ConversationFilter): Promise<number | null> {
    const texters = await this.texters(filter);
    const { MIN_GROUP_SIZE } = this.settings;
    return texters < MIN_GROUP_SIZE ? null : inSteps(await this.count(filter), MIN_GROUP_SIZE);
  }

  /** Whether an analyst may select by these survey answers: not where they single a small group out. */
  async mayList(filter: ConversationFilter): Promise<boolean> {
    if (Object.keys(answersOf(filter)).length === 0) return true;
    const selected = await this.texters(filter);
    const all = await this.texters({ ...filter, survey: null });
    return mayTell(selected, all - selected, this.settings.MIN_GROUP_SIZE);
  }

  private async texters(filter: ConversationFilter): Promise<number> {
    const row = await this.matching(filter).select(TEXTERS, 'texters').getRawOne<{ texters: number }>();
    return row?.texters ?? 0;
  }

  private matching(filter: ConversationFilter): SelectQueryBuilder<ConversationEntity> {
    const query = this.database.getRepository(ConversationEntity).createQueryBuilder('conversation');
    return applyFilter(query, filter, this.taxonomy);
  }
}
