import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { groupBy } from '../operations/group.by.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { addDays, checkDay, dayOf, type Day } from '../topics/days.js';
import { inSteps, shareOf, told } from '../topics/small.groups.js';
import { ThemeService } from '../topics/theme.service.js';
import { ThemeStore } from '../topics/theme.store.js';
import { weekEnding, weeklyChange, WEEKS_BEFORE, type Days } from '../topics/weeks.js';
import { type Bridge, bridgeBetween } from './report.bridge.js';
import { ReportStore } from './report.store.js';
import type { Report, ReportLabel } from './report.types.js';

const MOST_THEMES = 10;
const MOST_KEYPHRASES = 5;
const UNCHANGED = { comparison: 'same', since: null } as const;

/** The taxonomy report: what texters of a week came with, against the four weeks before. */
@Injectable()
export class ReportService {
  constructor(
    private readonly store: ReportStore,
    private readonly themes: ThemeService,
    private readonly themeStore: ThemeStore,
    private readonly taxonomy: TaxonomyService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * The report of the week that ends on a day: the stored one where nothing has changed since, or else a new one.
   * @param date `YYYY-MM-DD` in UTC, inclusive; the day of the newest conversation where absent, and today where
   *   there is none
   * @throws TopicInputError for a date that is none
   */
  async report(date?: Day): Promise<Report> {
    const day =
      date === undefined
        ? ((await this.themeStore.newestDay()) ?? dayOf(new Date()))
        : checkDay(date, 'date');
    const { week, before } = weekEnding(day);
    const stored = await this.store.stored(day, { from: before.from, to: week.to });
    const current =
      stored?.minGroupSize === this.settings.MIN_GROUP_SIZE &&
      stored.taxonomy === this.taxonomy.version &&
      isSame(stored, await this.bridge({ from: before.from, to: week.to }));
    return stored && current ? stored : this.compute(day);
  }

  /** Computes a day's report and stores it, as the nightly run does. */
  async computeAndStore(date: Day): Promise<Report> {
    const report = await this.compute(checkDay(date, 'date'));
    await this.store.save(report);
    return report;
  }

  private async compute(date: Day): Promise<Report> {
    const { MIN_GROUP_SIZE: minGroupSize } = this.settings;
    const { week, before } = weekEnding(date);
    const weeks = Array.from({ length: WEEKS_BEFORE + 1 }, (_, index): Days => {
      const to = addDays(date, -7 * (WEEKS_BEFORE - index));
      return { from: addDays(to, -6), to };
    });
    const { renames } = this.taxonomy;
    const [inBefore, ...inWeeks] = await this.store.texters([before, ...weeks], renames);
    const bridge = await this.bridge({ from: before.from, to: date });
    const comparisonOf = (id: string) => bridge.labels.get(id) ?? UNCHANGED;
    const inWeek = inWeeks.at(-1);
    const countOf = (key: string | null) =>
      weeklyChange(inWeek?.get(key) ?? 0, inBefore?.get(key) ?? 0, minGroupSize);
    const texters = countOf(null);
    const phrases = await this.phrasesByLabel(week);
    const states = await this.store.states(week);
    return {
      date,
      week,
      before,
      taxonomy: this.taxonomy.version,
      analysedWith: bridge.analysedWith,
      removed: bridge.removed,
      minGroupSize,
      empty: inSteps(states.texters, minGroupSize) === null,
      texters,
      labels: this.taxonomy.labels.map(({ id, name, parent, risk }): ReportLabel => {
        const counted = countOf(id);
        const { comparison, since } = comparisonOf(id);
        const comparable = comparison === 'same';
        return {
          id,
          name,
          path: this.taxonomy.pathOf(id),
          parent,
          risk,
          texters: comparable ? counted : { ...counted, weeklyMeanBefore: null, change: null },
          comparison,
          since,
          share: shareOf(counted.week, texters.week),
          keyphrases: phrases.get(id) ?? [],
        };
      }),
      trend: weeks.map((days, index) => ({
        week: days,
        texters: inSteps(inWeeks[index]?.get(null) ?? 0, minGroupSize),
        labels: this.taxonomy.labels
          .filter(({ parent }) => parent === null)
          .map(({ id }) => {
            const shown = comparisonOf(id).comparison === 'same' || index === WEEKS_BEFORE;
            return { id, texters: shown ? inSteps(inWeeks[index]?.get(id) ?? 0, minGroupSize) : null };
          }),
      })),
      themes: await this.themes.themes({ from: before.from, to: date, limit: MOST_THEMES }),
      attention: {
        needsReview: inSteps(states.needsReview, minGroupSize),
        degraded: inSteps(states.degraded, minGroupSize),
        failed: inSteps(states.failed, minGroupSize),
      },
    };
  }

  /** What the results of these days were made with. */
  private async bridge(days: Days): Promise<Bridge> {
    const used = await this.store.usedTaxonomies(days, this.taxonomy);
    return bridgeBetween(used, this.taxonomy, this.settings.MIN_GROUP_SIZE);
  }

  /** The phrases of enough texters under each label. */
  private async phrasesByLabel(week: Days): Promise<Map<string, ReportLabel['keyphrases']>> {
    const rows = await this.store.keyphrases(week, this.taxonomy.renames);
    const phrases = told(rows, ({ phrase }) => phrase, this.settings.MIN_GROUP_SIZE);
    const groups = [...groupBy(phrases, ({ label }) => label)];
    return new Map(
      groups.map(([label, most]) => [
        label,
        most.slice(0, MOST_KEYPHRASES).map(({ phrase, texters }) => ({ phrase, texters })),
      ]),
    );
  }
}

/** Whether a report was made of results that were made with the same. */
function isSame({ analysedWith, labels }: Report, bridge: Bridge): boolean {
  return (
    JSON.stringify(analysedWith) === JSON.stringify(bridge.analysedWith) &&
    labels.every(({ id, comparison }) => bridge.labels.get(id)?.comparison === comparison)
  );
}
