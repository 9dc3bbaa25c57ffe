import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.js';
import type { Page } from '../graphql/connection.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { inSteps, mayTell } from '../topics/small.groups.js';
import { answersOf, applyFilter, type ConversationFilter } from './conversation.filter.js';
import { ConversationEntity } from './conversation.entity.js';

/** So many conversations, the newest, come from enough texters, or nearly all that there are. */
const CONVERSATIONS_OF_A_GROUP = 200;

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
    return this.countOf(this.matching(filter).select('1'));
  }

  /** As an analyst may know it: in steps, and null where it comes from a small group of texters. */
  async countInSteps(filter: ConversationFilter): Promise<number | null> {
    const { MIN_GROUP_SIZE } = this.settings;
    const texters = await this.textersUpTo(MIN_GROUP_SIZE, this.matching(filter));
    return texters < MIN_GROUP_SIZE ? null : inSteps(await this.count(filter), MIN_GROUP_SIZE);
  }

  /** Whether an analyst may select by these survey answers: not where they single a small group out. */
  async mayList(filter: ConversationFilter): Promise<boolean> {
    if (Object.keys(answersOf(filter)).length === 0) return true;
    const { MIN_GROUP_SIZE: least } = this.settings;
    const selected = await this.textersUpTo(least, this.matching(filter));
    if (selected < least) return false;
    const others = this.matching({ ...filter, survey: null });
    const chosen = others.subQuery().select('1').from(ConversationEntity, 'chosen');
    applyFilter(chosen, filter, this.taxonomy).andWhere('chosen.texter = conversation.texter');
    others.andWhere(`NOT EXISTS ${chosen.getQuery()}`);
    return mayTell(selected, await this.textersUpTo(least, others), least);
  }

  /**
   * Distinct texters of conversations; where it is `most` or more, at least that. Counted to the end only where the
   * newest do not come from enough.
   */
  private async textersUpTo(most: number, query: SelectQueryBuilder<ConversationEntity>): Promise<number> {
    query.select('conversation.texter', 'texter').distinct(true);
    const newest = query
      .clone()
      .distinct(false)
      .orderBy('conversation.startedAt', 'DESC')
      .addOrderBy('conversation.id', 'DESC')
      .limit(CONVERSATIONS_OF_A_GROUP);
    const near = await this.countOf(newest, 'DISTINCT texter');
    return near >= most ? near : this.countOf(query);
  }

  private async countOf(query: SelectQueryBuilder<ConversationEntity>, what = '*'): Promise<number> {
    const [rows, values] = query.getQueryAndParameters();
    const [row]: { n: number }[] = await this.database.query(
      `SELECT count(${what})::int AS n FROM (${rows}) AS counted`,
      values,
    );
    return row?.n ?? 0;
  }

  private matching(filter: ConversationFilter): SelectQueryBuilder<ConversationEntity> {
    const query = this.database.getRepository(ConversationEntity).createQueryBuilder('conversation');
    return applyFilter(query, filter, this.taxonomy);
  }
}
