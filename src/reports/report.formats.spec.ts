import { csvCell, reportCsv } from './report.csv.js';
import { reportHtml } from './report.html.js';
import type { Report } from './report.types.js';

const change = { week: 10, weeklyMeanBefore: 2.5, change: 7.5 };
const untold = { week: null, weeklyMeanBefore: null, change: null };
const days = { from: '2026-03-04', to: '2026-03-10' };
const report: Report = {
  date: '2026-03-10',
  week: days,
  before: { from: '2026-02-04', to: '2026-03-03' },
  taxonomy: '1.1.0',
  analysedWith: [
    { version: '1.0.0', texters: 10 },
    { version: '1.1.0', texters: 5 },
  ],
  removed: [{ id: 'gone', name: 'Gone & away' }],
  minGroupSize: 5,
  empty: false,
  texters: change,
  labels: [
    {
      id: 'grief',
      name: 'Grief <and> "loss"',
      path: ['Grief <and> "loss"'],
      parent: null,
      risk: false,
      texters: change,
      comparison: 'same',
      since: null,
      share: 0.5,
      keyphrases: [{ phrase: '=cmd(1), loss', texters: 5 }],
    },
    {
      id: 'prank',
      name: 'Prank',
      path: ['Prank'],
      parent: null,
      risk: false,
      texters: untold,
      comparison: 'new',
      since: '1.1.0',
      share: null,
      keyphrases: [],
    },
  ],
  trend: [{ week: days, texters: 10, labels: [{ id: 'grief', texters: 10 }] }],
  themes: [
    {
      name: 'food & rent',
      texters: 10,
      growth: change,
      falseDiscovery: 0.02,
      rising: true,
      labels: [],
      phrases: [],
    },
  ],
  attention: { needsReview: null, degraded: null, failed: null },
};

describe('csvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['@sum', "'@sum"],
    ['-2', "'-2"],
    [-2, '-2'],
    [null, ''],
  ])('writes %j as %j', (value, cell) => expect(csvCell(value)).toBe(cell));
});

describe('reportCsv', () => {
  const rows = reportCsv(report).split('\r\n');

  it('has one value a row under one header', () => {
    expect(rows[0]).toBe('date,kind,id,name,parent,measure,value');
    expect(rows).toContain('2026-03-10,label,grief,"Grief <and> ""loss""",,week,10');
    expect(rows).toContain('2026-03-10,theme,,food & rent,,change,7.5');
    expect(rows).toContain('2026-03-10,theme,,food & rent,,falseDiscovery,0.02');
  });

  it('says what the weeks were analysed with, and which label is new to them', () => {
    expect(rows).toContain('2026-03-10,taxonomy,,1.0.0,,texters,10');
    expect(rows).toContain('2026-03-10,label,prank,Prank,,new,1.1.0');
  });

  it('leaves what may not be told empty and disarms formulas', () => {
    expect(rows).toContain('2026-03-10,label,prank,Prank,,week,');
    expect(rows).toContain(`2026-03-10,keyphrase,,"'=cmd(1), loss",grief,week,5`);
  });
});

describe('reportHtml', () => {
  const page = reportHtml(report);

  it('needs no other host and runs no script', () => {
    expect(page).not.toMatch(/<script|<link|@import|url\((?!#)|(?:src|href)="/);
    expect(
      page.match(/https?:\/\/[^"\s<]+/g)?.filter((url) => !url.startsWith('http://www.w3.org/')) ?? [],
    ).toEqual([]);
  });

  it('draws three pictures, each with words for those who cannot see it', () => {
    expect(page.match(/<svg/g)).toHaveLength(3);
    expect(page.match(/<figure role="img" aria-label="[^"]+"/g)).toHaveLength(3);
  });

  it('escapes what comes from the taxonomy and from texters', () => {
    expect(page).toContain('Grief &lt;and&gt; &quot;loss&quot;');
    expect(page).not.toContain('<and>');
  });

  it('says what the weeks were analysed with, and which label is new to them', () => {
    expect(page).toContain('analysed with taxonomy 1.0.0 (10 texters), 1.1.0 (5 texters)');
    expect(page).toContain('No longer in it: Gone &amp; away.');
    expect(page).toContain('<td class="number">new in 1.1.0</td>');
    const single = { ...report, analysedWith: [{ version: '1.1.0', texters: 15 }] };
    expect(reportHtml(single)).not.toContain('were analysed with');
  });

  it('says so where a week is empty', () => {
    expect(reportHtml({ ...report, empty: true })).toContain(
      'There is no conversation in this week, or too few to report.',
    );
  });
});
