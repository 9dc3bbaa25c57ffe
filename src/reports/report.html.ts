import { escape, figure, htmlPage, numbers, table, tile } from '../pages/html.js';
import { labelBars, themeBars, trendLines } from './report.charts.js';
import type { Report, ReportLabel } from './report.types.js';

/** The report as one page that needs no other host: styles and pictures are in it, and there is no script. */
export function reportHtml(report: Report): string {
  const { week, before, taxonomy, minGroupSize, empty } = report;
  return htmlPage(
    `Keyline report, week to ${report.date}`,
    `<header>
<p class="kicker">Keyline · taxonomy ${escape(taxonomy)}</p>
<h1>What texters came with, ${escape(week.from)} to ${escape(week.to)}</h1>
<p>Compared with the four weeks before, ${escape(before.from)} to ${escape(before.to)}. Days are in UTC.</p>
<p class="note">Counts are of distinct texters, in steps of ${minGroupSize}: ${2 * minGroupSize} stands for ${2 * minGroupSize} to ${3 * minGroupSize - 1}. A dash stands for fewer than ${minGroupSize}, none included.</p>
${bridgeNote(report)}</header>
${empty ? '<p class="empty">There is no conversation in this week, or too few to report.</p>' : sections(report)}`,
  );
}

/** What the weeks were analysed with, where that is not the present taxonomy alone. */
function bridgeNote({ taxonomy, analysedWith, removed }: Report): string {
  if (analysedWith.every(({ version }) => version === taxonomy)) return '';
  const used = analysedWith
    .map(({ version, texters }) => `${escape(version)} (${texters} texters)`)
    .join(', ');
  const gone = removed.map(({ name }) => escape(name)).join(', ');
  return `<p class="note">These weeks were analysed with taxonomy ${used}. A label that is new, or changed between them, is not compared with the weeks before; <code>keyline reindex --stale</code> brings all to ${escape(taxonomy)}.${gone ? ` No longer in it: ${gone}.` : ''}</p>\n`;
}

function sections(report: Report): string {
  const { texters, attention } = report;
  return `<section aria-label="At a glance" class="tiles">
${tile('Texters this week', texters.week)}
${tile('Weekly mean before', texters.weeklyMeanBefore)}
${tile('Need a person’s review', attention.needsReview)}
${tile('Analysed by the fallback', attention.degraded)}
${tile('Could not be analysed', attention.failed)}
</section>
<section>
<h2>Labels</h2>
${figure(labelBars(report), 'Texters of the week for each label, beside the weekly mean before. The table below holds the same numbers.')}
${labelTable(report.labels)}
</section>
<section>
<h2>The last five weeks</h2>
${figure(trendLines(report), 'Texters for each of the five weeks, in all and for the most frequent labels. The table below holds the same numbers.')}
${trendTable(report)}
</section>
<section>
<h2>Outside the taxonomy</h2>
<p>What texters of the five weeks brought that no label stands for.</p>
${figure(themeBars(report), 'Texters of the week for each theme, beside the weekly mean before. The table below holds the same numbers.')}
${themeTable(report)}
</section>`;
}

function labelTable(labels: readonly ReportLabel[]): string {
  const rows = labels.map(({ name, parent, risk, texters, share, keyphrases, comparison, since }) => {
    const phrases = keyphrases.map(({ phrase, texters: count }) => `${escape(phrase)} (${count})`).join(', ');
    return `<tr${parent === null ? '' : ' class="under"'}><th scope="row">${escape(name)}${risk ? ' <span class="risk">risk</span>' : ''}</th>${numbers(
      texters.week,
      share === null ? null : `${Math.round(share * 100)} %`,
      texters.weeklyMeanBefore,
      comparison === 'same' ? signed(texters.change) : `${comparison} in ${since}`,
    )}<td>${phrases}</td></tr>`;
  });
  return table(
    'Labels',
    ['Label', 'This week', 'Share', 'Mean before', 'Change', 'Keyphrases beside it'],
    rows,
  );
}

function trendTable({ trend }: Report): string {
  const rows = trend.map(
    ({ week, texters }) =>
      `<tr><th scope="row">${escape(week.from)} to ${escape(week.to)}</th>${numbers(texters)}</tr>`,
  );
  return table('Texters by week', ['Week', 'Texters'], rows);
}

function themeTable({ themes }: Report): string {
  if (themes.length === 0) return '<p class="empty">No theme has enough texters to be told.</p>';
  const rows = themes.map(
    ({ name, texters, growth, rising, labels, phrases }) =>
      `<tr><th scope="row">${escape(name)}${rising ? ' <strong>rising</strong>' : ''}</th>${numbers(texters, growth.week, growth.weeklyMeanBefore, signed(growth.change))}<td>${escape(
        phrases.map(({ phrase }) => phrase).join(', '),
      )}</td><td>${escape(labels.map((label) => label.name).join(', '))}</td></tr>`,
  );
  return table(
    'Themes',
    ['Theme', 'Five weeks', 'This week', 'Mean before', 'Change', 'Phrases', 'Labels beside it'],
    rows,
  );
}

function signed(change: number | null): string | null {
  return change === null ? null : change > 0 ? `+${change}` : String(change).replace('-', '−');
}
