import { Module, type INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { seededRandom } from '../../src/classification/training/random.js';
import type { ConversationFilter } from '../../src/conversations/conversation.filter.js';
import { ConversationListService } from '../../src/conversations/conversation.list.service.js';
import { DatabaseModule } from '../../src/database/database.module.js';
import { Loaders } from '../../src/graphql/loaders.js';
import { ReportService } from '../../src/reports/report.service.js';
import { ReportsModule } from '../../src/reports/reports.module.js';
import { TaxonomyModule } from '../../src/taxonomy/taxonomy.module.js';
import { TaxonomyService } from '../../src/taxonomy/taxonomy.service.js';
import { ThemeService } from '../../src/topics/theme.service.js';
import { TopicSearchService } from '../../src/topics/topic.search.service.js';
import type { TopicFilter } from '../../src/topics/topic.types.js';
import { TopicsModule } from '../../src/topics/topics.module.js';
import { type Quantiles, quantiles } from './table.js';
import type { Wording } from './vocabulary.js';

/** The services that answer. */
@Module({
  imports: [DatabaseModule, TaxonomyModule, TopicsModule, ReportsModule],
  providers: [ConversationListService],
})
export class AnsweringModule {}

/** One kind of question, and the questions of that kind, no two of them alike. */
export interface Question {
  kind: string;
  ask: (number: number) => Promise<unknown>;
  times: number;
}

const PAGE = 20;
const LAST_WEEK = { from: '2025-12-25', to: '2025-12-31' };
const FIVE_WEEKS = { from: '2025-11-27', to: '2025-12-31' };
/** From filters that most conversations meet to some that few do. */
const FILTERS: readonly (TopicFilter & ConversationFilter)[] = [
  { labels: ['relationship'] },
  { from: '2025-10-01', to: '2025-12-31' },
  { survey: { ageGroup: '14-17' } },
  { labels: ['suicide'], survey: { genderIdentity: 'nonbinary' } },
  { language: 'fr' },
  { labels: ['eating_body_image'], ...LAST_WEEK },
  { survey: { ethnicity: 'pacific islander' } },
  { labels: ['grief'], from: '2023-01-01', to: '2023-12-31', language: 'en' },
];

const WARMING = 8;

/**
 * Asks every question of a kind, one at a time.
 * @param serverMs processor time that the database has used, in milliseconds
 */
export async function measured({ ask, times }: Question, serverMs: () => number): Promise<Quantiles> {
  for (let number = 0; number < Math.min(WARMING, times / 2); number++) await ask(number + times);
  const taken: number[] = [];
  const [server, own] = [serverMs(), process.cpuUsage()];
  for (let number = 0; number < times; number++) {
    const began = performance.now();
    await ask(number);
    taken.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(own);
  return { ...quantiles(taken), processor: (serverMs() - server + (user + system) / 1000) / times };
}

/** What analysts and responders ask: topics of the bank, of made phrases, of labels' names, and of two of these. */
export function questions(app: INestApplicationContext, vocabulary: readonly Wording[]): Question[] {
  const [search, themes, reports, list] = [
    app.get(TopicSearchService, { strict: false }),
    app.get(ThemeService, { strict: false }),
    app.get(ReportService, { strict: false }),
    app.get(ConversationListService, { strict: false }),
  ];
  const topics = topicsOf(vocabulary, app.get(TaxonomyService, { strict: false }));
  const database = app.get(DataSource);
  const filterOf = (number: number) => FILTERS[number % FILTERS.length]!;
  const page = async (filter: ConversationFilter, number: number) => {
    await list.mayList(filter);
    const before = new Date(Date.UTC(2025, 11, 31 - 7 * number)).toISOString();
    const rows = await list.page(filter, { first: PAGE, after: number % 2 ? { by: before, id: '' } : null });
    const loaders = new Loaders(database);
    await Promise.all(rows.flatMap(({ id }) => [loaders.labels.load(id), loaders.keyphrases.load(id)]));
  };
  return [
    {
      kind: 'topicSearch',
      ask: (number) => search.search({ topic: topics(number), keyphrasesOnly: number % 2 === 0 }),
      times: 100,
    },
    {
      kind: 'topicSearch, filtered',
      ask: (number) =>
        search.search({
          topic: topics(number + 300),
          filter: filterOf(number),
          keyphrasesOnly: Math.floor(number / FILTERS.length) % 2 === 0,
        }),
      times: 100,
    },
    {
      kind: 'a search with its texters',
      ask: async (number) => (await search.search({ topic: topics(number + 600) })).texters(),
      times: 50,
    },
    { kind: 'conversations', ask: (number) => page({}, number), times: 100 },
    { kind: 'conversations, filtered', ask: (number) => page(filterOf(number), number), times: 100 },
    {
      kind: 'their total count',
      ask: (number) => list.countInSteps(number === 0 ? {} : filterOf(number)),
      times: 16,
    },
    { kind: 'themes of five weeks', ask: () => themes.themes(FIVE_WEEKS), times: 3 },
    { kind: 'themes of five years', ask: () => themes.themes(), times: 2 },
    { kind: 'report of the night', ask: () => reports.computeAndStore(LAST_WEEK.to), times: 3 },
  ];
}

function topicsOf(vocabulary: readonly Wording[], { labels, concepts }: TaxonomyService) {
  const random = seededRandom(4);
  const any = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const made = vocabulary.slice(concepts.length);
  const kinds = [
    () => any(concepts).phrase,
    () => `texters who talk about ${any(concepts).phrase}`,
    () => any(made).phrase,
    () => any(labels).name.toLowerCase(),
    () => `${any(concepts).phrase} and ${any(made).phrase}`,
  ];
  const asked = Array.from({ length: 1000 }, (_, number) => kinds[number % kinds.length]!());
  return (number: number) => asked[number % asked.length]!;
}
