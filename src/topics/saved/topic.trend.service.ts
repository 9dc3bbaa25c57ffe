import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import { addDays, checkDay, type Day } from '../days.js';
import { filterSql, hasSurvey, Parameters, TEXTER } from '../filter.sql.js';
import { inSteps, mayTell } from '../small.groups.js';
import { ThemeStore } from '../theme.store.js';
import { TopicInputError } from '../topic.input.error.js';
import type { Days } from '../weeks.js';
import { shareInSteps } from './estimates.js';
import { SavedTopicService } from './saved.topic.service.js';
import { SavedTopicStore } from './saved.topic.store.js';
import type { SavedTopic, TopicComparison, TopicWeek } from './saved.topic.types.js';

export const DEFAULT_WEEKS = 12;
const MOST_WEEKS = 104;

/** Which weeks are looked at. */
export interface TrendQuery {
  /** How many, 1 to 104; 12 where absent. */
  weeks?: number;
  /**
   * Last day of the last week, `YYYY-MM-DD` in UTC; where absent the newest conversation's day, or the last that the topic
   * looks at.
   */
  to?: string | null;
}

interface WeekCounts {
  number: number;
  /** Distinct texters who brought one of the phrases. */
  matched: number;
  all: number;
  /** Those whom the filter's survey answers leave out. */
  rest: number;
}

