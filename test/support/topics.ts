import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { ExemplarIndex } from '../../src/classification/exemplars.js';
import { toVectorLiteral } from '../../src/database/vector.column.js';
import type { Embedder } from '../../src/embeddings/embedder.types.js';
import { PinnedVectors } from '../../src/embeddings/pinned.vectors.js';
import { normalise } from '../../src/embeddings/vectors.js';
import { ReportService } from '../../src/reports/report.service.js';
import { ReportStore } from '../../src/reports/report.store.js';
import type { TaxonomyService } from '../../src/taxonomy/taxonomy.service.js';
import { SavedTopicService } from '../../src/topics/saved/saved.topic.service.js';
import { SavedTopicStore } from '../../src/topics/saved/saved.topic.store.js';
import { TopicSampleService } from '../../src/topics/saved/topic.sample.service.js';
import { TopicSampleStore } from '../../src/topics/saved/topic.sample.store.js';
import { TopicTrendService } from '../../src/topics/saved/topic.trend.service.js';
import type { PhraseProposer } from '../../src/topics/matches/phrase.proposer.js';
import { TopicMatchService } from '../../src/topics/matches/topic.match.service.js';
import { LabelFit } from '../../src/topics/label.fit.js';
import { PhraseVectors } from '../../src/topics/phrase.vectors.js';
import { ThemeNames } from '../../src/topics/theme.names.js';
import { ThemeService } from '../../src/topics/theme.service.js';
import { ThemeStore } from '../../src/topics/theme.store.js';
import { TopicCountService } from '../../src/topics/topic.count.service.js';
import { TopicCountStore } from '../../src/topics/topic.count.store.js';
import { TopicSearchService } from '../../src/topics/topic.search.service.js';
import { TopicStore } from '../../src/topics/topic.store.js';
import { TopicUnderstanding } from '../../src/topics/topic.understanding.js';
import { WordingStore } from '../../src/topics/wording.store.js';
import { testSettings, type TestFolder } from './settings.js';
import { smallTaxonomy } from './small-taxonomy.js';

/** Vectors by the words that a text holds: texts are alike as far as they share words. */
export class WordEmbedder implements Embedder {
  readonly id = 'words';
  readonly dimensions = 1024;

  embed(texts: readonly string[]): Promise<Float32Array[]> {
    return Promise.resolve(texts.map((text) => this.vectorOf(text)));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  vectorOf(text: string): Float32Array {
    const vector = new Float32Array(this.dimensions);
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      vector[this.placeOf(word)]! += 1;
    }
    return normalise(vector);
  }

  /** The same in every run, whichever words came before: the first bytes of the word's hash. */
  private placeOf(word: string): number {
    return createHash('sha256').update(word).digest().readUInt16BE() % this.dimensions;
  }
}

/** An analysed conversation for a test; whatever is not given is ordinary. */
export interface Analysed {
  id: string;
  texter?: string | null;
  day?: string;
  language?: string;
  survey?: Record<string, string>;
  status?: string;
  words?: string;
  labels?: readonly string[];
  keyphrases?: readonly { text: string; canonical?: string; inTaxonomy?: boolean }[];
  needsReview?: readonly string[];
  degraded?: boolean;
}

/** What labels and keyphrases of the archive rest on. */
export const EVIDENCE = [{ message: 1, start: 0, end: 9 }];

