import { readSettings } from '../config/settings.js';
import { loadTaxonomy } from './taxonomy.loader.js';
import type { Taxonomy } from './taxonomy.types.js';

/** The 19 issue labels in their order, each followed by those under it. */
const EXPECTED = [
  ['suicide', '.ideation', '.plan_or_means', '.attempt'],
  ['self_harm'],
  ['depressed', '.hopelessness', '.low_self_worth'],
  ['anxiety_stress', '.panic', '.school', '.work_money'],
  ['isolated'],
  ['relationship', '.family', '.friends', '.romantic'],
  ['bully', '.in_person', '.online'],
  ['abuse_emotional'],
  ['abuse_physical'],
  ['abuse_sexual', '.online_exploitation'],
  ['substance_abuse', '.alcohol', '.drugs_vaping'],
  ['eating_body_image', '.disordered_eating', '.body_image'],
  ['gender_sexual_identity', '.gender_identity', '.sexual_orientation'],
  ['grief'],
  ['third_party'],
  ['covid_19'],
  ['other'],
  ['prank'],
  ['testing'],
].flatMap(([top = '', ...below]) => [top, ...below.map((child) => top + child)]);

describe('the taxonomy that ships with Keyline', () => {
  let taxonomy: Taxonomy;
  beforeAll(async () => {
    taxonomy = await loadTaxonomy(readSettings({}).TAXONOMY);
  });

  it('holds the 39 labels, 19 of them top-level', () => {
    expect(taxonomy.labels.map(({ id }) => id).toSorted()).toEqual(EXPECTED.toSorted());
    expect(EXPECTED).toHaveLength(39);
    expect(taxonomy.labels.filter(({ parent }) => parent === null)).toHaveLength(19);
  });

  it('lists the top-level labels in the agreed order', () => {
    const top = (ids: string[]) => ids.filter((id) => !id.includes('.'));
    expect(top(taxonomy.labels.map(({ id }) => id))).toEqual(top(EXPECTED));
  });

  it('marks suicide, self-harm and abuse as risk, and nothing else', () => {
    const risky = EXPECTED.filter((id) => /^(?:suicide|self_harm|abuse_)/.test(id));
    expect(
      taxonomy.labels
        .filter(({ risk }) => risk)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(risky.toSorted());
  });

  it('gives every label exemplars and cues in both languages', () => {
    for (const { id, exemplars, cues } of taxonomy.labels)
      expect([id, exemplars.fr.length > 0, cues.en.length > 0, cues.fr.length > 0]).toEqual([
        id,
        true,
        true,
        true,
      ]);
  });

  it('has a concept bank that also reaches beyond the labels', () => {
    expect(taxonomy.concepts.length).toBeGreaterThan(100);
    expect(taxonomy.concepts.some(({ labels }) => labels.length === 0)).toBe(true);
  });
});
