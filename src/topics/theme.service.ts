import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { checkDay } from './days.js';
import { PhraseVectors } from './phrase.vectors.js';
import { inSteps, told } from './small.groups.js';
import { clusterPhrases, type Cluster } from './theme.clusters.js';
import { growthRates } from './theme.growth.js';
import { ThemeNames, type Namer } from './theme.names.js';
import { ThemeStore, type GroupCounts } from './theme.store.js';
import { TopicInputError } from './topic.input.error.js';
import type { Theme, ThemeQuery } from './topic.types.js';
import { weekEnding, weeklyChange } from './weeks.js';

/** From this mean cosine of their phrases on, less what all phrases share, two groups are one theme. */
const ALIKE = 0.25;
/** So many phrases, by most texters, are grouped: the rest is too rare to make a theme. */
const MOST_PHRASES = 800;
/** Of the themes said to rise, at most this share does not on average. */
const RISING = 0.05;
const DEFAULT_THEMES = 20;
const MAX_THEMES = 100;
const MOST_LABELS = 5;
const MOST_EXAMPLES = 5;

interface ToldTheme extends Omit<Theme, 'labels' | 'falseDiscovery' | 'rising'> {
  ids: number[];
  counted: GroupCounts;
}

/** Finds what texters bring that the taxonomy has no label for. */
@Injectable()
export class ThemeService {
  constructor(
    private readonly store: ThemeStore,
    private readonly vectors: PhraseVectors,
    private readonly themeNames: ThemeNames,
    private readonly taxonomy: TaxonomyService,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Themes outside the taxonomy, by most texters. Those of fewer than `MIN_GROUP_SIZE` texters are left out.
   * @throws TopicInputError for a day that is none, or a limit out of bounds
   */
  async themes(query: ThemeQuery = {}): Promise<Theme[]> {
    const { limit = DEFAULT_THEMES } = query;
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_THEMES)
      throw new TopicInputError('limit', `expected a whole number from 1 to ${MAX_THEMES}`);
    const from = query.from === undefined ? null : checkDay(query.from, 'from');
    const to = query.to === undefined ? await this.store.newestDay() : checkDay(query.to, 'to');
    if (to === null) return [];
    const period = { from, to };
    const phrases = await this.store.phrasesOutsideTaxonomy(period, this.embedder.id, MOST_PHRASES);
    const { find, ofPhrase } = await this.vectors.meanings();
    const clusters = clusterPhrases(
      phrases.map(({ concept, ...phrase }) => ({
        ...phrase,
        vector: find(concept, phrase.phrase)?.both ?? ofPhrase(phrase.vector),
      })),
      ALIKE,
    );
    const groups = clusters.map(({ members }) => members.map(({ id }) => id));
    const { week, before } = weekEnding(to);
    const counts = await this.store.counts(groups, period, week, before);
    const namer = await this.themeNames.namer();
    const found = clusters.flatMap((cluster, number) => {
      const counted = counts[number];
      return counted ? this.told(cluster, counted, namer) : [];
    });
    // Of those that are told alone: the others must not show in the rates of these.
    const rates = growthRates(
      found.map(({ counted }) => counted),
      await this.store.texters(week, before),
      this.settings.MIN_GROUP_SIZE,
    );
    const largest = found
      .map((theme, number) => ({ ...theme, rate: rates[number] ?? null }))
      .toSorted(
        (a, b) =>
          b.texters - a.texters || (b.growth.week ?? 0) - (a.growth.week ?? 0) || (a.name < b.name ? -1 : 1),
      )
      .slice(0, limit);
    const labels = await this.store.labels(
      largest.map(({ ids }) => ids),
      period,
    );
    return largest.map(({ ids: _ids, counted: _counted, rate, ...theme }, number) => ({
      ...theme,
      falseDiscovery: rate,
      rising: rate !== null && rate <= RISING,
      labels: this.toldLabels(labels[number] ?? []),
    }));
  }

  private toldLabels(labels: readonly { id: string; texters: number }[]): Theme['labels'] {
    return told(labels, ({ id }) => id, this.settings.MIN_GROUP_SIZE)
      .slice(0, MOST_LABELS)
      .map(({ id, texters }) => ({ id, name: this.taxonomy.byId(id)?.name ?? id, texters }));
  }

  /**
   * A theme as it may be told, but for its labels and whether it rises, with the vocabulary rows of its phrases and its
   * exact counts; or nothing where too few texters brought it or no name of it may be told.
   */
  private told(cluster: Cluster, counted: GroupCounts, nameOf: Namer): ToldTheme[] {
    const { MIN_GROUP_SIZE: minGroup } = this.settings;
    const texters = inSteps(counted.texters, minGroup);
    if (texters === null) return [];
    const phrases = told(cluster.members, ({ phrase }) => phrase, minGroup);
    const name = nameOf(cluster.members, phrases);
    if (name === null) return [];
    return [
      {
        ids: cluster.members.map(({ id }) => id),
        counted,
        name,
        texters,
        growth: weeklyChange(counted.week, counted.before, minGroup),
        phrases: phrases
          .map(({ phrase, texters: count }) => ({ phrase, texters: count }))
          .slice(0, MOST_EXAMPLES),
      },
    ];
  }
}
