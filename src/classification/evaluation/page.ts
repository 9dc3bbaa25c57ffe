import { escape, figure, htmlPage, numbers, table, tile } from '../../pages/html.js';
import type { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import { inSteps } from '../../topics/small.groups.js';
import type { Interval } from './bootstrap.js';
import type {
  GroupEvaluation,
  GroupFigure,
  LabelEvaluation,
  LabelFigures,
  SourcedEvaluation,
} from './evaluation.types.js';
import { confusionPicture, reliabilityPlot } from './page.charts.js';
import { groupSections, ranged } from './page.groups.js';
import { withheld } from './withheld.js';

/** The page shows so many confusions in words; the picture shows all. */
const MOST_CONFUSIONS = 10;

const AGREEMENT = ['precision', 'recall', 'f1'] as const;
const ALL_FIGURES = [...AGREEMENT, 'auroc', 'ece', 'brier'] as const;
const HEADS = ['Precision', 'Recall', 'F1', 'AUROC', 'ECE', 'Brier'];

/** What of the labels may be shown: figures of too few texters are withheld, and those that would give them away. */
interface Shown {
  given: ReadonlySet<string>;
  found: ReadonlySet<string>;
}

/**
 * The evaluation as one page that may be passed on: no words of a conversation, counts in steps of the smallest
 * group, no figure of fewer texters than that.
 */
export function evaluationPage(
  evaluation: SourcedEvaluation,
  taxonomy: TaxonomyService,
  minGroup: number,
): string {
  const { judged, texters, bootstrap, provenance } = evaluation;
  const sources = provenance.map(
    ({ engine, model, degraded }) => `${engine} engine, ${model}${degraded ? ', degraded' : ''}`,
  );
  const head = `<header>
<p class="kicker">Keyline · taxonomy ${escape(taxonomy.version)} · ${escape(sources.join(' · '))}</p>
<h1>How far the classifier agrees with people</h1>
<p>${told(inSteps(judged, minGroup))} conversations or more that people have labelled, of ${told(inSteps(texters, minGroup))} texters or more.</p>
<p class="note">Ranges are 95 % intervals from ${bootstrap.resamples} resamples of the texters. Counts are in steps of ${minGroup}. A dash stands for fewer than ${minGroup} texters, for a figure that would give such a one away, and for nothing to divide by.</p>
</header>`;
  const main =
    texters < minGroup
      ? '<p class="empty">There are too few texters to tell anything.</p>'
      : sections(evaluation, taxonomy, minGroup);
  return htmlPage('Keyline: how far the classifier agrees with people', `${head}\n${main}`);
}

function sections(evaluation: LabelEvaluation, taxonomy: TaxonomyService, minGroup: number): string {
  const { top1, top3, exactMatch, risk, macro, bins } = evaluation;
  const shown = shownLabels(evaluation.labels, minGroup);
  return `<section aria-label="At a glance" class="tiles">
${tile('Highest label is right', percent(top1))}
${tile('One of the three highest is', percent(top3))}
${tile('All labels right, none else', percent(exactMatch))}
${tile('Risk labels found (recall)', percent(risk.recall))}
${tile('Mean F1 of the labels', percent(macro.f1))}
</section>
<section>
<h2>Over all</h2>
<p>Precision: how much of what was found is right. Recall: how much of what people gave was found. F1 joins both. AUROC: how often a conversation with the label scores above one without. ECE (in ${bins} equal bins) and Brier: how far scores are from what is so; 0 is best.</p>
${overallTable(evaluation)}
</section>
<section>
<h2>Do scores mean what they say?</h2>
<p>Of all scores near 0.8, eight in ten should be right. Above the dashed line the classifier says too little, below it too much.</p>
${reliabilitySection(evaluation, minGroup)}
</section>
<section>
<h2>Labels</h2>
${labelTable(evaluation.labels, taxonomy, shown, minGroup)}
</section>
<section>
<h2>Siblings taken for one another</h2>
<p>Of a hundred conversations given the label at the left, in how many it was found (on the diagonal), and in how many a sibling was found in its place.</p>
${confusionSection(evaluation, taxonomy, shown, minGroup)}
</section>
${groupSections(
  evaluation.groups.map((group) => onlyShown(group, taxonomy, shown)),
  taxonomy,
)}`;
}

function shownLabels(labels: readonly LabelFigures[], minGroup: number): Shown {
  const idsTold = (sizes: readonly number[]) => {
    const hidden = withheld(sizes, minGroup);
    return new Set(labels.flatMap(({ id }, index) => (hidden[index] ? [] : [id])));
  };
  return {
    given: idsTold(labels.map(({ texters }) => texters.gold)),
    found: idsTold(labels.map(({ texters }) => texters.predicted)),
  };
}

/** Whether a label's figure may be shown. Precision and F1 rest on those in whom it was found, too. */
function mayShow({ given, found }: Shown, id: string, name: string): boolean {
  return given.has(id) && (found.has(id) || (name !== 'precision' && name !== 'f1'));
}

/** What the labels' own table withholds is withheld by group as well, or the groups would tell it together. */
function onlyShown(group: GroupEvaluation, taxonomy: TaxonomyService, shown: Shown): GroupEvaluation {
  const may = ({ row, figure: name }: GroupFigure) => !taxonomy.byId(row) || mayShow(shown, row, name);
  const groups = group.groups.map((each) => ({ ...each, figures: each.figures.filter(may) }));
  return { ...group, groups };
}

/** Figures by name with their intervals; a row may lack some. */
interface Row {
  intervals: Partial<Record<string, Interval | null>>;
}

function cells(row: Row, columns: readonly string[], may: (column: string) => boolean = () => true): string {
  const values = new Map<string, unknown>(Object.entries(row));
  return numbers(
    ...columns.map((column) => {
      const value = values.get(column);
      return typeof value === 'number' && may(column) ? ranged(value, row.intervals[column] ?? null) : null;
    }),
  );
}

function overallTable({ micro, macro, risk, levels, hierarchical }: LabelEvaluation): string {
  const rows: [string, Row][] = [
    ['Pairs of conversation and label', micro],
    ['Mean over labels', macro],
    ['Risk labels, pairs', risk],
    ...levels.map((level): [string, Row] => [`Level ${level.level} of the hierarchy, pairs`, level]),
    ['Pairs, the labels above each one added', hierarchical],
  ];
  return table(
    'Agreement over all labels',
    ['', ...HEADS],
    rows.map(([name, row]) => `<tr><th scope="row">${escape(name)}</th>${cells(row, ALL_FIGURES)}</tr>`),
  );
}

function reliabilitySection({ reliability }: LabelEvaluation, minGroup: number): string {
  const [all, risk] = [reliability.all, reliability.risk].map((bins) =>
    bins.filter(({ texters }) => texters >= minGroup),
  ) as [typeof reliability.all, typeof reliability.risk];
  const rows = all.map(
    ({ from, to, texters, meanScore, observed, interval }) =>
      `<tr><th scope="row">${from.toFixed(1)} to ${to.toFixed(1)}</th>${numbers(
        inSteps(texters, minGroup),
        meanScore === null ? null : meanScore.toFixed(2),
        observed === null ? null : ranged(observed, interval),
      )}</tr>`,
  );
  return `${figure(reliabilityPlot({ all, risk }), 'For each bin of scores the share that people gave, against the mean score. The table below holds the numbers of all labels.')}
${table('Scores of all labels and what is so', ['Scores', 'Texters', 'Mean score', 'Share that people gave'], rows)}`;
}

function labelTable(
  labels: readonly LabelFigures[],
  taxonomy: TaxonomyService,
  shown: Shown,
  minGroup: number,
): string {
  const rows = labels.map((label) => {
    const may = (column: string) => mayShow(shown, label.id, column);
    const { name = label.id, parent = null, risk = false } = taxonomy.byId(label.id) ?? {};
    const tag = risk ? ' <span class="risk">risk</span>' : '';
    const texters = numbers(
      shown.given.has(label.id) ? inSteps(label.texters.gold, minGroup) : null,
      shown.found.has(label.id) ? inSteps(label.texters.predicted, minGroup) : null,
    );
    return `<tr${parent === null ? '' : ' class="under"'}><th scope="row">${escape(name)}${tag}</th>${texters}${cells(label, ALL_FIGURES, may)}</tr>`;
  });
  return table('Agreement by label', ['Label', 'Texters given', 'Texters found', ...HEADS], rows);
}

function confusionSection(
  { labels, confusions }: LabelEvaluation,
  taxonomy: TaxonomyService,
  { given }: Shown,
  minGroup: number,
): string {
  const nameOf = (id: string) => taxonomy.byId(id)?.name ?? id;
  const told = confusions.filter(
    (confusion) => given.has(confusion.given) && given.has(confusion.found) && confusion.texters >= minGroup,
  );
  const pictureOf = (isTop: boolean) => {
    const shown = labels.filter(({ id }) => given.has(id) && (taxonomy.parentOf(id) === null) === isTop);
    const ids = new Set(shown.map(({ id }) => id));
    const squares = [
      ...shown.map(({ id, recall }) => ({ given: nameOf(id), found: nameOf(id), share: recall ?? 0 })),
      ...told
        .filter((confusion) => ids.has(confusion.given))
        .map(({ given: from, found, share }) => ({
          given: nameOf(from),
          found: nameOf(found),
          share: share ?? 0,
        })),
    ];
    return confusionPicture(
      shown.map(({ id }) => nameOf(id)),
      squares,
    );
  };
  const rows = [...told]
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
    .slice(0, MOST_CONFUSIONS)
    .map(
      ({ given: from, found, texters, share, interval }) =>
        `<tr><th scope="row">${escape(nameOf(from))}</th><td>${escape(nameOf(found))}</td>${numbers(inSteps(texters, minGroup), share === null ? null : ranged(share, interval))}</tr>`,
    );
  return `<h3>Labels at the top</h3>
${figure(pictureOf(true), 'A square for each pair of top-level labels. The table below holds the largest numbers.')}
<h3>Labels under them</h3>
${figure(pictureOf(false), 'A square for each pair of labels under one label. The table below holds the largest numbers.')}
${rows.length > 0 ? table('The largest shares', ['Given', 'Found in its place', 'Texters', 'Share'], rows) : '<p class="empty">None with texters enough to be told.</p>'}`;
}

function percent(share: number | null): string | null {
  return share === null ? null : `${Math.round(share * 100)} %`;
}

function told(count: number | null): string {
  return count === null ? '–' : String(count);
}