/** How many texters bring a saved topic, week by week. */
@Injectable()
export class TopicTrendService {
  constructor(
    private readonly database: DataSource,
    private readonly topics: SavedTopicService,
    private readonly phrases: SavedTopicStore,
    private readonly themes: ThemeStore,
    private readonly taxonomy: TaxonomyService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Weeks of seven days each, oldest first; none where the archive is empty.
   * @throws TopicInputError for weeks out of bounds, or a day that is none
   */
  async trend(topic: SavedTopic, query: TrendQuery = {}): Promise<TopicWeek[]> {
    return this.over(await this.weeksOf(query, [topic]), topic);
  }

  private async over(weeks: readonly Days[], topic: SavedTopic): Promise<TopicWeek[]> {
    const counts = await this.counts(topic, weeks);
    const { MIN_GROUP_SIZE: step } = this.settings;
    const bySurvey = hasSurvey(topic.versions[0]!.definition.filter);
    return weeks.map((week, number) => {
      const { matched, all, rest } = counts.get(number) ?? { matched: 0, all: 0, rest: 0 };
      const isTold = !bySurvey || mayTell(all, rest, step);
      const texters = isTold ? inSteps(matched, step) : null;
      const whole = isTold ? inSteps(all, step) : null;
      return {
        ...week,
        texters,
        all: whole,
        share: texters === null || whole === null ? null : shareInSteps(texters, whole, step),
      };
    });
  }

  /**
   * Two topics over the same weeks.
   * @throws TopicInputError; PublicError NOT_FOUND
   */
  async compare(ids: readonly [number, number], query: TrendQuery = {}): Promise<TopicComparison> {
    const topics = [await this.topics.one(ids[0]), await this.topics.one(ids[1])] as const;
    const weeks = await this.weeksOf(query, topics);
    return {
      topics: [
        { topic: topics[0], weeks: await this.over(weeks, topics[0]) },
        { topic: topics[1], weeks: await this.over(weeks, topics[1]) },
      ],
      textersOfBoth: weeks.length > 0 ? await this.ofBoth(topics, weeks) : null,
    };
  }

  private async weeksOf(
    { weeks = DEFAULT_WEEKS, to }: TrendQuery,
    topics: readonly SavedTopic[],
  ): Promise<Days[]> {
    if (!Number.isInteger(weeks) || weeks < 1 || weeks > MOST_WEEKS)
      throw new TopicInputError('weeks', `expected a whole number from 1 to ${MOST_WEEKS}`);
    const last: Day | null = to ? checkDay(to, 'to') : await this.lastDay(topics);
    if (last === null) return [];
    return Array.from({ length: weeks }, (_, number) => {
      const end = addDays(last, -7 * (weeks - 1 - number));
      return { from: addDays(end, -6), to: end };
    });
  }

  /** The newest day of the archive, or the last that the topics look at where that is earlier. */
  private async lastDay(topics: readonly SavedTopic[]): Promise<Day | null> {
    const newest = await this.themes.newestDay();
    const ends = topics.flatMap(({ versions }) => versions[0]!.definition.filter.to ?? []);
    return newest === null ? null : ([newest, ...ends].toSorted()[0] ?? null);
  }

  private async counts(topic: SavedTopic, weeks: readonly Days[]): Promise<Map<number, WeekCounts>> {
    const [first, last] = [weeks[0], weeks.at(-1)];
    if (!first || !last) return new Map();
    const { number, definition } = topic.versions[0]!;
    const parameters = new Parameters();
    const { survey, ...others } = definition.filter;
    const asked = survey ? `c.survey @> ${parameters.add(JSON.stringify(survey))}::jsonb` : 'true';
    const rows: WeekCounts[] = await this.database.query(
      `WITH found AS (${foundSql(parameters, await this.phraseIds(topic.id, number))}),
       selected AS (
         SELECT ${TEXTER} AS texter, (${asked}) IS TRUE AS answered, found.conversation_id IS NOT NULL AS matched,
                ((c.started_at AT TIME ZONE 'UTC')::date - ${parameters.add(first.from)}::date) / 7 AS number
         FROM conversation c LEFT JOIN found ON found.conversation_id = c.id
         WHERE ${filterSql(others, parameters, this.taxonomy)} AND ${daysSql(parameters, first.from, last.to)})
       SELECT number, (count(DISTINCT texter) FILTER (WHERE answered AND matched))::int AS matched,
              (count(DISTINCT texter) FILTER (WHERE answered))::int AS all,
              (count(DISTINCT texter) FILTER (WHERE NOT answered))::int AS rest
       FROM selected GROUP BY number`,
      parameters.values,
    );
    return new Map(rows.map((row) => [row.number, row]));
  }

  private async ofBoth(topics: readonly SavedTopic[], weeks: readonly Days[]): Promise<number | null> {
    const filters = topics.map(({ versions }) => versions[0]!.definition.filter);
    // Whether two groups by survey answers may be set against each other is more than a count of each can settle.
    if (filters.some(hasSurvey)) return null;
    const parameters = new Parameters();
    const of = await Promise.all(
      topics.map(async ({ id, versions }, index) => {
        const ids = await this.phraseIds(id, versions[0]!.number);
        return `SELECT ${TEXTER} AS texter FROM (${foundSql(parameters, ids)}) AS found
          JOIN conversation c ON c.id = found.conversation_id
          WHERE ${filterSql(filters[index]!, parameters, this.taxonomy)}
            AND ${daysSql(parameters, weeks[0]!.from, weeks.at(-1)!.to)}`;
      }),
    );
    const [row]: { texters: number }[] = await this.database.query(
      `SELECT count(*)::int AS texters FROM (${of.join(' INTERSECT ')}) AS of_both`,
      parameters.values,
    );
    return inSteps(row?.texters ?? 0, this.settings.MIN_GROUP_SIZE);
  }

  private async phraseIds(id: number, version: number): Promise<number[]> {
    return (await this.phrases.phrases(id, version)).map(({ vocabularyId }) => vocabularyId);
  }
}

/** SQL for the conversations with one of the phrases. */
function foundSql(parameters: Parameters, phrases: readonly number[]): string {
  return `SELECT DISTINCT conversation_id FROM keyphrase WHERE vocabulary_id = ANY(${parameters.add(phrases)}::int[])`;
}

/** SQL for: the conversation `c` began on one of the days, both inclusive, in UTC. */
function daysSql(parameters: Parameters, from: Day, to: Day): string {
  return `c.started_at >= ${parameters.add(from)}::date::timestamp AT TIME ZONE 'UTC'
    AND c.started_at < (${parameters.add(to)}::date + 1)::timestamp AT TIME ZONE 'UTC'`;
}
