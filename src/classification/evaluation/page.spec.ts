import { smallTaxonomy } from '../../../test/support/small-taxonomy.js';
import { evaluateRecords } from './evaluate.records.js';
import { evaluationPage } from './page.js';
import { LabelRecords } from './records.js';

/** So many conversations of a texter each, given a label that was found in all of them. */
function pageOf(given: Readonly<Record<string, number>>): string {
  const records = new LabelRecords(smallTaxonomy.labels, ['ethnicity']);
  for (const [id, count] of Object.entries(given))
    for (let i = 0; i < count; i++) {
      const scores = smallTaxonomy.labels
        .map((label) => ({ id: label.id, score: label.id === id ? 0.9 : 0.05, evidence: [] }))
        .sort((a, b) => b.score - a.score);
      records.add({ scores, labels: scores.slice(0, 1) }, [id], `${id} ${i}`, { ethnicity: '<b>x</b>' });
    }
  const evaluation = evaluateRecords(records, { resamples: 200, seed: 1 }, 5);
  return evaluationPage({ ...evaluation, provenance: [] }, smallTaxonomy, 5);
}

const rowOf = (page: string, label: string) =>
  page.match(new RegExp(`<th scope="row">${label}(?: <span[^>]*>risk</span>)?</th>(.*?)</tr>`))?.[1] ?? '';

describe('the page of an evaluation', () => {
  const page = pageOf({ testing: 23, other: 9, prank: 7, self_harm: 2 });

  it('needs no other host and runs no script', () => {
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|src=|href=|@import|url\((?!#)/);
  });

  it('draws the reliability of scores and the confusion of siblings', () => {
    expect(page.match(/<svg/g)?.length).toBeGreaterThanOrEqual(2);
    expect(page).toContain('score of the classifier');
  });

  it('tells counts in steps, and no figure of a label that few were given', () => {
    expect(page).toContain('40 conversations or more');
    expect(rowOf(page, 'testing')).toMatch(/^<td class="number">20<\/td><td class="number">20<\/td>.*1\.00/);
    expect(rowOf(page, 'self_harm')).not.toMatch(/\d/);
    // The two of self_harm could be had from the means, were it alone.
    expect(rowOf(page, 'prank')).not.toMatch(/\d/);
    expect(page).not.toContain('>prank: ');
    expect(page).toContain('>testing: ');
  });

  it('takes survey answers for text', () => {
    expect(page).toContain('&lt;b&gt;x&lt;/b&gt;');
    expect(page).not.toContain('<b>x</b>');
  });

  it('tells nothing of fewer texters than the smallest group', () => {
    const small = pageOf({ grief: 0, testing: 4 });
    expect(small).toContain('too few texters to tell anything');
    expect(small).not.toContain('<table');
  });
});