/** The services that read the archive, on a database, with vectors by words. */
export function archiveServices(
  source: DataSource,
  folder: TestFolder,
  more: {
    taxonomy?: TaxonomyService;
    minGroupSize?: number;
    proposer?: Pick<PhraseProposer, 'propose'>;
  } = {},
) {
  const { taxonomy = smallTaxonomy, minGroupSize = 5, proposer = null } = more;
  const settings = testSettings(folder, { MIN_GROUP_SIZE: String(minGroupSize) });
  const embedder = new WordEmbedder();
  // In a folder of its own: another embedder's vectors would push the shipped ones out of the cache that tests share.
  const pinned = new PinnedVectors(embedder, { ...settings, DATA_DIR: join(folder.path, 'by-words') });
  const vectors = new PhraseVectors(taxonomy, pinned, embedder);
  const store = new TopicStore(source, taxonomy);
  const labelFit = new LabelFit(taxonomy, new ExemplarIndex(taxonomy, pinned));
  const themeStore = new ThemeStore(source);
  const themes = new ThemeService(themeStore, vectors, new ThemeNames(vectors), taxonomy, embedder, settings);
  const wordings = new WordingStore(source);
  const understanding = new TopicUnderstanding(
    store,
    wordings,
    labelFit,
    vectors,
    embedder,
    settings,
    taxonomy,
  );
  const search = new TopicSearchService(understanding, store, settings);
  const counts = new TopicCountService(new TopicCountStore(source, taxonomy), settings, taxonomy);
  const matches = new TopicMatchService(understanding, counts, proposer, embedder, taxonomy);
  const savedStore = new SavedTopicStore(source);
  const savedTopics = new SavedTopicService(savedStore, understanding, counts);
  return {
    search,
    matches,
    savedTopics,
    samples: new TopicSampleService(
      savedTopics,
      savedStore,
      new TopicSampleStore(source, taxonomy),
      understanding,
      store,
      search,
      settings,
    ),
    trends: new TopicTrendService(source, savedTopics, savedStore, themeStore, taxonomy, settings),
    themes,
    reports: new ReportService(new ReportStore(source), themes, themeStore, taxonomy, settings),
    add: async (conversations: readonly Analysed[]) => {
      for (const conversation of conversations) await insert(source, embedder, conversation);
    },
  };
}

/** Empties the archive. */
export async function clearArchive(source: DataSource): Promise<void> {
  await source.query('TRUNCATE conversation, vocabulary, report, saved_topic CASCADE');
}

async function insert(source: DataSource, embedder: WordEmbedder, conversation: Analysed): Promise<void> {
  const { id, texter = null, day = '2026-03-10', language = 'en', survey, words = '' } = conversation;
  const { labels = [], keyphrases = [], needsReview = [], status = 'ready', degraded = false } = conversation;
  await source.query(
    `INSERT INTO conversation (id, content_hash, texter_hash, started_at, language, survey, status, failure, words,
       embedding, embedder, needs_review, provenance, analysed_at)
     VALUES ($1, $1, $2, $3, $4, $5, $6, CASE WHEN $6 = 'failed' THEN 'test' END,
       setweight(to_tsvector('english', $7), 'C'), $8, $9, $10, $11, now())`,
    [
      id,
      texter,
      `${day}T12:00:00Z`,
      language,
      survey ? JSON.stringify(survey) : null,
      status,
      words,
      words ? toVectorLiteral(embedder.vectorOf(words)) : null,
      words ? embedder.id : null,
      needsReview,
      JSON.stringify({ engine: 'local', model: 'test', taxonomy: '0.0.1', prompt: null, degraded }),
    ],
  );
  for (const label of labels)
    await source.query(`INSERT INTO conversation_label VALUES ($1, $2, 0.9, $3)`, [
      id,
      label,
      JSON.stringify(EVIDENCE),
    ]);
  for (const [rank, { text, canonical = text, inTaxonomy = false }] of keyphrases.entries()) {
    await source.query(
      `INSERT INTO vocabulary (phrase, in_taxonomy, risk, embedding, embedder) VALUES ($1, $2, false, $3, $4)
       ON CONFLICT DO NOTHING`,
      [canonical, inTaxonomy, toVectorLiteral(embedder.vectorOf(canonical)), embedder.id],
    );
    await source.query(
      `INSERT INTO keyphrase (conversation_id, rank, text, vocabulary_id, wording_id, in_taxonomy, evidence)
       SELECT $1, $2, $3, meaning_of(id), id, in_taxonomy, $5 FROM vocabulary WHERE phrase = $4`,
      [id, rank, text, canonical, JSON.stringify(EVIDENCE)],
    );
  }
}
