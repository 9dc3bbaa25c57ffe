import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Page } from '../graphql/connection.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { applyFilter, type ConversationFilter } from './conversation.filter.js';
import { ConversationEntity } from './conversation.entity.js';

/** Lists conversations, newest first. */
@Injectable()
export class ConversationListService {
  constructor(
    private readonly database: DataSource,
    private readonly taxonomy: TaxonomyService,
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

  private matching(filter: ConversationFilter): SelectQueryBuilder<ConversationEntity> {
    const query = this.database.getRepository(ConversationEntity).createQueryBuilder('conversation');
    return applyFilter(query, filter, this.taxonomy);
  }
}
