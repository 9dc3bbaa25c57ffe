import { escape, numbers, table } from '../../pages/html.js';
import type { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import type { Interval } from './bootstrap.js';
import type { GroupEvaluation, GroupFigure } from './evaluation.types.js';
import { listed } from './withheld.js';

/** The figures that are compared at a glance. */
const OVERVIEW = [
  ['all', 'top1', 'Highest label right'],
  ['risk', 'recall', 'Risk labels found'],
  ['micro', 'f1', 'F1, pairs'],
  ['macro', 'f1', 'F1, mean'],
  ['macro', 'auroc', 'AUROC, mean'],
  ['micro', 'ece', 'ECE'],
] as const;

const NAMES: Readonly<Record<string, string>> = {
  top1: 'highest label right',
  top3: 'one of three highest right',
  exactMatch: 'all labels right, none else',
  f1: 'F1',
  auroc: 'AUROC',
  ece: 'ECE',
  brier: 'Brier',
};

const QUESTIONS: Readonly<Record<string, string>> = {
  ageGroup: 'age group',
  genderIdentity: 'gender identity',
  ethnicity: 'ethnicity',
};

/** A section for each survey question: what may be told of its groups. */
export function groupSections(groups: readonly GroupEvaluation[], taxonomy: TaxonomyService): string {
  return groups.map((group) => groupSection(group, taxonomy)).join('\n');
}

/** A figure and its interval, as the page writes them. */
export function ranged(value: number, interval: Interval | null): string {
  return `${value.toFixed(2)}${interval ? ` (${interval[0].toFixed(2)} to ${interval[1].toFixed(2)})` : ''}`;
}

function groupSection(
  { by, withheld, groups, macroLabels }: GroupEvaluation,
  taxonomy: TaxonomyService,
): string {
  const rows = groups.map(({ name, texters, figures }) => {
    const cells = OVERVIEW.map(([row, figure]) => {
      const found = figures.find((each) => each.row === row && each.figure === figure);
      return typeof found?.value === 'number' ? withGap(found) : null;
    });
    return `<tr><th scope="row">${escape(name)}</th>${numbers(texters, ...cells)}</tr>`;
  });
  const hidden =
    withheld.length === 0
      ? ''
      : `<p>Withheld, because they have too few texters or would give those away: ${escape(listed(withheld))}.</p>`;
  const overview =
    groups.length === 0
      ? '<p class="empty">No group has texters enough to be told.</p>'
      : table(
          'Figures by group, and the gap to all conversations',
          ['Group', 'Texters', ...OVERVIEW.map(([, , head]) => head)],
          rows,
        );
  return `<section>
<h2>By ${escape(QUESTIONS[by] ?? by)}</h2>
<p>Each figure, and in brackets how far it is from that of all conversations. A gap whose range includes 0 may be chance. Means are over the ${macroLabels.length} labels with texters enough in every group shown.</p>
${hidden}
${overview}
${groups.map((group) => everyFigure(group, taxonomy)).join('\n')}
</section>`;
}

function everyFigure(
  { name, figures }: GroupEvaluation['groups'][number],
  taxonomy: TaxonomyService,
): string {
  const rows = figures.map((figure) => {
    const { row, value, interval, gapToOverall, gapToBest } = figure;
    const label = taxonomy.byId(row)?.name ?? row;
    return `<tr><th scope="row">${escape(label)}: ${escape(NAMES[figure.figure] ?? figure.figure)}</th>${numbers(
      value === null ? null : ranged(value, interval),
      ...[gapToOverall, gapToBest].map((gap) => (gap ? gapRange(gap) : null)),
    )}</tr>`;
  });
  return `<details><summary>Every figure of ${escape(name)}</summary>
${table(`Every figure of ${name}`, ['Figure', 'Value', 'Gap to all', 'Gap to the best group'], rows)}
</details>`;
}

function withGap({ value, gapToOverall }: GroupFigure): string {
  return `${(value ?? 0).toFixed(2)}${gapToOverall ? ` [${gapRange(gapToOverall)}]` : ''}`;
}

function gapRange({ value, interval }: NonNullable<GroupFigure['gapToOverall']>): string {
  return `${signed(value)}${interval ? `, ${signed(interval[0])} to ${signed(interval[1])}` : ''}`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
