import {
  ConversationConnectionResolver,
  ConversationResolver,
} from '../conversations/conversation.resolver.js';
import { IngestResolver } from '../conversations/ingest.resolver.js';
import { CorrectionResolver } from '../corrections/correction.resolver.js';
import { LabelResolver, TaxonomyResolver } from '../taxonomy/taxonomy.resolver.js';
import { ReportResolver } from '../reports/report.resolver.js';
import { TopicMatchResolver } from '../topics/matches/topic.match.resolver.js';
import { SavedTopicResolver } from '../topics/saved/saved.topic.resolver.js';
import { TopicSampleResolver } from '../topics/saved/topic.sample.resolver.js';
import { ThemeResolver } from '../topics/theme.resolver.js';
import { TopicResolver } from '../topics/topic.resolver.js';
import { DateScalar } from './date.scalar.js';

/** Every resolver of the API, and so its whole schema. */
export const resolvers = [
  ConversationResolver,
  ConversationConnectionResolver,
  IngestResolver,
  CorrectionResolver,
  TaxonomyResolver,
  LabelResolver,
  TopicResolver,
  ThemeResolver,
  TopicMatchResolver,
  SavedTopicResolver,
  TopicSampleResolver,
  ReportResolver,
] as const;

/** The scalars that GraphQL does not have itself. */
export const scalars = [DateScalar] as const;
